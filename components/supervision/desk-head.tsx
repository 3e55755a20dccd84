import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { ValueSheetMenu } from "@/components/supervision/value-sheet-menu";
import { buttonClass } from "@/components/ui/button";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Supervision } from "@/lib/views/supervision";

/** In the order of the page; slips are sent from the list of late reports. */
const COUNTS = ["late", "slips", "requests", "drafts", "unsigned", "instructions"] as const;

interface DeskHeadProps {
  readonly desk: Pick<Supervision, "totals" | "lateTotals">;
  readonly mayCreate: boolean;
  readonly today: IsoDate;
}

/** What waits, in one line: each number leads to its list. */
export async function DeskHead({ desk: { totals, lateTotals }, mayCreate, today }: DeskHeadProps) {
  const t = await getTranslations("supervision");
  const counts = COUNTS.map((key) => ({
    key,
    list: key === "slips" ? "late" : key,
    count: key === "late" || key === "slips" ? lateTotals[key] : totals[key],
  })).filter(({ count }) => count > 0);
  return (
    <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <h1>{t("title")}</h1>
      <p className="mr-auto flex flex-wrap gap-x-4 tabular-nums">
        {counts.length === 0 && t("nowhere")}
        {counts.map(({ key, list, count }) => (
          <a key={key} href={`#${list}`} className={`py-1 underline ${key === "late" ? "font-bold text-notice" : ""}`}>
            {t(`counts.${key}`, { count })}
          </a>
        ))}
      </p>
      <ValueSheetMenu today={today} />
      {mayCreate && (
        <DayLink href="/targets/import" prefetch={false} className="py-1 underline print:hidden">
          {t("importTargets")}
        </DayLink>
      )}
      {mayCreate && (
        <DayLink href="/sources/new" prefetch={false} className="py-1 underline print:hidden">
          {t("fromDocument")}
        </DayLink>
      )}
      {mayCreate && (
        <DayLink href="/targets/new" prefetch={false} className={`${buttonClass()} print:hidden`}>
          {t("newTarget")}
        </DayLink>
      )}
    </header>
  );
}
