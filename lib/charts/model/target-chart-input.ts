// The input of one target's chart. Plain domain values: the caller reads them, this folder only prepares the model.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { ReplacedTerms } from "@/lib/domain/targets/revisions";
import type { Freshness, Light, MetricKind, Reading, TargetTerms } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { ChartLanguage } from "./chart-model";

/** An approved reading known on the current day of the chart. */
export interface ChartReading extends Reading {
  readonly id: string;
  readonly illustrative: boolean;
  /** Where years are added: the value of its year, as reported; `value` is the sum so far. */
  readonly yearly?: Decimal | null;
}

/** A change of the promise. `before` and `after` are the target values; equal if another term changed. */
export interface ChartRevision {
  readonly on: IsoDate;
  readonly before: Decimal | null;
  readonly after: Decimal | null;
  readonly reason: string;
}

/** A value expected at `on`, with its range. */
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
  readonly metric: PrintedUnit & {
    readonly name: string;
    readonly kind: MetricKind;
    /** Decimals to which a computed value (a ratio, an expected value) is rounded. */
    readonly precision: number;
  };
  readonly terms: TargetTerms;
  /** False if the start or due date within the year is a planning assumption. */
  readonly periodPrinted: boolean;
  /** The keys of the steps that the source does not print. */
  readonly assumedSteps: readonly string[];
  /** The terms that revisions replaced, oldest first: the expected curve of a day follows the terms of that day. */
  readonly replacedTerms: readonly ReplacedTerms[];
  readonly readings: readonly ChartReading[];
  /** The year before, at its own dates; drawn a year later. */
  readonly lastYear?: readonly Reading[];
  readonly revisions: readonly ChartRevision[];
  readonly forecast: ChartForecast | null;
  /** The data source, in the chart's language. */
  readonly source: string;
  readonly today: IsoDate;
  /** Nothing is reported and nothing needs to be: reportStateOf(). */
  readonly needsNoReport: boolean;
  /** The standing on `today`, from which the finding takes share, gap and light. */
  readonly standing: {
    readonly light: Light;
    readonly freshness: Freshness;
    readonly completionRatio: number | null;
    readonly gapPoints: number | null;
    readonly gapValue: Decimal | null;
    /** The value that was judged: the latest one, an average or the best. */
    readonly judgedValue: Decimal | null;
  };
  /** Decides the days on which reports fell due. */
  readonly importedDays: ImportedDays;
  readonly lang: ChartLanguage;
  /** True if the whole chart is based on samples; a single illustrative reading is marked too. */
  readonly illustrative: boolean;
}
