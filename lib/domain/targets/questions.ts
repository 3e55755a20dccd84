// Terms that are valid but seldom meant: asked before they are saved.
import { Decimal } from "decimal.js";
import { betterWay, COMPARATOR_RULES, hasTolerance } from "@/lib/domain/targets/comparators";
import type { TargetTerms } from "@/lib/domain/targets/types";

const TERMS_QUESTIONS = [
  "against-direction",
  "worse-than-baseline",
  "never-broken",
  "step-after-due",
  "no-tolerance",
  "baseline-after-start",
  "plan-goes-back",
] as const;
export type TermsQuestion = (typeof TERMS_QUESTIONS)[number];

type Asked = Pick<
  TargetTerms,
  | "kind"
  | "direction"
  | "comparator"
  | "orBetter"
  | "tolerance"
  | "value"
  | "baseline"
  | "startOn"
  | "dueOn"
  | "plan"
  | "steps"
>;

/**
 * What the author should confirm:
 *
 * - `against-direction`: a floor for a metric of which less is better, or a limit where more is better;
 * - `worse-than-baseline`: the figure of a level, ratio or total is on the worse side of its baseline;
 * - `never-broken`: every value from 0 up keeps "at least 0";
 * - `step-after-due`: a step is planned after the due date;
 * - `no-tolerance`: "about 0" without a tolerance is exactly 0;
 * - `baseline-after-start`: the baseline is of a year after the start;
 * - `plan-goes-back`: the planned values of a total fall.
 */
export function questionsAbout(terms: Asked): TermsQuestion[] {
  const { kind, direction, comparator, value, baseline, startOn, dueOn, steps } = terms;
  const better = betterWay(terms);
  const isMeasured = kind === "cumulative" || kind === "level" || kind === "ratio" || kind === "growth";
  const asked: Record<TermsQuestion, boolean> = {
    "against-direction": isMeasured && better !== "both" && better !== direction,
    "worse-than-baseline":
      (kind === "level" || kind === "ratio" || kind === "cumulative") &&
      value !== null &&
      baseline !== null &&
      (direction === "increase" ? value.lt(baseline.value) : value.gt(baseline.value)),
    // "At least 0 %" of growth is a real promise.
    "never-broken":
      isMeasured &&
      kind !== "growth" &&
      value?.isZero() === true &&
      better === "increase" &&
      !COMPARATOR_RULES[comparator].isStrict,
    "step-after-due": kind === "milestone" && steps.some(({ plannedOn }) => plannedOn > dueOn),
    "no-tolerance": isMeasured && hasTolerance(comparator) && value?.isZero() === true && !terms.tolerance?.gt(0),
    "baseline-after-start": baseline !== null && baseline.year > Number(startOn.slice(0, 4)),
    "plan-goes-back": kind === "cumulative" && terms.plan.shape === "values" && goesBack(terms),
  };
  return TERMS_QUESTIONS.filter((question) => asked[question]);
}

function goesBack({ plan, value }: Asked): boolean {
  const planned = plan.values.toSorted((one, other) => (one.on < other.on ? -1 : 1)).map((point) => point.value);
  const all = value === null ? planned : [...planned, value];
  return all.some((one, index) => one.lt(all[index - 1] ?? new Decimal(0)) && one.gte(0));
}
