// The only module that produces a light.
import type { Decimal } from "decimal.js";
import type { Assessment, Decider, LightBasis, RuleSet } from "@/lib/domain/targets/assessment";
import { completionRatio } from "@/lib/domain/targets/completion";
import { expectedRatio, isExpectedAtOnce } from "@/lib/domain/targets/expected";
import { gapPoints, gapValue, type MeasuredGap, measuredGap } from "@/lib/domain/targets/gap";
import { climbsUp, goalOf, meetsGoal } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import type { Goal, SetGoal } from "@/lib/domain/targets/goal-types";
import { judgeReadings } from "@/lib/domain/targets/judging";
import { known, unknown } from "@/lib/domain/targets/maybe";
import { overdueSteps } from "@/lib/domain/targets/milestones";
import { type BandLight, gapBand } from "@/lib/domain/targets/rule-sets";
import { isGreen } from "@/lib/domain/targets/standing";
import type { Light, Reading, TargetTerms, Unknown, UnknownReason } from "@/lib/domain/targets/types";

type Judgement = readonly [Light, Decider];

/**
 * Assesses a target by its approved readings, as of the date of the latest one.
 *
 * Numbers: completion c from completionRatio(), expectation e from expectedRatio() at the as-of date, both as ratios
 * with 6 decimals; the gap in completion points (4 decimals) and in the metric's unit, before any bound is compared:
 * see gap.ts. The value that is judged follows the terms' judging: see judgeReadings().
 *
 * The light and the rule that decides it (`basis.decider`), in this order:
 * - `verdict`: a closed target is `achieved` when completed, else `missed`;
 * - `not-set`, `not-judged`: `unset` without a figure or steps, for a draft, a withdrawn target or a plan without points;
 * - `not-received`: `not-started` while the owner has not received the target, and nothing is reported;
 * - `no-report`: no reading, or one without a usable value;
 * - `lapsed`: `far-behind` when every period must hold and one did not, whatever came later;
 * - `met`: `achieved` when the goal is met on the due date or later, or at any time when that is lasting;
 * - `periods-missing`: where each period counts and one was not reported, `far-behind` from the due date on and until
 *   then `behind` at best: silence proves nothing;
 * - `due-passed`: `far-behind` when a reading of the due date or later does not meet the goal;
 * - otherwise the goal's rule in GOAL_RULES, see judge().
 *
 * `not-started`, `missed` without a verdict and a step that becomes overdue depend on the day the target is looked at:
 * lightOn(). Numbers are never NaN or Infinity; −0 becomes 0.
 *
 * @param readings the approved readings in force, in any order; of two with the same date the later one counts.
 */
export function assessTarget(terms: TargetTerms, readings: readonly Reading[], rules: RuleSet): Assessment {
  const assessment = assessReadings(terms, readings, rules);
  if (terms.verdict === null) return assessment;
  const light = terms.verdict === "completed" ? "achieved" : "missed";
  return { ...assessment, light, basis: { ...assessment.basis, decider: "verdict" } };
}

function assessReadings(terms: TargetTerms, readings: readonly Reading[], rules: RuleSet): Assessment {
  const open = goalOf(terms);
  if (open.type === "unset" && open.reason !== "no-peers") {
    return withoutNumbers(open, open.reason, unsetBy(open.reason));
  }
  const isInForce = terms.state !== "draft" && terms.state !== "withdrawn";
  const nothing = (reason: UnknownReason) =>
    withoutNumbers(open, reason, isInForce ? ["no-report", "no-report"] : NOT_JUDGED);
  const reading = latestReading(readings);
  if (reading === null && terms.state === "issued") return withoutNumbers(open, "no-report", NOT_RECEIVED);
  if (reading === null) return nothing("no-report");
  const judged = judgeReadings(terms, readings, reading);
  const { value, goal } = judged;
  if (goal.type === "unset") return nothing(goal.reason);
  const meets = value.known ? meetsGoal(goal, value.value) : value;
  if (!value.known || !meets.known) return nothing(meets.known ? "no-report" : meets.reason);
  const completion = completionRatio(terms, reading, goal, value);
  if (!completion.known && completion.reason === "out-of-range") return nothing("out-of-range");
  const expected = expectedRatio(terms, reading.asOf, goal);
  const measurement = { terms, goal, reading, value: value.value, completion, expected };
  const gaps = { points: gapPoints(measurement), value: gapValue(measurement) };
  const isProved = !judged.hasLapsed && judged.missingPeriods === 0;
  const met = meets.value && isProved;
  const measured: Measured = {
    ...measuredGap(measurement, rules, gaps),
    ...judged,
    met: meets.value,
    isDue: reading.asOf >= terms.dueOn,
    isLasting: isLasting(terms, goal),
    isOverdue: overdueSteps(terms, reading).length > 0,
  };
  const [light, decider] = isInForce ? lightOf(goal, value.value, measured) : NOT_JUDGED;
  return {
    completionRatio: completion,
    expectedRatio: expected,
    gapPoints: gaps.points,
    gapValue: gaps.value,
    judgedValue: value,
    met: known(met),
    light,
    basis: { ...basisOf(goal, decider), bounds: isBanded(goal) ? measured.bounds : null },
  };
}

/** The reading with the latest as-of date; of two with the same date the later one in the list. */
export function latestReading(readings: readonly Reading[]): Reading | null {
  return readings.reduce<Reading | null>(
    (latest, one) => (latest === null || one.asOf >= latest.asOf ? one : latest),
    null,
  );
}

const NOT_JUDGED: Judgement = ["unset", "not-judged"];
const NOT_RECEIVED: Judgement = ["not-started", "not-received"];

function unsetBy(reason: UnknownReason): Judgement {
  return reason === "no-target-value" ? ["unset", "not-set"] : NOT_JUDGED;
}

function withoutNumbers(goal: Goal, reason: UnknownReason, [light, decider]: Judgement): Assessment {
  const none: Unknown = unknown(reason);
  const basis = basisOf(goal, decider);
  return {
    completionRatio: none,
    expectedRatio: none,
    gapPoints: none,
    gapValue: none,
    judgedValue: none,
    met: none,
    light,
    basis,
  };
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
    bounds: null,
  };
}

/** Whether the gap is compared with bounds. */
function isBanded(goal: SetGoal): boolean {
  const { light } = GOAL_RULES[goal.type];
  return light !== "place" && light !== "answer";
}

interface Measured extends MeasuredGap {
  /** The judged value meets the goal by itself. */
  readonly met: boolean;
  /** The latest reading is of the due date or later. */
  readonly isDue: boolean;
  /** Meeting the goal once fulfils the promise. */
  readonly isLasting: boolean;
  readonly hasLapsed: boolean;
  readonly missingPeriods: number;
  /** A step is past its planned date and not completed. */
  readonly isOverdue: boolean;
}

/** Whether meeting the goal once fulfils the promise: by its judging, then by the goal. */
function isLasting({ judging }: TargetTerms, goal: SetGoal): boolean {
  if (judging !== "latest") return judging === "best";
  return goal.type === "climb-to" ? goal.isLasting : goal.type === "complete-steps" || goal.type === "answer";
}

function lightOf(goal: SetGoal, value: Decimal, measured: Measured): Judgement {
  const { met, isDue, missingPeriods } = measured;
  if (measured.hasLapsed) return ["far-behind", "lapsed"];
  if (missingPeriods > 0) {
    const [light, decider] = judge(goal, value, measured);
    if (isDue) return ["far-behind", met ? "periods-missing" : "due-passed"];
    return isGreen(light) ? ["behind", "periods-missing"] : [light, decider];
  }
  if (met && (isDue || measured.isLasting)) return ["achieved", "met"];
  if (isDue) return ["far-behind", "due-passed"];
  return judge(goal, value, measured);
}

/**
 * The light of a target in force with a usable reading. Before the due date, and unless meeting the goal is lasting:
 *
 * - `bands`: by the band of the gap; once met, `on-track` at least, and `achieved` only on the due date; beyond the far
 *   side of a two-sided figure `behind` at best;
 * - `steps`: by the band of the gap, `behind` at best while a step is past its planned date;
 * - `state`: `on-track` or `ahead` while met, `behind` at best while not;
 * - `headroom`: by the headroom while under the limit; `far-behind` once over it;
 * - `range`: by the band of the distance from the range's course, `on-track` at best; `far-behind` above the range, and
 *   `behind` at worst inside it, where the pace can still be stopped;
 * - `place`: `ahead` at the stretch place, `on-track` at the promised one, `behind` one place off, else `far-behind`;
 * - `answer`: `on-track`.
 */
function judge(goal: SetGoal, value: Decimal, measured: Measured): Judgement {
  const { met } = measured;
  switch (GOAL_RULES[goal.type].light) {
    case "bands":
      if (met) return [greenBand(measured), "state"];
      return isBeyond(goal, value) ? [redBand(measured), "range"] : banded(measured, "bands", "unset");
    case "steps": {
      const [light, decider] = banded(measured, "bands", "unset");
      return measured.isOverdue && isGreen(light) ? ["behind", "step-overdue"] : [light, decider];
    }
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

/** The gap's band; `otherwise` where the gap cannot be compared, and `unset` where the plan is missing. */
function band({ gap, bounds }: Measured, otherwise: BandLight | "unset"): BandLight | "unset" {
  if (gap.known) return gapBand(bounds, gap.value);
  return gap.reason === "no-plan" || gap.reason === "no-steps" ? "unset" : otherwise;
}

function banded(measured: Measured, decider: Decider, otherwise: BandLight | "unset"): Judgement {
  const light = band(measured, otherwise);
  return light === "unset" ? NOT_JUDGED : [light, decider];
}

function greenBand(measured: Measured): Light {
  return band(measured, "on-track") === "ahead" ? "ahead" : "on-track";
}

/** No distance is small compared with a target value of 0. */
function redBand(measured: Measured): Light {
  return band(measured, "far-behind") === "far-behind" ? "far-behind" : "behind";
}

function placeLight({ target, stretch }: SetGoal, value: Decimal, met: boolean): Light {
  if (met) return stretch !== null && value.lte(stretch) ? "ahead" : "on-track";
  return value.minus(target).lte(1) ? "behind" : "far-behind";
}

/** A climb upwards is above its upper limit, one downwards below its lower one. */
function isBeyond(goal: SetGoal, value: Decimal): boolean {
  if (goal.type !== "climb-to" || goal.limits.length < 2) return false;
  const [low, high] = goal.limits;
  const isAbove = high !== undefined && value.gt(high.figure);
  return climbsUp(goal) ? isAbove : low !== undefined && value.lt(low.figure);
}

function rangeLight({ limits }: SetGoal, value: Decimal, measured: Measured): Judgement {
  const isAbove = limits.some(({ operator, figure }) => operator === "<=" && value.gt(figure));
  if (isAbove) return ["far-behind", "range"];
  const [light, decider] = banded(measured, "range", measured.met ? "on-track" : "behind");
  if (light === "ahead") return ["on-track", decider];
  // Inside the range, a pace that leads beyond it can still be stopped.
  return [light === "far-behind" && measured.met ? "behind" : light, decider];
}
