import { useTranslations } from "next-intl";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

/** The page as it was known on another day: a plain form that asks for the same address with ?asOf=. */
export function AsOfFooter({ today }: { readonly today: IsoDate }) {
  const t = useTranslations("layout");
  return (
    <footer className="mx-auto max-w-6xl px-4 pb-6 text-sm">
      <form method="get" className="flex flex-wrap items-center gap-2 border-t pt-3">
        <label htmlFor="as-of">{t("asOfLabel")}</label>
        <input id="as-of" type="date" name="asOf" max={today} required className="border bg-surface px-2 py-1" />
        <button type="submit" className="border bg-surface px-2 py-1">
          {t("asOfGo")}
        </button>
      </form>
    </footer>
  );
}
