// Validation of a parsed report against its target. Each error has a key.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { MetricKind, Reading } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";

/** No ranking has more places: a larger number is a typing error. */
const MOST_PEERS = 100_000;

/** The facts of the target that the validation needs. */
export interface ReportFacts {
  readonly kind: MetricKind;
  /** Without it, a unit typed after the number is rejected. */
  readonly printedUnit?: PrintedUnit;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly stepKeys: readonly string[];
  readonly today: IsoDate;
  /** Whether the period of a day is closed for entry. */
  readonly isClosed?: (asOf: IsoDate) => boolean;
  /** The latest approved reading before the as-of date of this one. */
  readonly previousValue: (asOf: IsoDate) => Decimal | null;
}

/** Whether a kind is reported by a value; for a ratio it is the published percentage without its parts. */
export function usesValue(kind: MetricKind): boolean {
  return kind !== "milestone";
}

export function asOfError(asOf: IsoDate, facts: ReportFacts): string | undefined {
  if (asOf > facts.today) return "in-the-future";
  if (asOf < facts.startOn) return "before-start";
  if (asOf > facts.dueOn) return "after-due";
  return facts.isClosed?.(asOf) ? "closed-for-entry" : undefined;
}

/** Whether a reported value of this kind may be below zero, like balances, net changes and rates. */
export function allowsNegative(kind: MetricKind): boolean {
  return kind !== "rank" && kind !== "yes-no";
}

function valueError(kind: MetricKind, value: Decimal): string | undefined {
  if (kind === "rank" && (value.lessThan(1) || !value.isInteger())) return "not-a-place";
  return kind === "yes-no" && !value.equals(0) && !value.equals(1) ? "not-yes-or-no" : undefined;
}

/** The number of places of a rank: whole, and not below the place. */
export function peersError(value: Decimal | null, peers: Decimal | null): string | undefined {
  if (peers === null) return undefined;
  const isCount = peers.isInteger() && peers.greaterThanOrEqualTo(1) && peers.lessThanOrEqualTo(MOST_PEERS);
  return isCount && (value === null || peers.greaterThanOrEqualTo(value)) ? undefined : "not-peers";
}

type Measures = Pick<Reading, "value" | "numerator" | "denominator">;

/**
 * Errors of single measures. A negative total is accepted, as it can be a net change; findOutliers() marks a negative
 * count for the reviewer.
 */
export function measureErrors(kind: MetricKind, { value, denominator }: Omit<Measures, "numerator">) {
  return {
    value: value === null ? undefined : valueError(kind, value),
    denominator: denominator?.lessThanOrEqualTo(0) ? "not-above-zero" : undefined,
  };
}

/** What is missing in a complete report: its value; for a ratio both parts or the published percentage, not both. */
export function missingMeasures(kind: MetricKind, { value, numerator, denominator }: Measures) {
  if (kind === "milestone") return {};
  if (kind !== "ratio") return value === null ? { value: "required" } : {};
  const hasParts = numerator !== null || denominator !== null;
  if (value !== null) return hasParts ? { value: "parts-or-percentage" } : {};
  if (!hasParts) return { numerator: "share-required" };
  if (numerator === null) return { numerator: "required" };
  return denominator === null ? { denominator: "required" } : {};
}

/** An unknown step, a repeated step, or one completed after the as-of date. */
export function stepsError(
  steps: Reading["completedSteps"],
  asOf: IsoDate | null,
  { stepKeys, today }: ReportFacts,
): string | undefined {
  const keys = steps.map((step) => step.key);
  if (new Set(keys).size < keys.length || keys.some((key) => !stepKeys.includes(key))) return "unknown-step";
  return steps.some((step) => step.doneOn > (asOf ?? today)) ? "step-after-as-of" : undefined;
}

/** A correction and a total that decreased need a reason. */
export function noteError(
  { asOf, value }: Pick<Reading, "asOf" | "value">,
  isCorrection: boolean,
  { kind, previousValue }: ReportFacts,
): string | undefined {
  if (isCorrection) return "correction-needs-reason";
  const previous = kind === "cumulative" ? previousValue(asOf) : null;
  return previous !== null && value?.lessThan(previous) ? "decrease-needs-reason" : undefined;
}
