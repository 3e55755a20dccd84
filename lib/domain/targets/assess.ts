// The only module that produces a light.
import { Decimal } from "decimal.js";
import { completionRatio, readingValue } from "@/lib/domain/targets/completion";
import { expectedRatio, isExpectedAtOnce } from "@/lib/domain/targets/expected";
import { type Goal, goalOf, meetsGoal, type SetGoal } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import { POINT_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import { gapBand } from "@/lib/domain/targets/rule-sets";
import type {
  Assessment,
  Decider,
  Light,
  LightBasis,
  Maybe,
  Reading,
  RuleSet,
  TargetTerms,
  Unknown,
  UnknownReason,
} from "@/lib/domain/targets/types";

type Judgement = readonly [Light, Decider];

/**
 * Assesses a target by its latest approved reading, as of the date of the reading.
 *
 * Numbers: completion c from completionRatio(), expectation e from expectedRatio() at the as-of date, both as ratios
 * with 6 decimals; gap = (c − e) × 100 percentage points, 4 decimals, before any threshold is compared. Under a budget
 * the gap is the headroom (e − c) × 100, so that positive is better everywhere.
 *
 * The light and the rule that decides it (`basis.decider`), in this order:
 * - `verdict`: a closed target is `achieved` when completed, else `missed`;
 * - `not-set`, `not-judged`: `unset` without a figure or steps, for a draft, a withdrawn target or a plan without points;
 * - `no-report`: no reading, or one without a usable value;
 * - `met`: `achieved` when the reading meets the goal on the due date or later, or at any time when that is lasting;
 * - `due-passed`: `far-behind` when a reading of the due date or later does not meet the goal;
 * - otherwise the goal's rule in GOAL_RULES, see judge().
 *
 * `not-started`, and `missed` without a verdict, depend on the day the target is looked at: lightOn(). Numbers are
 * never NaN or Infinity; −0 becomes 0.
 */
export function assessTarget(terms: TargetTerms, reading: Reading | null, rules: RuleSet): Assessment {
  const goal = goalOf(terms);
  const assessment = assessReading(terms, goal, reading, rules);
  if (terms.verdict === null) return assessment;
  const light = terms.verdict === "completed" ? "achieved" : "missed";
  return { ...assessment, light, basis: { ...assessment.basis, decider: "verdict" } };
}

function assessReading(terms: TargetTerms, goal: Goal, reading: Reading | null, rules: RuleSet): Assessment {
  if (goal.type === "unset") return withoutNumbers(goal, goal.reason, unsetBy(goal.reason));
  const isInForce = terms.state !== "draft" && terms.state !== "withdrawn";
  const nothing = (reason: UnknownReason) =>
    withoutNumbers(goal, reason, isInForce ? ["no-report", "no-report"] : NOT_JUDGED);
  if (reading === null) return nothing("no-report");
  const value = readingValue(terms, reading);
  const met = value.known ? meetsGoal(goal, value.value) : value;
  if (!value.known || !met.known) return nothing(met.known ? "no-report" : met.reason);
  const completion = completionRatio(terms, reading, goal);
  if (!completion.known && completion.reason === "out-of-range") return nothing("out-of-range");
  const expected = expectedRatio(terms, reading.asOf, goal);
  const gap = gapPoints(goal, completion, expected);
  const isDue = reading.asOf >= terms.dueOn;
  const [light, decider] = isInForce ? judge(goal, value.value, { met: met.value, isDue, gap, rules }) : NOT_JUDGED;
  const basis = basisOf(goal, decider);
  return { completionRatio: completion, expectedRatio: expected, gapPoints: gap, met, light, basis };
}

const NOT_JUDGED: Judgement = ["unset", "not-judged"];

function unsetBy(reason: UnknownReason): Judgement {
  return reason === "no-target-value" ? ["unset", "not-set"] : NOT_JUDGED;
}

function withoutNumbers(goal: Goal, reason: UnknownReason, [light, decider]: Judgement): Assessment {
  const none: Unknown = unknown(reason);
  const basis = basisOf(goal, decider);
  return { completionRatio: none, expectedRatio: none, gapPoints: none, met: none, light, basis };
}

function basisOf(goal: Goal, decider: Decider): LightBasis {
  const { completion, gap } = goal.type === "unset" ? GOAL_RULES["climb-to"] : GOAL_RULES[goal.type];
  const hasStart = goal.type === "climb-to" || goal.type === "unset";
  return {
    decider,
    formula: completion,
    startValue: hasStart ? goal.start : null,
    isExpectedAtOnce: isExpectedAtOnce(goal),
    isHeadroom: gap === "headroom",
  };
}

function gapPoints(goal: SetGoal, completion: Maybe<number>, expected: Maybe<number>): Maybe<number> {
  if (!completion.known) return completion;
  if (!expected.known) return expected;
  const difference = new Decimal(completion.value).minus(expected.value);
  const isHeadroom = GOAL_RULES[goal.type].gap === "headroom";
  return roundedNumber((isHeadroom ? difference.negated() : difference).times(100), POINT_DECIMALS);
}

interface Measured {
  readonly met: boolean;
  /** The reading is of the due date or later. */
  readonly isDue: boolean;
  readonly gap: Maybe<number>;
  readonly rules: RuleSet;
}

/**
 * The light of a target in force with a usable reading. Before the due date, and unless meeting the goal is lasting:
 *
 * - `bands`: by the band of the gap; once met, `on-track` at least, and `achieved` only on the due date;
 * - `state`: `on-track` or `ahead` while met, `behind` at best while not;
 * - `headroom`: by the headroom while under the limit; `far-behind` once over it;
 * - `range`: by the band below the range, `on-track` inside it, `far-behind` above it;
 * - `place`: `ahead` at the stretch place, `on-track` at the promised one, `behind` one place off, else `far-behind`;
 * - `answer`: `on-track`.
 */
function judge(goal: SetGoal, value: Decimal, measured: Measured): Judgement {
  const { met, isDue } = measured;
  if (met && (isDue || isLasting(goal))) return ["achieved", "met"];
  if (isDue) return ["far-behind", "due-passed"];
  switch (GOAL_RULES[goal.type].light) {
    case "bands":
      return met ? [greenBand(measured), "state"] : banded(measured, "bands", "unset");
    case "state":
      return [met ? greenBand(measured) : redBand(measured), goal.type === "stay-within" ? "range" : "state"];
    case "headroom":
      return met ? banded(measured, "headroom", "on-track") : ["far-behind", "over-ceiling"];
    case "range":
      return rangeLight(goal, value, measured);
    case "place":
      return [placeLight(goal, value, met), "place"];
    case "answer":
      return ["on-track", "yes-no"];
  }
}

/** Whether meeting the goal once fulfils the promise. */
function isLasting(goal: SetGoal): boolean {
  return goal.type === "climb-to" ? goal.isLasting : goal.type === "complete-steps" || goal.type === "answer";
}

/** The gap's band; `otherwise` where the gap is not a percentage, and `unset` where the plan is missing. */
function band({ gap, rules }: Measured, otherwise: Light): Light {
  if (gap.known) return gapBand(rules, gap.value);
  return gap.reason === "no-plan" || gap.reason === "no-steps" ? "unset" : otherwise;
}

function banded(measured: Measured, decider: Decider, otherwise: Light): Judgement {
  const light = band(measured, otherwise);
  return light === "unset" ? NOT_JUDGED : [light, decider];
}

function greenBand(measured: Measured): Light {
  return band(measured, "on-track") === "ahead" ? "ahead" : "on-track";
}

function redBand(measured: Measured): Light {
  return band(measured, "behind") === "far-behind" ? "far-behind" : "behind";
}

function placeLight({ target, stretch }: SetGoal, value: Decimal, met: boolean): Light {
  if (met) return stretch !== null && value.lte(stretch) ? "ahead" : "on-track";
  return value.minus(target).lte(1) ? "behind" : "far-behind";
}

function rangeLight({ limits }: SetGoal, value: Decimal, measured: Measured): Judgement {
  const isAbove = limits.some(({ operator, figure }) => operator === "<=" && value.gt(figure));
  if (isAbove) return ["far-behind", "range"];
  return measured.met ? [greenBand(measured), "range"] : banded(measured, "range", "behind");
}
