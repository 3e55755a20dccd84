"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { asOfLimit, DAY_PLACE } from "@/components/layout/as-of-limits";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";

interface AsOfBannerProps {
  /** `looking` with DAY_PLACE in it. */
  readonly words: Readonly<Record<"looking" | "present" | "noDrafts" | "back", string>>;
  readonly lang: Language;
  readonly today: string;
}

/** Shows that the page is as of an earlier day, with a link back to today. */
export function AsOfBanner({ words, lang, today }: AsOfBannerProps) {
  const [path, query] = [usePathname(), useSearchParams()];
  const day = query.get("asOf") ?? "";
  // The calendar's own functions are too heavy for every page: this text is only shown.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay || day > today) return null;
  const rest = new URLSearchParams(query);
  rest.delete("asOf");
  const back = rest.size === 0 ? path : `${path}?${rest}`;
  const limit = asOfLimit(path);
  return (
    <aside className="border-b bg-mark">
      <p className="mx-auto max-w-7xl px-4 py-2">
        <strong>{words.looking.replace(DAY_PLACE, formatIsoDate(day as IsoDate, lang))}</strong>{" "}
        {limit !== null && <>{limit === "present" ? words.present : words.noDrafts} </>}
        <a href={back} className="underline">
          {words.back}
        </a>
      </p>
    </aside>
  );
}
