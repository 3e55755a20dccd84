// Targets as rows of a file: the same columns in every format, raw values, missing values empty.
import { Decimal } from "decimal.js";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { cleanLine } from "@/lib/domain/text/clean-text";
import { formatUnit } from "@/lib/domain/units/format-measure";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { plainUnit } from "@/lib/domain/units/printed-unit";
import type { ListColumn, ListRow } from "@/lib/exports/list-rows";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { TargetRow } from "@/lib/views/target";
import { describeJudging } from "@/lib/wording/describe-judging";
import { describeTarget } from "@/lib/wording/describe-target";
import { labelText } from "@/lib/wording/label-text";
import { originText } from "@/lib/wording/provenance-marks";

/** What a printed list shows: they fit across a page. */
const PRINTED_COLUMNS = [
  "code",
  "title",
  "owner",
  "promise",
  "latestValue",
  "unit",
  "asOf",
  "completion",
  "light",
  "dueOn",
  "freshness",
] as const;
export const PRINTED_COUNT = PRINTED_COLUMNS.length;

const EXPORT_COLUMNS = [
  ...PRINTED_COLUMNS,
  "metric",
  "kind",
  "comparator",
  "judging",
  "targetValue",
  "upperValue",
  "stretchValue",
  "baselineValue",
  "baselineYear",
  "baselineOrigin",
  "year",
  "startOn",
  "periodBasis",
  "state",
  "sample",
  "expected",
  "gap",
  "gapPoints",
  "adjusted",
  "original",
  "nextReportDueOn",
  "topics",
  "plans",
  "categories",
  "quote",
  "supporting",
  "responsiblePost",
  "leaderInCharge",
] as const;
type ExportColumn = (typeof EXPORT_COLUMNS)[number];

const NUMBERS: ReadonlySet<ExportColumn> = new Set([
  "targetValue",
  "upperValue",
  "stretchValue",
  "baselineValue",
  "baselineYear",
  "year",
  "latestValue",
  "completion",
  "expected",
  "gap",
  "gapPoints",
]);
const DAYS: ReadonlySet<ExportColumn> = new Set(["startOn", "dueOn", "asOf", "nextReportDueOn"]);
const WIDTHS: Partial<Readonly<Record<ExportColumn, number>>> = {
  code: 10,
  title: 40,
  metric: 32,
  promise: 28,
  quote: 60,
  supporting: 30,
};

function unitOf(key: ExportColumn, lang: Language): string | null {
  if (key === "completion" || key === "expected") return "%";
  if (key === "gapPoints") return formatUnit(plainUnit("百分点"), lang);
  return null;
}

/** @param linkOf the page of a target */
export function exportColumns(lang: Language, linkOf?: (code: string) => string): ListColumn[] {
  const t = getTranslator(lang);
  return EXPORT_COLUMNS.map((key) => {
    const type = NUMBERS.has(key) ? "number" : DAYS.has(key) ? "date" : "text";
    const link = key === "code" && linkOf ? { linkOf } : {};
    return { key, label: t(`list.columns.${key}`), type, unit: unitOf(key, lang), width: WIDTHS[key], ...link };
  });
}

function plain(value: Decimal | null): string | null {
  return value === null ? null : value.toFixed();
}

/** Converts a ratio, such as 0.6543, to per cent (65.43). */
function percent(ratio: number | null): string | null {
  return ratio === null ? null : new Decimal(ratio).times(100).toFixed();
}

/** In one cell: the promise and its period. */
function promiseWithPeriod(terms: TargetTerms, metric: PrintedUnit, lang: Language): string {
  return `${describeTarget(terms, metric, lang)} (${terms.startOn} – ${terms.dueOn})`;
}

function cellsOf(row: TargetRow, lang: Language): Record<ExportColumn, string | null> {
  const t = getTranslator(lang);
  const { terms, metric, standing } = row;
  const { baseline } = terms;
  return {
    code: row.code,
    title: row.title[lang],
    owner: row.owner.name[lang],
    metric: metric.name[lang],
    kind: t(`metricKinds.${metric.kind}`),
    unit: formatUnit(metric, lang),
    promise: describeTarget(terms, metric, lang),
    comparator: t(`comparators.${terms.comparator}`),
    judging: describeJudging(terms, metric, lang),
    targetValue: plain(terms.value),
    upperValue: plain(terms.upperValue),
    stretchValue: plain(terms.stretchValue),
    baselineValue: plain(baseline?.value ?? null),
    baselineYear: baseline === null ? null : String(baseline.year),
    baselineOrigin: baseline === null ? null : originText(baseline, lang),
    year: String(row.year),
    startOn: terms.startOn,
    dueOn: terms.dueOn,
    periodBasis: row.periodPrinted ? null : t("target.periodAssumed"),
    state: t(`targetStates.${terms.state}`),
    latestValue: plain(standing.latest?.value ?? null),
    asOf: standing.latest?.asOf ?? null,
    sample: standing.latest?.sample === true ? t("targetList.sample") : null,
    completion: percent(standing.completionRatio),
    expected: percent(standing.expectedRatio),
    gap: plain(standing.gapValue),
    gapPoints: standing.gapPoints === null ? null : new Decimal(standing.gapPoints).toFixed(),
    light: t(`lights.${standing.light}`),
    adjusted: standing.adjusted ? t("target.adjusted").toLowerCase() : null,
    original: row.original && promiseWithPeriod(row.original, metric, lang),
    freshness: t(`freshness.${standing.freshness}`),
    nextReportDueOn: standing.nextReportDueOn,
    topics: labelText(row, "topic", lang),
    plans: labelText(row, "plan", lang),
    categories: labelText(row, "category", lang),
    quote: row.quote?.text ?? null,
    supporting: row.supporting.map(({ name }) => name[lang]).join(t("punctuation.semicolon")) || null,
    responsiblePost: row.responsiblePost,
    leaderInCharge: row.leaderInCharge,
  };
}

export function exportRow(row: TargetRow, lang: Language): ListRow {
  const cells = cellsOf(row, lang);
  return EXPORT_COLUMNS.map((key) => {
    const text = cells[key];
    return text === null ? null : cleanLine(text);
  });
}
