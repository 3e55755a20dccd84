// Links that stay on the day the page stands on: what is read as of an earlier day leads on to that day.
import Link from "next/link";
import { type ComponentProps, type ReactNode, use } from "react";
import { onDay } from "@/components/layout/as-of-limits";
import { getClock } from "@/lib/server/clock";

/** For plain links of still parts; `key` tells the days apart where markup is kept. */
export function useDayHref(): { readonly key: string; readonly at: (href: string) => string } {
  const { isLookingBack, today } = use(getClock());
  return isLookingBack ? { key: today, at: (href) => onDay(href, today) } : { key: "", at: (href) => href };
}

/** To a file, which is loaded as such. */
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
