// The goals that terms can state. goalOf() chooses one; goal-rules.ts says how each is judged.
import type { Decimal } from "decimal.js";
import type { TargetTerms, UnknownReason } from "@/lib/domain/targets/types";

/** A bound that a value must respect. */
export interface Limit {
  readonly operator: ">=" | ">" | "<=" | "<";
  readonly figure: Decimal;
}

export interface Figures {
  /** The promised figure T; the lower end of a range. */
  readonly target: Decimal;
  /** The promise is met when all of them hold. */
  readonly limits: readonly Limit[];
  /** The value s at which progress is 0 %; null where there is no such value. */
  readonly start: Decimal | null;
  /** The stretch value, above the promise; it has a separate marker. */
  readonly stretch: Decimal | null;
}

/** A value or total that moves from `start` to the figure. */
export interface ClimbTo extends Figures {
  readonly type: "climb-to";
  readonly start: Decimal;
  /** Reaching the figure once fulfils the promise; otherwise it can be lost again before the due date. */
  readonly isLasting: boolean;
}

/** A state that holds on every day: nothing is climbed, and no pace excuses a value outside. */
interface Stay extends Figures {
  readonly type: "stay-above" | "stay-below" | "stay-within";
}

/** A value that follows its planned values, such as an average of the year to date that starts high. */
interface FollowCourse extends Figures {
  readonly type: "follow-course";
}

/** A budget: a total that grows and must not exceed the figure. */
interface TotalBelow extends Figures {
  readonly type: "total-below";
}

/** A total that ends inside a range. */
interface TotalWithin extends Figures {
  readonly type: "total-within";
  /** The range starts at 0 or below, so the total is inside from the first day. */
  readonly startsInside: boolean;
}

/** This place or better; 1 is the best. */
interface ReachRank extends Figures {
  readonly type: "reach-rank";
}

/** All steps are completed: the figure is their number. */
interface CompleteSteps extends Figures {
  readonly type: "complete-steps";
}

/** A yes-no question is answered with yes, which is 1. */
interface Answer extends Figures {
  readonly type: "answer";
}

/** Nothing can be judged until the missing term is set. */
export interface UnsetGoal {
  readonly type: "unset";
  readonly reason: Extract<UnknownReason, "no-target-value" | "no-steps" | "no-peers">;
  /** Where progress will start once the figure is set; null where it has no start. */
  readonly start: Decimal | null;
}

export type SetGoal = ClimbTo | Stay | FollowCourse | TotalBelow | TotalWithin | ReachRank | CompleteSteps | Answer;

export type Goal = SetGoal | UnsetGoal;

export type GoalTerms = Pick<
  TargetTerms,
  | "kind"
  | "direction"
  | "judging"
  | "comparator"
  | "orBetter"
  | "tolerance"
  | "value"
  | "upperValue"
  | "stretchValue"
  | "baseline"
  | "plan"
  | "steps"
>;
