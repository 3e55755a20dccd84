"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";

interface AsOfBannerProps {
  /** `looking` has a place for {day}. */
  readonly words: { readonly looking: string; readonly back: string };
  readonly lang: Language;
  readonly today: IsoDate;
}

/** Says that the page stands on an earlier day, and leads back. It follows the address, as the page does. */
export function AsOfBanner({ words, lang, today }: AsOfBannerProps) {
  const [path, query] = [usePathname(), useSearchParams()];
  const day = parseIsoDate(query.get("asOf") ?? "");
  if (day === null || day > today) return null;
  const rest = new URLSearchParams(query);
  rest.delete("asOf");
  const back = rest.size === 0 ? path : `${path}?${rest}`;
  return (
    <aside className="border-b bg-mark">
      <p className="mx-auto max-w-6xl px-4 py-2">
        <strong>{words.looking.replace("{day}", formatIsoDate(day, lang))}</strong>{" "}
        <a href={back} className="underline">
          {words.back}
        </a>
      </p>
    </aside>
  );
}
