// The vocabulary every rule, chart, form and column shares. docs/GLOSSARY.md says each word in Chinese.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

export const METRIC_KINDS = ["cumulative", "level", "growth", "ratio", "rank", "milestone", "yes-no"] as const;
/** How a metric counts: see docs/GLOSSARY.md for each kind. */
export type MetricKind = (typeof METRIC_KINDS)[number];

export const DIRECTIONS = ["increase", "decrease"] as const;
/** Which way is better. A rank always reads `decrease`: first place is the best. */
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
] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const TARGET_STATES = ["draft", "issued", "received", "closed", "withdrawn"] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** 办结意见: the supervisor's verdict when a target is closed. */
export const VERDICTS = ["completed", "partly-completed", "not-completed"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether the public may read it. */
export const VISIBILITIES = ["public", "internal"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const BASELINE_ORIGINS = ["printed", "derived"] as const;
/** Where a value from before the target's period comes from. */
export const PAST_VALUE_ORIGINS = [...BASELINE_ORIGINS, "illustrative"] as const;
export type BaselineOrigin = (typeof BASELINE_ORIGINS)[number];

export const STANDARD_CALENDARS = ["monthly", "bi-monthly", "quarterly", "half-yearly", "yearly", "none"] as const;
/** `custom`: on the dates of a calendar of the office's own. */
export const REPORTING_CALENDARS = [...STANDARD_CALENDARS, "custom"] as const;
export type ReportingCalendar = (typeof REPORTING_CALENDARS)[number];

/** A report of a custom calendar: the day its value speaks of, and the last day on which it is in time. */
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

/** Why a number cannot be given. Never replaced by 0. */
export const UNKNOWN_REASONS = [
  "no-report",
  "no-baseline",
  "no-target-value",
  "target-equals-baseline",
  "not-a-percentage",
  "no-plan",
  "no-steps",
  "too-few-points",
  "zero-denominator",
  /** A value no rule can take: a place below 1, a share of a negative whole, a number too large to compute with. */
  "out-of-range",
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

export type Known<T> = { readonly known: true; readonly value: T };
export type Unknown = { readonly known: false; readonly reason: UnknownReason };
/** A number, or the named reason why there is none. */
export type Maybe<T> = Known<T> | Unknown;

export interface Baseline {
  readonly value: Decimal;
  readonly year: number;
  readonly origin: BaselineOrigin;
}

/** A point of an expected curve: by the end of `on`, `ratio` (0–1) of the way is planned. */
export interface PlanPoint {
  readonly on: IsoDate;
  readonly ratio: number;
}

export const PLAN_SHAPES = ["linear", "flat", "points", "last-year", "milestones"] as const;
export type PlanShape = (typeof PLAN_SHAPES)[number];

/**
 * The expected curve. `points` and `last-year` carry month-end points (last-year: last year's shape, moved
 * into this period); `milestones` derives them from the steps' planned dates and weights. With
 * `mergeJanuaryFebruary` nothing is expected before the end of February, when two months fall due at once.
 */
export interface Plan {
  readonly shape: PlanShape;
  readonly points: readonly PlanPoint[];
  readonly mergeJanuaryFebruary: boolean;
}

export interface MilestoneStep {
  readonly key: string;
  readonly title: string;
  readonly titleEn: string;
  /** Relative weight, > 0; the weights of a target need not sum to 1. */
  readonly weight: number;
  readonly plannedOn: IsoDate;
}

/** What was promised, as it stood in force at some moment. */
export interface TargetTerms {
  readonly kind: MetricKind;
  readonly direction: Direction;
  readonly comparator: Comparator;
  readonly value: Decimal | null;
  readonly upperValue: Decimal | null;
  readonly stretchValue: Decimal | null;
  readonly baseline: Baseline | null;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly plan: Plan;
  readonly steps: readonly MilestoneStep[];
  readonly state: TargetState;
  /** What it was closed with; null in every other state. It decides the light. */
  readonly verdict: Verdict | null;
  /** The day it was issued; null where it has been in force from its start day on. No report is owed for a period that ended before. */
  readonly issuedOn: IsoDate | null;
  readonly calendar: ReportingCalendar;
  /** Of a custom calendar, in order; empty for the others. */
  readonly reportingDates: readonly ReportingDate[];
  /** Working days after a reporting period's end by which the report must be in. */
  readonly cutOffWorkingDays: number;
}

export interface CompletedStep {
  readonly key: string;
  readonly doneOn: IsoDate;
}

/**
 * One reported state of the metric at the end of `asOf`. By kind: cumulative/level/growth carry `value`;
 * ratio carries numerator and denominator (its value is worked out, in %); rank carries the place in `value`;
 * yes-no carries 0 or 1 in `value`; milestone carries `completedSteps`.
 */
export interface Reading {
  readonly asOf: IsoDate;
  readonly value: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly completedSteps: readonly CompletedStep[];
}

/** The gap bands of the light. Bounds in percentage points, read as: gap ≥ ahead → ahead, … else far-behind. */
export interface RuleSet {
  readonly key: string;
  readonly aheadFrom: number;
  readonly onTrackFrom: number;
  readonly behindFrom: number;
}

/** The rule that gives a light; only `bands` and `headroom` compare the gap with the rule set's thresholds. */
export type Decider =
  | "not-set"
  | "not-judged"
  | "verdict"
  | "not-started"
  | "no-report"
  | "met"
  | "due-passed"
  | "due-without-report"
  | "place"
  | "yes-no"
  | "over-ceiling"
  | "headroom"
  | "range"
  | "state"
  | "bands";

/** What a light is derived from, for "why this light". */
export interface LightBasis {
  readonly decider: Decider;
  /** How completion is computed: see GoalRules. */
  readonly formula: "way" | "share" | "steps" | "answer" | "none";
  /** s of the formula `way`; null for the others. */
  readonly startValue: Decimal | null;
  /** The whole is expected on every day, whatever the plan. */
  readonly isExpectedAtOnce: boolean;
  /** The gap is what remains under a limit: expected − done. */
  readonly isHeadroom: boolean;
}

/** What the rules make of terms and one reading. It holds at the reading's as-of date, not at any "today". */
export interface Assessment {
  /** Share of the way done, 1 = done; rank has none (`not-a-percentage`). */
  readonly completionRatio: Maybe<number>;
  /** Share of the way that is expected at the as-of date. */
  readonly expectedRatio: Maybe<number>;
  /**
   * (completion − expected) × 100, in percentage points: positive is better. Under a limit, where using less is
   * better, it is the headroom (expected − completion) × 100.
   */
  readonly gapPoints: Maybe<number>;
  /** Whether this reading by itself meets the goal. */
  readonly met: Maybe<boolean>;
  /**
   * The light at the as-of date. `not-started`, and `missed` without a verdict, depend on the day it is looked at:
   * lightOn().
   */
  readonly light: Light;
  readonly basis: LightBasis;
}
