"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { onDay } from "@/components/layout/as-of-limits";

interface NavLinksProps {
  readonly links: readonly {
    readonly href: string;
    readonly label: string;
    /** The path that all pages of the link have in common, where it is not the link's own. */
    readonly section?: string | undefined;
    /** Waiting tasks; none are not shown. */
    readonly count?: number;
  }[];
}

/** Shows at once that the page is loading. */
function PendingIndicator() {
  const { pending } = useLinkStatus();
  return pending ? <span className="nav-pending" aria-hidden="true" /> : null;
}

/** Links to the pages on the selected day; marks the current page or its ancestor. */
export function NavLinks({ links }: NavLinksProps) {
  const [path, day] = [usePathname(), useSearchParams().get("asOf")];
  const isOn = (href: string) => path === href || (href !== "/" && path.startsWith(`${href}/`));
  // The longest match wins.
  const here = links.filter(({ href, section }) => isOn(section ?? href)).map(({ href }) => href);
  const isHere = (href: string) => here.every((one) => one.length <= href.length) && here.includes(href);
  return links.map(({ href, label, count = 0 }) => (
    <Link
      key={href}
      href={day === null ? href : onDay(href, encodeURIComponent(day))}
      prefetch={false}
      aria-current={isHere(href) ? "page" : undefined}
      className="relative whitespace-nowrap py-1 hover:underline pointer-coarse:py-2 aria-[current=page]:border-b-2 aria-[current=page]:border-accent aria-[current=page]:font-bold"
    >
      {label}
      {count > 0 && <span className="count ml-1">{count}</span>}
      <PendingIndicator />
    </Link>
  ));
}
