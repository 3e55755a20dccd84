// The figure of a proposal and the reason of its fields, in words.
import { Decimal } from "decimal.js";
import { isoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { COMPARATORS, type Comparator } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { plainUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { ProposalFields, ProposalWord } from "@/lib/schemas/proposal";
import { describeTarget } from "@/lib/wording/describe-target";

function isComparator(word: string): word is Comparator {
  return COMPARATORS.some((one) => one === word);
}

const decimalOf = (text: string) => (text === "" ? null : new Decimal(text));

/** 不少于30个，力争35个 / at least 30; the day of a milestone. */
export function describeProposal(fields: ProposalFields, lang: Language): string {
  const { kind, comparator, unit } = fields;
  if (kind === "milestone") return fields.steps.map(({ title }) => title).join(lang === "en" ? "; " : "；");
  const figures = {
    value: decimalOf(fields.value),
    upperValue: decimalOf(fields.upperValue),
    stretchValue: decimalOf(fields.stretchValue),
  };
  if (fields.role === "result" && figures.value !== null) {
    return formatMeasure(figures.value, plainUnit(unit), lang);
  }
  return describeTarget({ kind, comparator, ...figures, steps: [] }, plainUnit(unit), lang);
}

/** What the words led to: "不少于" → at least. */
export function explainWord(
  { means, detail }: ProposalWord,
  names: ReadonlyMap<string, string>,
  lang: Language,
): string {
  const t = getTranslator(lang);
  switch (means) {
    case "comparator":
      return isComparator(detail) ? t(`comparators.${detail}`) : detail;
    case "direction":
      return t(detail === "down" ? "proposals.directions.down" : "proposals.directions.up");
    case "role":
      return t(detail === "result" ? "proposals.roles.result" : "proposals.roles.promise");
    case "milestone":
      return t("proposals.milestone");
    case "owner":
      return names.get(detail) ?? detail;
    case "date":
      return parseIsoDate(detail) === null ? detail : formatIsoDate(isoDate(detail), lang);
  }
}
