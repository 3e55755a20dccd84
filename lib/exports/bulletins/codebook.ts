// What each column of the data package means.
import { FRESHNESSES, LIGHTS, METRIC_KINDS } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator, type Translator } from "@/lib/i18n/translator";

/** Each column with the unit of its values. */
const UNITS = {
  code: "",
  title: "",
  owner: "",
  ownerName: "",
  metric: "",
  kind: "",
  unit: "",
  unitEn: "",
  promise: "",
  targetValue: "unit",
  dueOn: "ISO 8601",
  isDueAssumed: "true/false",
  value: "unit",
  asOf: "ISO 8601",
  sample: "true/false",
  completionRatio: "1 = 100 %",
  expectedRatio: "1 = 100 %",
  gapPoints: "百分点 / points",
  gapValue: "unit",
  light: "",
  lightBefore: "",
  freshness: "",
  adjusted: "true/false",
  problems: "",
  nextStep: "",
} as const;
export type CodebookColumn = keyof typeof UNITS;
export const CODEBOOK_COLUMNS = Object.keys(UNITS) as CodebookColumn[];

/** The values of the columns with a closed list, each with its word in the language if needed. */
function valuesIn(t: Translator): Partial<Record<CodebookColumn, string>> {
  const listed = (values: readonly string[]) => values.join(t("punctuation.separator"));
  return {
    kind: listed(METRIC_KINDS.map((key) => t("codebook.value", { key, word: t(`metricKinds.${key}`) }))),
    light: listed(LIGHTS.map((key) => t("codebook.value", { key, word: t(`lights.${key}`) }))),
    freshness: listed(FRESHNESSES.map((key) => t("codebook.value", { key, word: t(`freshness.${key}`) }))),
  };
}

export function codebookRows(lang: Language): string[][] {
  const t = getTranslator(lang);
  const values = valuesIn(t);
  return CODEBOOK_COLUMNS.map((column) => [
    column,
    UNITS[column],
    t(`codebook.columns.${column}`, { values: values[column] ?? "" }),
  ]);
}
