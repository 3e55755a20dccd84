// Links that preserve the day: a page as of an earlier day links to pages as of that day.
import Link from "next/link";
import { type ComponentProps, type ReactNode, use } from "react";
import { onDay } from "@/components/layout/as-of-limits";
import { getClock } from "@/lib/request/clock";

/** For plain links in static markup; `key` is part of its cache key. */
export function useDayHref(): { readonly key: string; readonly at: (href: string) => string } {
  const { isLookingBack, today } = use(getClock());
  return isLookingBack ? { key: today, at: (href) => onDay(href, today) } : { key: "", at: (href) => href };
}

/** A link to a file. */
export function DayFile({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={useDayHref().at(href)} className="inline-block py-1 underline">
      {children}
    </a>
  );
}

type DayLinkProps = Omit<ComponentProps<typeof Link>, "href"> & { readonly href: string };

export function DayLink({ href, ...rest }: DayLinkProps) {
  return <Link {...rest} href={useDayHref().at(href)} />;
}
