// What decided a light, and how the share of the way was worked out: the facts behind "why", for screens to word.
import type { Decimal } from "decimal.js";
import { isMet } from "@/lib/domain/targets/comparison";
import { isCeiling, isKept, startValueOf } from "@/lib/domain/targets/start-value";
import type { Light, TargetTerms } from "@/lib/domain/targets/types";

const DECIDERS = [
  "not-set",
  "not-judged",
  "verdict",
  "not-started",
  "no-report",
  "met",
  "due-passed",
  "due-without-report",
  "place",
  "yes-no",
  "over-ceiling",
  "headroom",
  "range",
  "kept",
  "bands",
] as const;
/** The rule that gave a light; only `bands` and `headroom` go by the rule set's thresholds. */
type Decider = (typeof DECIDERS)[number];

/** How completion comes from the numbers: (v − s) ÷ (T − s), v ÷ T, finished weight, or not as a percentage. */
type CompletionFormula = "way" | "share" | "steps" | "none";

export interface Explanation {
  readonly decider: Decider;
  readonly formula: CompletionFormula;
  /** s of the formula `way`; null where there is none. */
  readonly startValue: Decimal | null;
  /** The whole of it is expected on every day, whatever the plan. */
  readonly isKept: boolean;
  /** Under a ceiling the gap counts what is left: expected − done. */
  readonly isHeadroom: boolean;
}

/**
 * What decided the light that lightOn() gave, told from the terms and the value it was given for. It follows
 * assessTarget() case by case; a test holds that every light of `bands` is the band of its gap.
 *
 * @param value the metric's value (a ratio's in %); null without a report, and for milestones it is not asked.
 */
export function explainLight(
  terms: TargetTerms,
  light: Light,
  value: Decimal | null,
  asOf: string | null,
): Explanation {
  const start = startValueOf(terms);
  const formula = formulaOf(terms);
  return {
    decider: deciderOf(terms, light, value, asOf),
    formula,
    startValue: formula === "way" && start.known ? start.value : null,
    isKept: isKept(terms),
    isHeadroom: isCeiling(terms),
  };
}

function formulaOf(terms: TargetTerms): CompletionFormula {
  if (terms.kind === "milestone") return "steps";
  if (terms.kind === "rank" || terms.kind === "yes-no") return "none";
  if (terms.comparator === "between") return terms.kind === "cumulative" ? "share" : "none";
  return isKept(terms) || isCeiling(terms) ? "share" : "way";
}

function isValueMissing({ kind, value }: TargetTerms): boolean {
  return value === null && kind !== "milestone" && kind !== "yes-no";
}

function deciderOf(terms: TargetTerms, light: Light, value: Decimal | null, asOf: string | null): Decider {
  if (terms.verdict !== null) return "verdict";
  if (light === "unset") return isValueMissing(terms) ? "not-set" : "not-judged";
  if (light === "not-started") return "not-started";
  if (light === "no-report") return "no-report";
  if (light === "achieved") return "met";
  if (light === "missed" && asOf === null) return "due-without-report";
  if (light === "missed" || (asOf !== null && asOf >= terms.dueOn)) return "due-passed";
  if (terms.kind === "rank") return "place";
  if (terms.kind === "yes-no") return "yes-no";
  if (terms.kind === "milestone") return "bands";
  const met = value === null ? null : isMet(terms, value);
  const isNowMet = met?.known === true && met.value;
  if (isCeiling(terms)) return isNowMet ? "headroom" : "over-ceiling";
  if (terms.comparator === "between") return "range";
  return isKept(terms) || isNowMet ? "kept" : "bands";
}
