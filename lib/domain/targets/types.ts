// The vocabulary shared by rules, charts, forms and columns. docs/GLOSSARY.md has the Chinese terms.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

export const METRIC_KINDS = ["cumulative", "level", "growth", "ratio", "rank", "milestone", "yes-no"] as const;

/** How a metric counts: see docs/GLOSSARY.md for each kind. */
export type MetricKind = (typeof METRIC_KINDS)[number];

export const DIRECTIONS = ["increase", "decrease"] as const;

/** Which way is better. A rank is always `decrease`: first place is the best. */
export type Direction = (typeof DIRECTIONS)[number];

export const COMPARATORS = [
  "at-least",
  "more-than",
  "at-most",
  "less-than",
  "equal",
  "about",
  "between",
  "within-rank",
  "first-third",
  "first-half",
] as const;

export type Comparator = (typeof COMPARATORS)[number];

export const JUDGINGS = [
  "latest",
  "every-period",
  "average",
  "average-by-days",
  "average-by-denominator",
  "best",
  "end-of-period",
  "sum-of-years",
] as const;

/**
 * How the readings of a target count:
 *
 * - `latest`: the latest reading decides;
 * - `every-period`: each reporting period must hold by itself, and one lapse breaks the promise;
 * - `average`, `average-by-days`, `average-by-denominator`: the mean of the periods, each counted once, by its days, or
 *   by its denominator (Σ numerators ÷ Σ denominators);
 * - `best`: the best reading so far, which cannot be lost again;
 * - `end-of-period`: only the value of the due date; nothing is achieved before it;
 * - `sum-of-years`: a total over years that is reported from 0 in each year: the last value of each year is added.
 */
export type Judging = (typeof JUDGINGS)[number];

export const TARGET_STATES = ["draft", "issued", "received", "closed", "withdrawn"] as const;

export type TargetState = (typeof TARGET_STATES)[number];

/** 办结意见: the supervisor's verdict when a target is closed. */
export const VERDICTS = ["completed", "partly-completed", "not-completed"] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Whether the public may read it. */
export const VISIBILITIES = ["public", "internal"] as const;

export type Visibility = (typeof VISIBILITIES)[number];

/** `entered`: typed by a person, without a source that prints it. */
export const BASELINE_ORIGINS = ["printed", "derived", "entered"] as const;

/** The origin of a value from before the target's period. */
export const PAST_VALUE_ORIGINS = [...BASELINE_ORIGINS, "illustrative"] as const;

export type PastValueOrigin = (typeof PAST_VALUE_ORIGINS)[number];

export type BaselineOrigin = (typeof BASELINE_ORIGINS)[number];

export const STANDARD_CALENDARS = ["monthly", "bi-monthly", "quarterly", "half-yearly", "yearly", "none"] as const;

/** `custom`: on the dates of a calendar that the office defines. */
export const REPORTING_CALENDARS = [...STANDARD_CALENDARS, "custom"] as const;

export type ReportingCalendar = (typeof REPORTING_CALENDARS)[number];

/** A report of a custom calendar: the as-of date of its value, and the last day on which it is on time. */
export interface ReportingDate {
  readonly asOf: IsoDate;
  readonly dueOn: IsoDate;
}

export const LIGHTS = [
  "achieved",
  "ahead",
  "on-track",
  "behind",
  "far-behind",
  "missed",
  "not-started",
  "no-report",
  "unset",
] as const;

export type Light = (typeof LIGHTS)[number];

export const FRESHNESSES = ["current", "due", "late", "never", "not-expected"] as const;

export type Freshness = (typeof FRESHNESSES)[number];

/** Why a number is unknown. It is never replaced by 0. */
export const UNKNOWN_REASONS = [
  "no-report",
  "no-baseline",
  "no-target-value",
  "target-equals-baseline",
  "not-a-percentage",
  "no-plan",
  "no-steps",
  /** A place within a share of its peers, reported without their number. */
  "no-peers",
  "too-few-points",
  "zero-denominator",
  /** A value that no rule accepts: a place below 1, a share of a negative whole, a number too large to compute with. */
  "out-of-range",
] as const;

export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

export type Known<T> = { readonly known: true; readonly value: T };

export type Unknown = { readonly known: false; readonly reason: UnknownReason };

/** A number, or the named reason why it is unknown. */
export type Maybe<T> = Known<T> | Unknown;

export interface Baseline {
  readonly value: Decimal;
  readonly year: number;
  readonly origin: BaselineOrigin;
  /** 暂定: until the final value of the earlier year replaces it. */
  readonly isProvisional?: boolean;
}

/** A point of the plan: by the end of `on`, `ratio` (0–1) of the way is planned. */
export interface PlanPoint {
  readonly on: IsoDate;
  readonly ratio: number;
}

/** A point of the plan in the metric's unit: the value that is planned by the end of `on`. */
export interface PlanValue {
  readonly on: IsoDate;
  readonly value: Decimal;
}

export const PLAN_SHAPES = ["linear", "flat", "points", "values", "last-year", "milestones"] as const;

export type PlanShape = (typeof PLAN_SHAPES)[number];

/**
 * How progress is planned. `points` and `last-year` have month-end points (last-year: last year's shape, moved into
 * this period); `values` has values in the metric's unit, by month, quarter or year; `milestones` derives them from the planned dates and weights of the steps. With `mergeJanuaryFebruary`
 * nothing is expected before the end of February, when two months are due at once.
 */
export interface Plan {
  readonly shape: PlanShape;
  readonly points: readonly PlanPoint[];
  readonly values: readonly PlanValue[];
  readonly mergeJanuaryFebruary: boolean;
}

export interface MilestoneStep {
  readonly key: string;
  readonly title: string;
  readonly titleEn: string;
  /** Relative weight, > 0; the weights of a target do not have to add up to 1. */
  readonly weight: number;
  readonly plannedOn: IsoDate;
}

/** What a target promises, as in force at one moment. */
export interface TargetTerms {
  readonly kind: MetricKind;
  readonly direction: Direction;
  readonly comparator: Comparator;
  /** `equal` and `about` only: a value on the metric's better side of the figure meets the promise as well. */
  readonly orBetter: boolean;
  /** `about` only: by how much a value may miss the figure, in the metric's unit; null for 5 % of the figure. */
  readonly tolerance: Decimal | null;
  readonly value: Decimal | null;
  readonly upperValue: Decimal | null;
  readonly stretchValue: Decimal | null;
  readonly baseline: Baseline | null;
  readonly judging: Judging;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly plan: Plan;
  readonly steps: readonly MilestoneStep[];
  readonly state: TargetState;
  /** The verdict of a closed target, which decides its light; null in every other state. */
  readonly verdict: Verdict | null;
  /** The issue date; null when in force since the start date. No report is due for a period that ended before it. */
  readonly issuedOn: IsoDate | null;
  readonly calendar: ReportingCalendar;
  /** The dates of a custom calendar, in order; empty for other calendars. */
  readonly reportingDates: readonly ReportingDate[];
  /** Working days after the end of a reporting period until its report is due. */
  readonly cutOffWorkingDays: number;
  /** Months from the end of a period until its figure is published and its report opens, 0–24; 0 for custom calendars. */
  readonly publicationLagMonths: number;
}

export interface CompletedStep {
  readonly key: string;
  readonly doneOn: IsoDate;
}

/**
 * One reported state of the metric at the end of `asOf`. By kind: cumulative, level and growth have `value`; ratio has
 * numerator and denominator, or the percentage in `value`; rank has the place in `value`; yes-no has 0 or 1 in `value`;
 * milestone has `completedSteps`.
 */
export interface Reading {
  readonly asOf: IsoDate;
  readonly value: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  /** Of a rank: the number of places, at least `value`; absent if unknown. It may change between readings. */
  readonly peers?: number | null;
  readonly completedSteps: readonly CompletedStep[];
}
