// What the chart of one target is made from. Plain domain values: a caller reads them, this folder only prepares.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { MetricKind, Reading, TargetTerms } from "@/lib/domain/targets/types";
import type { ChartLanguage } from "./chart-model";

/** An approved reading known on the day the chart is looked at. */
export interface ChartReading extends Reading {
  readonly id: string;
  readonly illustrative: boolean;
}

/** A change of what was promised. `before` and `after` are the promised value; equal when another term changed. */
export interface ChartRevision {
  readonly on: IsoDate;
  readonly before: Decimal | null;
  readonly after: Decimal | null;
  readonly reason: string;
}

/** A value expected at `on`, with the range it may fall in. */
export interface ChartForecast {
  readonly on: IsoDate;
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
}

export interface TargetChartInput {
  readonly code: string;
  readonly title: string;
  readonly owner: string;
  readonly metric: {
    readonly name: string;
    /** The unit as printed: 亿元, 个, %; empty for a yes-no or milestone. */
    readonly unit: string;
    readonly kind: MetricKind;
    /** Decimals a worked-out value (a ratio, an expected value) is rounded to. */
    readonly precision: number;
  };
  readonly terms: TargetTerms;
  readonly readings: readonly ChartReading[];
  /** The year before, at its own dates; drawn a year later. */
  readonly lastYear?: readonly Reading[];
  readonly revisions: readonly ChartRevision[];
  readonly forecast: ChartForecast | null;
  /** Where the numbers come from, in the chart's language. */
  readonly source: string;
  readonly today: IsoDate;
  /** For the days on which reports fell due. */
  readonly importedDays: ImportedDays;
  readonly lang: ChartLanguage;
  /** True when the whole picture rests on samples; a single illustrative reading says so by itself too. */
  readonly illustrative: boolean;
}
