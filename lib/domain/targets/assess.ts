// The only place a light comes from.
import { Decimal } from "decimal.js";
import { isMet, rangeOf, senseOf } from "@/lib/domain/targets/comparison";
import { completionRatio, readingValue } from "@/lib/domain/targets/completion";
import { expectedRatio } from "@/lib/domain/targets/expected";
import { known, POINT_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import { finishedSteps, weighedSteps } from "@/lib/domain/targets/milestones";
import { bandOf } from "@/lib/domain/targets/rule-sets";
import { isCeiling, isKept } from "@/lib/domain/targets/start-value";
import type {
  Assessment,
  Light,
  Maybe,
  Reading,
  RuleSet,
  TargetTerms,
  Unknown,
  UnknownReason,
} from "@/lib/domain/targets/types";

/**
 * What the rules make of a target and its latest approved reading, as of the day the reading speaks of.
 *
 * Numbers: completion c from completionRatio(), expectation e from expectedRatio() at the as-of date, both as ratios
 * of 6 decimals; gap = (c − e) × 100 percentage points, 4 decimals, before any threshold is compared. For a ceiling
 * the gap is the headroom (e − c) × 100, so that positive is better everywhere.
 *
 * The light, unless the target was closed with a verdict, which then decides: `achieved` when completed, else `missed`:
 * - `unset`: a draft or withdrawn target, one without its figure or its steps, or a plan without points;
 * - `no-report`: no reading, or one no value can be had from;
 * - cumulative targets, levels that rise from a baseline, milestones, yes-no: `achieved` once met, whenever that is, as such a
 *   promise is then fulfilled; before that by the gap's band. A yes-no is `on-track` until its due day;
 * - states that may still be lost (rank, growth, ratio, falling levels, `between`, anything to be kept): `achieved`
 *   only with a reading of the due day or later; before it `on-track` or `ahead` while met. While not met, a state
 *   to be kept is `behind` at best; a ratio or level on its way down to the target goes by the gap's band;
 * - rank: `ahead` at the stretch place, `on-track` at the promised one, `behind` one place off, `far-behind` beyond;
 * - ceilings: by the headroom; above the ceiling `far-behind`, for good; `achieved` if kept on the due day;
 * - any reading of the due day or later that does not meet the promise is `far-behind`: there is no way left.
 *
 * Otherwise `missed` and `not-started` belong to the day of looking: lightOn(). Never NaN or Infinity; −0 is 0.
 */
export function assessTarget(terms: TargetTerms, reading: Reading | null, rules: RuleSet): Assessment {
  const assessment = assessReading(terms, reading, rules);
  if (terms.verdict === null) return assessment;
  return { ...assessment, light: terms.verdict === "completed" ? "achieved" : "missed" };
}

function assessReading(terms: TargetTerms, reading: Reading | null, rules: RuleSet): Assessment {
  const missing = missingTerm(terms);
  if (missing !== null) return without(missing, "unset");
  const notInForce = terms.state === "draft" || terms.state === "withdrawn";
  if (reading === null) return without("no-report", notInForce ? "unset" : "no-report");
  const met = metBy(terms, reading);
  if (!met.known) return without(met.reason, notInForce ? "unset" : "no-report");
  const completion = completionRatio(terms, reading);
  if (!completion.known && completion.reason === "out-of-range") {
    return without("out-of-range", notInForce ? "unset" : "no-report");
  }
  const expected = expectedRatio(terms, reading.asOf);
  const gap = gapOf(terms, completion, expected);
  const light = notInForce ? "unset" : lightOf(terms, reading, { met: met.value, gap, rules });
  return { completionRatio: completion, expectedRatio: expected, gapPoints: gap, met, light };
}

/** What must be there before any reading can be judged; null when all of it is. */
function missingTerm(terms: TargetTerms): UnknownReason | null {
  if (terms.kind === "milestone") return weighedSteps(terms).length === 0 ? "no-steps" : null;
  if (terms.kind === "yes-no") return null;
  if (terms.value === null || !terms.value.isFinite()) return "no-target-value";
  return terms.comparator === "between" && terms.kind !== "rank" && rangeOf(terms) === null ? "no-target-value" : null;
}

function without(reason: UnknownReason, light: Light): Assessment {
  const none: Unknown = unknown(reason);
  return { completionRatio: none, expectedRatio: none, gapPoints: none, met: none, light };
}

function metBy(terms: TargetTerms, reading: Reading): Maybe<boolean> {
  if (terms.kind === "milestone") {
    return known(finishedSteps(terms, reading).length === weighedSteps(terms).length);
  }
  const value = readingValue(terms, reading);
  return value.known ? isMet(terms, value.value) : value;
}

function gapOf(terms: TargetTerms, completion: Maybe<number>, expected: Maybe<number>): Maybe<number> {
  if (!completion.known) return completion;
  if (!expected.known) return expected;
  const difference = new Decimal(completion.value).minus(expected.value);
  return roundedNumber((isCeiling(terms) ? difference.negated() : difference).times(100), POINT_DECIMALS);
}

interface Judged {
  readonly met: boolean;
  readonly gap: Maybe<number>;
  readonly rules: RuleSet;
}

function lightOf(terms: TargetTerms, reading: Reading, judged: Judged): Light {
  const atDue = reading.asOf >= terms.dueOn;
  if (judged.met && (atDue || staysMet(terms))) return "achieved";
  if (atDue) return "far-behind";
  if (terms.kind === "yes-no") return "on-track";
  if (terms.kind === "rank") return rankLight(terms, reading, judged);
  if (terms.kind === "cumulative" && terms.comparator === "between") return rangeLight(terms, reading, judged);
  if (isCeiling(terms)) return judged.met ? bandOrElse(judged, "on-track") : "far-behind";
  const kept = isKept(terms) || terms.comparator === "between";
  if (judged.met) return bandOrElse(judged, "on-track") === "ahead" ? "ahead" : "on-track";
  if (kept) return bandOrElse(judged, "behind") === "far-behind" ? "far-behind" : "behind";
  return bandOrElse(judged, "unset");
}

/** Whether meeting the promise once fulfils it for good. */
function staysMet(terms: TargetTerms): boolean {
  if (terms.kind === "milestone" || terms.kind === "yes-no") return true;
  if (terms.comparator === "between" || isKept(terms) || senseOf(terms) === "decrease") return false;
  return terms.kind === "cumulative" || terms.kind === "level";
}

/** The gap's band; `otherwise` where there is no percentage to go by, and `unset` where the plan is missing. */
function bandOrElse(judged: Judged, otherwise: Light): Light {
  if (judged.gap.known) return bandOf(judged.rules, judged.gap.value);
  return judged.gap.reason === "no-plan" || judged.gap.reason === "no-steps" ? "unset" : otherwise;
}

function rankLight(terms: TargetTerms, reading: Reading, judged: Judged): Light {
  if (reading.value === null || terms.value === null) return "no-report";
  if (judged.met) return terms.stretchValue !== null && reading.value.lte(terms.stretchValue) ? "ahead" : "on-track";
  return reading.value.minus(terms.value).lte(1) ? "behind" : "far-behind";
}

/** A total that shall end inside a range: on the way below it, fine inside, out for good above it. */
function rangeLight(terms: TargetTerms, reading: Reading, judged: Judged): Light {
  const range = rangeOf(terms);
  if (range === null || reading.value === null) return "unset";
  if (reading.value.gt(range.high)) return "far-behind";
  const band = bandOrElse(judged, judged.met ? "on-track" : "behind");
  return judged.met && band !== "ahead" ? "on-track" : band;
}
