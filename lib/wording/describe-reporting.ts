// How a target is reported, in words: its periods and due dates.
import { reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

/** @param ownCalendar the name of the custom calendar; null to describe it by its dates alone */
export function describeReporting(terms: TargetTerms, ownCalendar: Bilingual | null, lang: Language): string {
  const t = getTranslator(lang);
  const { calendar, cutOffWorkingDays, publicationLagMonths: months } = terms;
  const regular = t(`target.calendars.${calendar}`, { days: cutOffWorkingDays });
  if (calendar !== "custom") {
    return [regular, ...(months === 0 ? [] : [t("target.lag", { months })])].join(t("punctuation.semicolon"));
  }
  const dates = reportingPeriodsOf(terms).flatMap(({ endOn, namedDueOn }) =>
    namedDueOn === null
      ? []
      : t("target.ownDate", { asOf: formatIsoDate(endOn, lang), dueOn: formatIsoDate(namedDueOn, lang) }),
  );
  return `${ownCalendar?.[lang] ?? regular}${t("punctuation.colon")}${dates.join(t("punctuation.semicolon"))}`;
}
