// The only module that produces a light.
import type { Assessment, Decider, LightBasis, RuleSet } from "@/lib/domain/targets/assessment";
import { completionRatio } from "@/lib/domain/targets/completion";
import { expectedRatio, isExpectedAtOnce } from "@/lib/domain/targets/expected";
import { gapPoints, gapValue, measuredGap } from "@/lib/domain/targets/gap";
import { goalOf, meetsGoal } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import type { Goal, SetGoal } from "@/lib/domain/targets/goal-types";
import { type Judgement, lightOf, type Measured, NOT_JUDGED } from "@/lib/domain/targets/judge-goal";
import { judgeReadings } from "@/lib/domain/targets/judging";
import { known, unknown } from "@/lib/domain/targets/maybe";
import { overdueSteps } from "@/lib/domain/targets/milestones";
import type { Reading, TargetTerms, Unknown, UnknownReason } from "@/lib/domain/targets/types";

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

/** Whether meeting the goal once fulfils the promise: by its judging, then by the goal. */
function isLasting({ judging }: TargetTerms, goal: SetGoal): boolean {
  if (judging !== "latest") return judging === "best";
  return goal.type === "climb-to" ? goal.isLasting : goal.type === "complete-steps" || goal.type === "answer";
}
