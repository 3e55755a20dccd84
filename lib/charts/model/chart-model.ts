// The chart model decides once what a chart shows; the figure, the interactive chart, the table and files only draw it.
import type { Typeface } from "@/lib/charts/layout/figure-choices";
import type { GanttChartModel, RowsChartModel, StepState } from "@/lib/charts/model/rows-chart-types";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light, MetricKind } from "@/lib/domain/targets/types";

export type ChartLanguage = "zh-CN" | "en";

/** A tick at `at` in the axis' units, with its formatted text. */
export interface AxisTick {
  readonly at: number;
  readonly label: string;
  /** Where the label is, if not at the tick: the middle of a month. */
  readonly labelAt?: number;
}

/** A fixed axis. Both drawings use this domain and these ticks. */
export interface ChartAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly AxisTick[];
  /** True puts the smallest value at the top, for ranks. */
  /** Its ticks are whole numbers: it counts. */
  readonly isWhole?: boolean;
  readonly reversed: boolean;
  /** The axis does not contain zero although its values count from zero: the drawing shows a break. */
  readonly isBroken: boolean;
  /** Next to or below the axis, for what the ticks omit (the year of month ticks). */
  readonly caption: string;
}

export type SeriesRole = "reported" | "expected" | "target" | "stretch" | "baseline" | "last-year" | "forecast";

/** `x` is the day number (days since 1970-01-01); `y` null is a gap and is never drawn as zero. */
export interface SeriesPoint {
  readonly x: number;
  readonly on: IsoDate;
  readonly y: number | null;
  /** The value as decimal text, exactly as stored; null if there is none. */
  readonly decimal: string | null;
  /** The value with its unit in the chart's language; for a gap, its reason. */
  readonly text: string;
  readonly illustrative: boolean;
  /** Of a reported value, its difference from the plan of that day in words. */
  readonly againstPlan?: string;
  /** The number next to the point, in the unit of the tick labels. */
  readonly pointLabel?: string;
}

export interface ChartSeries {
  readonly key: string;
  readonly role: SeriesRole;
  readonly label: string;
  /** The parts of the label next to the line: "Baseline 2022 (derived)", "CNY 31.65 billion"; no value for a plan. */
  readonly name: string;
  readonly valueText: string;
  /** A baseline that was derived or entered by hand. */
  readonly isUnprinted?: boolean;
  /**
   * `step` holds a value until the next one (a target line across a revision, a yes-no answer); bars and dots have no
   * value between their points.
   */
  readonly shape: "line" | "step" | "bar" | "dot";
  readonly markers: boolean;
  readonly points: readonly SeriesPoint[];
}

/** Between `low` and `high` at `x`: the forecast's range, drawn differently from data. */
export interface RangePoint {
  readonly x: number;
  readonly on: IsoDate;
  readonly low: number;
  readonly high: number;
}

export interface ChartRange {
  readonly key: string;
  readonly role: "forecast-range" | "target-range";
  readonly label: string;
  /** The parts of the label next to the band; the forecast's label names its range in `valueText`. */
  readonly name: string;
  readonly valueText: string;
  readonly points: readonly RangePoint[];
}

/** An event on a day: a revision of the target, the current day, a note of the reader. */
export interface ChartMark {
  readonly key: string;
  readonly role: "revision" | "today" | "due" | "note";
  readonly x: number;
  readonly on: IsoDate;
  readonly y: number | null;
  readonly label: string;
  readonly detail: string;
}

export interface ChartColumn {
  readonly key: string;
  readonly label: string;
  /** Number columns are right-aligned, and numbers in a spreadsheet; the header shows the unit. */
  readonly type: "text" | "date" | "number";
  readonly unit: string | null;
  /** The decimals to which a shown number is rounded; all of them by default. Data files contain every decimal. */
  readonly precision?: number;
}

export interface ChartCell {
  /** Raw value: decimal text, ISO day or plain text. Null is missing, and empty in every file. */
  readonly value: string | null;
  /** Formatted in the chart's language; a missing value is an em dash. */
  readonly text: string;
}

export interface ChartRow {
  readonly key: string;
  readonly cells: readonly ChartCell[];
}

/** The same numbers as rows, for screen readers and files. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
  /** As-of, source and, if any reported value is a sample, a statement of that. */
  readonly notes: readonly string[];
}

export interface LegendItem {
  readonly key: string;
  readonly label: string;
  readonly swatch: SeriesRole | "forecast-range" | "target-range" | "expected-share" | "revision" | StepState | Light;
  /** A baseline that was not printed. */
  readonly isUnprinted?: boolean;
  /** Drawn as a bar, a dot or an upright line instead of a line. */
  readonly mark?: "bar" | "dot" | "rule";
}

/** What a chart shows, in one sentence, and the light that follows it as shape and word. */
export interface ChartFinding {
  readonly text: string;
  readonly light: { readonly light: Light; readonly label: string; readonly isStale: boolean } | null;
}

/** A picture at the top right of the figure, in every file format that draws one. */
export interface ChartLogo {
  /** A data URL of a PNG. */
  readonly url: string;
  /** In pixels of the picture; only their ratio matters. */
  readonly width: number;
  readonly height: number;
}

/** The day of the latest value, or the cut-off of a chart of many targets. */
interface DataDay {
  readonly of: "value" | "view";
  readonly on: IsoDate;
}

/** What all charts have in common. All text is formatted and in `lang`. */
export interface ChartFrame {
  readonly key: string;
  readonly lang: ChartLanguage;
  readonly title: string;
  /** Of a target among others. */
  readonly panelTitle?: string;
  /** What the chart shows, below the title; its light follows as shape and word. */
  readonly finding: ChartFinding;
  /** Code, name and owner for a target; empty otherwise. */
  readonly identityLabel: string;
  /** The value axis' unit, empty if it has none. */
  readonly unitLabel: string;
  readonly sourceLabel: string;
  readonly asOfLabel: string;
  /** The day of `asOfLabel` for data files; absent without a value. */
  readonly asOfDay?: DataDay;
  /** The day of view, where the picture does not mark it: its lights and late days are of that day. */
  readonly cutOffLabel?: string;
  /** Set if any reported value is a sample: shown on screen and in every file. */
  readonly illustrativeLabel: string | null;
  /** Which dates and weights are planning assumptions, shown like the sample mark; null if none. */
  readonly assumptionLabel: string | null;
  /** The reason why there is no data; null if there is data. */
  readonly emptyLabel: string | null;
  /** One or two sentences that describe the picture. */
  readonly description: string;
  readonly legend: readonly LegendItem[];
  readonly table: ChartTable;
  /** Sentences below the picture: the notes of its signs, and what it leaves out. */
  readonly annotations?: readonly string[];
  /** Of the office that made the figure. */
  readonly logo?: ChartLogo;
  /** The colour of reported values on bright grounds, as #rrggbb. */
  readonly colour?: string;
  /** Of a file; on a page the page's. */
  readonly typeface?: Typeface;
}

/** Values over time: cumulative, level, growth, ratio, rank and yes-no targets. */
export interface PlotChartModel extends ChartFrame {
  readonly drawing: "plot";
  readonly kind: MetricKind;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** Values are in the printed unit; multiplied by this, they are in the unit of `unitLabel` and of the tick labels. */
  readonly yFactor: number;
  /** The most decimals of a value in the printed unit. */
  readonly precision: number;
  /** The comparator of the target's figure: 不少于, "about"; empty without a figure. */
  readonly comparatorLabel: string;
  readonly series: readonly ChartSeries[];
  readonly ranges: readonly ChartRange[];
  readonly marks: readonly ChartMark[];
  /** Who names the lines; by default their labels. */
  readonly naming?: Naming;
}

/** Labels next to lines, or the legend with the latest value in the plot or without it. */
export type Naming = "labels" | "legend" | "none";

export type TargetChartModel = PlotChartModel | GanttChartModel;

/** Several targets, each with separate scales. */
export interface MultiplesChartModel extends ChartFrame {
  readonly drawing: "multiples";
  readonly panels: readonly TargetChartModel[];
}

export type ChartModel = PlotChartModel | RowsChartModel | MultiplesChartModel;
