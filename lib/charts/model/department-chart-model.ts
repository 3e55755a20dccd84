// The chart of a department or of compared targets: completion against expected completion, on one axis in %.

import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS, type Light, type UnknownReason } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatNumber } from "@/lib/domain/units/format-measure";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import type {
  AxisTick,
  ChartAxis,
  ChartLanguage,
  ChartTable,
  ComparisonChartModel,
  ComparisonRow,
  LegendItem,
} from "./chart-model";
import { MISSING, tableNotes } from "./plot-table";

export interface DepartmentChartInput {
  readonly key: string;
  readonly title: string;
  /** The most urgent first. */
  readonly targets: readonly {
    readonly code: string;
    readonly title: string;
    readonly light: Light;
    readonly completionRatio: number | null;
    readonly expectedRatio: number | null;
    /** Why there is no completion; and the latest value as text (第3位) if a percentage would mislead. */
    readonly reason: UnknownReason | null;
    readonly latestText: string | null;
  }[];
  /** The total, if `targets` is only the first part. */
  readonly total?: number | undefined;
  readonly today: IsoDate;
  readonly source: string;
  readonly illustrative: boolean;
  readonly lang: ChartLanguage;
}

/** The maximum number of drawn rows: more cannot be read at a glance. Data files contain all. */
const MOST_ROWS = 20;

/** A bar outside of this range is cut, and its text shows the true share. */
const SHORTEST_PERCENT = -50;
const LONGEST_PERCENT = 150;

function rounded(ratio: number | null): number | null {
  return ratio === null || !Number.isFinite(ratio) ? null : Math.round(ratio * 1000) / 10;
}

function comparisonRow(input: DepartmentChartInput, target: DepartmentChartInput["targets"][number]): ComparisonRow {
  const t = getTranslator(input.lang);
  const completion = rounded(target.completionRatio);
  const why = target.latestText ?? capitalized(t(`unknownReasons.${target.reason ?? "no-report"}`));
  return {
    key: target.code,
    label: target.title,
    light: target.light,
    lightLabel: t(`lights.${target.light}`),
    completionPercent: completion,
    expectedPercent: rounded(target.expectedRatio),
    text: completion === null ? why : `${formatNumber(completion)}%`,
  };
}

function comparisonTable(input: DepartmentChartInput, rows: readonly ComparisonRow[]): Omit<ChartTable, "notes"> {
  const t = getTranslator(input.lang);
  const share = (value: number | null) =>
    value === null ? MISSING : { value: String(value), text: `${formatNumber(value)}%` };
  return {
    caption: input.title,
    columns: [
      { key: "target", label: t("chart.targetColumn"), type: "text", unit: null },
      { key: "light", label: t("chart.light"), type: "text", unit: null },
      { key: "completion", label: t("chart.completion"), type: "number", unit: "%" },
      { key: "expected", label: t("chart.expectedCompletion"), type: "number", unit: "%" },
      { key: "note", label: t("chart.note"), type: "text", unit: null },
    ],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        { value: row.label, text: row.label },
        { value: row.lightLabel, text: row.lightLabel },
        share(row.completionPercent),
        share(row.expectedPercent),
        row.completionPercent === null ? { value: row.text, text: row.text } : { value: null, text: "" },
      ],
    })),
  };
}

function legendFor(lang: ChartLanguage, rows: readonly ComparisonRow[]): LegendItem[] {
  const t = getTranslator(lang);
  const lights = LIGHTS.filter((light) => rows.some((row) => row.light === light));
  const items: LegendItem[] = lights.map((light) => ({ key: light, label: t(`lights.${light}`), swatch: light }));
  if (rows.some((row) => row.expectedPercent !== null)) {
    items.push({ key: "expected", label: t("chart.expectedCompletion"), swatch: "expected" });
  }
  return items;
}

/** Draws the first rows, with a sentence for the others. @param unread the number of further targets. */
export function drawnRows(
  all: readonly ComparisonRow[],
  lang: ChartLanguage,
  unread: number,
): Pick<ComparisonChartModel, "rows" | "rest" | "legend" | "annotations"> {
  const [rows, rest] = [all.slice(0, MOST_ROWS), all.slice(MOST_ROWS)];
  const others = rest.length + unread;
  const annotations = others === 0 ? [] : [getTranslator(lang)("chart.mostUrgent", { drawn: rows.length, others })];
  return { rows, rest, legend: legendFor(lang, rows), annotations };
}

/** From 0 (or the lowest share above −50) to 100 (or the highest below 150), a tick every quarter of the way. */
function shareAxis(rows: readonly ComparisonRow[]): ChartAxis {
  const shares = rows.flatMap((row) => (row.completionPercent === null ? [] : [row.completionPercent]));
  const low = Math.max(SHORTEST_PERCENT, Math.floor(Math.min(0, ...shares) / 25) * 25);
  const high = Math.min(LONGEST_PERCENT, Math.ceil(Math.max(100, ...shares) / 25) * 25);
  const ticks: AxisTick[] = [];
  for (let at = low; at <= high; at += 25) ticks.push({ at, label: formatNumber(at) });
  return { domain: [low, high], ticks, reversed: false, caption: "" };
}

/** A target without a percentage (a rank, no report) has no bar: its row shows the latest value or the reason. */
export function prepareDepartmentChart(input: DepartmentChartInput): ComparisonChartModel {
  const t = getTranslator(input.lang);
  const all = input.targets.map((target) => comparisonRow(input, target));
  const unread = Math.max(0, (input.total ?? all.length) - all.length);
  const drawn = drawnRows(all, input.lang, unread);
  const { title } = input;
  const frame = {
    asOfLabel: t("chart.asOf", { day: formatIsoDate(input.today, input.lang) }),
    sourceLabel: input.source === "" ? "" : t("chart.source", { label: input.source }),
    illustrativeLabel: input.illustrative ? t("chart.illustrative") : null,
    assumptionLabel: null,
  };
  const sentences = drawn.rows.map((row) => `${row.label} ${row.text}${t("punctuation.separator")}${row.lightLabel}`);
  const details = [...sentences, ...(drawn.annotations ?? [])].join(t("punctuation.stop"));
  const ending = input.illustrative ? `${t("punctuation.stop")}${t("chart.illustrative")}` : "";
  return {
    ...frame,
    ...drawn,
    unread,
    drawing: "comparison",
    key: input.key,
    lang: input.lang,
    title,
    subtitle: "",
    unitLabel: t("chart.unit", { label: "%" }),
    emptyLabel: all.length === 0 ? t("chart.noTargets") : null,
    description:
      `${title}${t("punctuation.colon")}${details || t("chart.noTargets")}${ending}${t("punctuation.stop")}`.trim(),
    table: { ...comparisonTable(input, all), notes: tableNotes(frame) },
    x: shareAxis(all),
  };
}
