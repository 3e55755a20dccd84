// The chart of a department or of compared targets: completion against expected completion, on one axis in %.

import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS, type Light, type UnknownReason } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatNumber } from "@/lib/domain/units/format-measure";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { countedFinding } from "./chart-finding";
import { describeFrame } from "./chart-frame-text";
import type { AxisTick, ChartAxis, ChartCell, ChartLanguage, ChartTable, LegendItem } from "./chart-model";
import { MISSING, tableNotes } from "./plot-table";
import type { ComparisonChartModel, ComparisonRow } from "./rows-chart-types";

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
    /** The value next to the target: "CNY 28.98 of 40.2 billion"; null without a value. */
    readonly figures: string | null;
    /** False while the promise has no figure and no steps: such a target is counted, not drawn. */
    readonly hasFigure: boolean;
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

function shareText(percent: number, figures: string | null, lang: ChartLanguage): string {
  const share = `${formatNumber(percent)}%`;
  return figures === null ? share : getTranslator(lang)("finding.share", { share, figures });
}

function comparisonRow(input: DepartmentChartInput, target: DepartmentChartInput["targets"][number]): ComparisonRow {
  const t = getTranslator(input.lang);
  const completion = rounded(target.completionRatio);
  const why = target.figures ?? target.latestText ?? capitalized(t(`unknownReasons.${target.reason ?? "no-report"}`));
  return {
    key: target.code,
    label: target.title,
    light: target.light,
    lightLabel: t(`lights.${target.light}`),
    completionPercent: completion,
    expectedPercent: rounded(target.expectedRatio),
    text: completion === null ? why : shareText(completion, target.figures, input.lang),
  };
}

/** What the columns of shares do not say: the value next to the target, or why there is no share. */
function noteCell({ completionPercent, text }: ComparisonRow): ChartCell {
  const note = completionPercent === null ? text : (text.split(" · ")[1] ?? "");
  return { value: note === "" ? null : note, text: note };
}

function comparisonTable(input: DepartmentChartInput, rows: readonly ComparisonRow[]): Omit<ChartTable, "notes"> {
  const t = getTranslator(input.lang);
  const share = (value: number | null) =>
    value === null ? MISSING : { value: String(value), text: `${formatNumber(value)}%` };
  return {
    caption: input.title,
    columns: [
      { key: "code", label: t("chart.codeColumn"), type: "text", unit: null },
      { key: "target", label: t("chart.targetColumn"), type: "text", unit: null },
      { key: "light", label: t("chart.light"), type: "text", unit: null },
      { key: "completion", label: t("chart.completion"), type: "number", unit: "%" },
      { key: "expected", label: t("chart.expectedCompletion"), type: "number", unit: "%" },
      { key: "note", label: t("chart.note"), type: "text", unit: null },
    ],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        { value: row.key, text: row.key },
        { value: row.label, text: row.label },
        { value: row.lightLabel, text: row.lightLabel },
        share(row.completionPercent),
        share(row.expectedPercent),
        noteCell(row),
      ],
    })),
  };
}

function legendFor(lang: ChartLanguage, rows: readonly ComparisonRow[]): LegendItem[] {
  const t = getTranslator(lang);
  const lights = LIGHTS.filter((light) => rows.some((row) => row.light === light));
  const items: LegendItem[] = lights.map((light) => ({ key: light, label: t(`lights.${light}`), swatch: light }));
  if (rows.some((row) => row.expectedPercent !== null)) {
    items.push({ key: "expected", label: t("chart.expectedCompletion"), swatch: "expected-share" });
  }
  return items;
}

/**
 * Draws the first rows, with sentences for the others.
 * @param unread the number of further targets; @param withoutFigure the number of those without a target figure.
 */
export function drawnRows(
  all: readonly ComparisonRow[],
  lang: ChartLanguage,
  unread: number,
  withoutFigure: number,
): Pick<ComparisonChartModel, "rows" | "rest" | "legend" | "annotations" | "finding"> {
  const [rows, rest] = [all.slice(0, MOST_ROWS), all.slice(MOST_ROWS)];
  const others = rest.length + unread;
  const t = getTranslator(lang);
  const annotations = [
    ...(others === 0 ? [] : [t("chart.mostUrgent", { drawn: rows.length, others })]),
    ...(withoutFigure === 0 ? [] : [t("finding.withoutFigure", { count: withoutFigure })]),
  ];
  // A count of the ones that were read would not be that of all.
  const lights = unread === 0 ? all.map((row) => row.light) : [];
  return { rows, rest, legend: legendFor(lang, rows), annotations, finding: countedFinding(lights, lang) };
}

/** From 0 (or the lowest share above −50) to 100 (or the highest below 150), a tick every quarter of the way. */
function shareAxis(rows: readonly ComparisonRow[]): ChartAxis {
  const shares = rows.flatMap((row) => (row.completionPercent === null ? [] : [row.completionPercent]));
  const low = Math.max(SHORTEST_PERCENT, Math.floor(Math.min(0, ...shares) / 25) * 25);
  const high = Math.min(LONGEST_PERCENT, Math.ceil(Math.max(100, ...shares) / 25) * 25);
  const ticks: AxisTick[] = [];
  for (let at = low; at <= high; at += 25) ticks.push({ at, label: formatNumber(at) });
  return { domain: [low, high], ticks, reversed: false, isBroken: false, caption: "" };
}

/** A target without a percentage (a rank, no report) has no bar: its row shows the latest value or the reason. */
export function prepareDepartmentChart(input: DepartmentChartInput): ComparisonChartModel {
  const t = getTranslator(input.lang);
  const rows = input.targets.map((target) => comparisonRow(input, target));
  const all = rows.filter((_, index) => input.targets[index]?.hasFigure);
  const withoutFigure = rows.length - all.length;
  const unread = Math.max(0, (input.total ?? rows.length) - rows.length);
  const drawn = drawnRows(all, input.lang, unread, withoutFigure);
  const { title } = input;
  const frame = {
    asOfLabel: t("chart.cutOffOn", { day: formatIsoDate(input.today, input.lang) }),
    asOfDay: { of: "view", on: input.today } as const,
    sourceLabel: input.source === "" ? "" : t("chart.source", { label: input.source }),
    illustrativeLabel: input.illustrative ? t("chart.illustrative") : null,
    assumptionLabel: null,
  };
  const sentences = drawn.rows.map(
    (row) => `${row.label}${t("punctuation.colon")}${row.text}${t("punctuation.separator")}${row.lightLabel}`,
  );
  const findings = drawn.finding.text === "" ? [] : [drawn.finding.text];
  const empty = rows.length === 0 ? t("chart.noTargets") : t("finding.noneWithFigure");
  const details = [...findings, ...sentences, ...(drawn.annotations ?? [])];
  return {
    ...frame,
    ...drawn,
    unread,
    withoutFigure,
    drawing: "comparison",
    key: input.key,
    lang: input.lang,
    title,
    identityLabel: "",
    unitLabel: t("chart.unit", { label: "%" }),
    emptyLabel: all.length === 0 ? empty : null,
    description: describeFrame({ ...frame, title, lang: input.lang }, details.length === 0 ? [empty] : details),
    table: { ...comparisonTable(input, rows), notes: tableNotes(frame) },
    x: shareAxis(all),
  };
}
