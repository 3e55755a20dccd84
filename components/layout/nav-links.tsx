"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { onDay } from "@/components/layout/as-of-limits";

interface NavLinksProps {
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** Says at once that the page was asked for. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  return pending ? <span className="on-its-way" aria-hidden="true" /> : null;
}

/** The ways to the pages, on the day the reader looks at; the one the reader is on, or below, is marked. */
export function NavLinks({ links }: NavLinksProps) {
  const [path, day] = [usePathname(), useSearchParams().get("asOf")];
  const isOn = (href: string) => path === href || (href !== "/" && path.startsWith(`${href}/`));
  // Of a page and the one below it, the one below.
  const here = links.map(({ href }) => href).filter(isOn);
  const isHere = (href: string) => here.every((one) => one.length <= href.length) && here.includes(href);
  return links.map(({ href, label }) => (
    <Link
      key={href}
      href={day === null ? href : onDay(href, encodeURIComponent(day))}
      prefetch={false}
      aria-current={isHere(href) ? "page" : undefined}
      className="relative py-1 hover:underline aria-[current=page]:border-b-2 aria-[current=page]:border-accent aria-[current=page]:font-bold"
    >
      {label}
      <OnItsWay />
    </Link>
  ));
}
