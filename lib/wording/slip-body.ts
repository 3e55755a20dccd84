// The text of a proposed slip, for one slip and for many.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { SlipRule } from "@/lib/domain/instructions/propose-slip";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

interface Slip {
  readonly row: { readonly title: Bilingual };
  readonly rule: Pick<SlipRule, "condition">;
  readonly periodEnd: IsoDate;
  readonly daysLate: number;
}

/** What the slip asks for, in the language of the person who sends it. */
export function slipBody({ row, rule, periodEnd, daysLate }: Slip, lang: Language): string {
  const day = formatIsoDate(periodEnd, lang);
  return getTranslator(lang)(`instructions.proposals.${rule.condition}`, {
    title: row.title[lang],
    day,
    days: daysLate,
  });
}
