// What an assessment contains: the bounds of the gap, the deciding rule and its numbers.
import type { Decimal } from "decimal.js";
import type { Light, Maybe, MetricKind } from "@/lib/domain/targets/types";

/** The lower bounds of the bands: gap ≥ aheadFrom is ahead, …, below behindFrom far behind. */
export interface GapBounds {
  readonly aheadFrom: number;
  readonly onTrackFrom: number;
  readonly behindFrom: number;
}

export const GAP_MEASURES = ["points", "unit", "percent"] as const;

/**
 * In what a gap is compared with the bounds: completion points, the metric's unit (percentage points for a percentage),
 * or per cent of the target value.
 */
export type GapMeasure = (typeof GAP_MEASURES)[number];

/** Separate bounds for the targets of one kind. */
export interface KindBounds extends GapBounds {
  readonly measure: GapMeasure;
}

/**
 * The bands of the gap. The bounds are completion points for a plan, a budget and steps, and per cent of the target
 * value for a state, unless a kind has its own.
 */
export interface RuleSet extends GapBounds {
  readonly key: string;
  readonly kinds: Readonly<Partial<Record<MetricKind, KindBounds>>>;
}

/** The rule that gives a light. */
export type Decider =
  | "not-set"
  | "not-judged"
  | "verdict"
  | "not-started"
  | "not-received"
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
  | "lapsed"
  | "periods-missing"
  | "step-overdue"
  | "bands";

/** The inputs of a light, for "why this light". */
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
  /** The bounds of the gap; null for a goal that is not judged by a gap. */
  readonly bounds: KindBounds | null;
}

/** The assessment of terms with the readings in force. It holds at the latest as-of date, not at any "today". */
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
  /**
   * The gap in the metric's unit: value − expected value where more is better, expected − value where less is; the
   * distance outside a range, 0 inside it; places for a rank, steps for a milestone. Positive is better.
   */
  readonly gapValue: Maybe<Decimal>;
  /** The value that is judged, in the metric's unit: the latest, an average or the best, by the terms' judging. */
  readonly judgedValue: Maybe<Decimal>;
  /** Whether the readings meet the goal as of the latest one. */
  readonly met: Maybe<boolean>;
  /**
   * The light at the as-of date. `not-started`, and `missed` without a verdict, depend on the day it is looked at:
   * lightOn().
   */
  readonly light: Light;
  readonly basis: LightBasis;
}
