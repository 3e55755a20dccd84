// A department's picture, or that of targets compared: each target's completion against what was expected, on one axis in per cent.

import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS, type Light, type UnknownReason } from "@/lib/domain/targets/types";
import { formatNumber } from "@/lib/domain/units/format-measure";
import type {
  AxisTick,
  ChartAxis,
  ChartLanguage,
  ChartTable,
  ComparisonChartModel,
  ComparisonRow,
  LegendItem,
} from "./chart-model";
import { dayText, percentText } from "./chart-text";
import { chartWords } from "./chart-words";
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
    /** Why there is no completion; and the latest value as text (第3位) where a percentage would not be honest. */
    readonly reason: UnknownReason | null;
    readonly latestText: string | null;
  }[];
  /** How many there are, where `targets` are only the first of them. */
  readonly total?: number | undefined;
  readonly today: IsoDate;
  readonly source: string;
  readonly illustrative: boolean;
  readonly lang: ChartLanguage;
}

/** No more are drawn: more cannot be read at a glance. The data files keep all. */
const MOST_ROWS = 20;

/** Beyond these a bar is cut, and its text tells the true share. */
const SHORTEST_PERCENT = -50;
const LONGEST_PERCENT = 150;

function rounded(ratio: number | null): number | null {
  return ratio === null || !Number.isFinite(ratio) ? null : Math.round(ratio * 1000) / 10;
}

function comparisonRow(input: DepartmentChartInput, target: DepartmentChartInput["targets"][number]): ComparisonRow {
  const words = chartWords(input.lang);
  const completion = rounded(target.completionRatio);
  const why = target.latestText ?? words.reasons[target.reason ?? "no-report"];
  return {
    key: target.code,
    label: target.title,
    light: target.light,
    lightLabel: words.lights[target.light],
    completionPercent: completion,
    expectedPercent: rounded(target.expectedRatio),
    text: completion === null ? why : percentText(completion),
  };
}

function comparisonTable(input: DepartmentChartInput, rows: readonly ComparisonRow[]): Omit<ChartTable, "notes"> {
  const words = chartWords(input.lang);
  const share = (value: number | null) =>
    value === null ? MISSING : { value: String(value), text: percentText(value) };
  return {
    caption: input.title,
    columns: [
      { key: "target", label: words.targetColumn, type: "text", unit: null },
      { key: "light", label: words.light, type: "text", unit: null },
      { key: "completion", label: words.completion, type: "number", unit: "%" },
      { key: "expected", label: words.expectedCompletion, type: "number", unit: "%" },
      { key: "note", label: words.note, type: "text", unit: null },
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
  const words = chartWords(lang);
  const lights = LIGHTS.filter((light) => rows.some((row) => row.light === light));
  const items: LegendItem[] = lights.map((light) => ({ key: light, label: words.lights[light], swatch: light }));
  if (rows.some((row) => row.expectedPercent !== null)) {
    items.push({ key: "expected", label: words.expectedCompletion, swatch: "expected" });
  }
  return items;
}

/** The first of the rows as the picture, and a sentence for those it leaves out. @param unread how many more there are. */
export function drawnRows(
  all: readonly ComparisonRow[],
  lang: ChartLanguage,
  unread: number,
): Pick<ComparisonChartModel, "rows" | "rest" | "legend" | "annotations"> {
  const [rows, rest] = [all.slice(0, MOST_ROWS), all.slice(MOST_ROWS)];
  const others = rest.length + unread;
  const annotations = others === 0 ? [] : [chartWords(lang).mostUrgent(rows.length, others)];
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

/** A target without a percentage (a rank, no report) has no bar: its row says what is known instead. */
export function prepareDepartmentChart(input: DepartmentChartInput): ComparisonChartModel {
  const words = chartWords(input.lang);
  const all = input.targets.map((target) => comparisonRow(input, target));
  const unread = Math.max(0, (input.total ?? all.length) - all.length);
  const drawn = drawnRows(all, input.lang, unread);
  const { title } = input;
  const frame = {
    asOfLabel: words.asOf(dayText(input.today, input.lang)),
    sourceLabel: input.source === "" ? "" : words.source(input.source),
    illustrativeLabel: input.illustrative ? words.illustrative : null,
  };
  const sentences = drawn.rows.map((row) => `${row.label} ${row.text}${words.separator}${row.lightLabel}`);
  const told = [...sentences, ...(drawn.annotations ?? [])].join(words.stop);
  const ending = input.illustrative ? `${words.stop}${words.illustrative}` : "";
  return {
    ...frame,
    ...drawn,
    unread,
    drawing: "comparison",
    key: input.key,
    lang: input.lang,
    title,
    subtitle: "",
    unitLabel: words.unit("%"),
    emptyLabel: all.length === 0 ? words.noTargets : null,
    description: `${title}${words.colon}${told || words.noTargets}${ending}${words.stop}`.trim(),
    table: { ...comparisonTable(input, all), notes: tableNotes(frame) },
    x: shareAxis(all),
  };
}
