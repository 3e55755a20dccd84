// What a report may not say of its target. What is typed has been read before; each fault has a name.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { MetricKind, Reading } from "@/lib/domain/targets/types";

/** What the rules need to know of the target the report is about. */
export interface ReportFacts {
  readonly kind: MetricKind;
  /** As printed. Without it, a unit typed after the number is refused. */
  readonly unit?: string;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly stepKeys: readonly string[];
  readonly today: IsoDate;
  /** Whether the period a day lies in is closed for entry. */
  readonly isClosed?: (asOf: IsoDate) => boolean;
  /** The latest approved reading before the as-of date of this one. */
  readonly previousValue: (asOf: IsoDate) => Decimal | null;
}

/** Which kinds are reported by a value: for a ratio the published percentage, where its two parts are not known. */
export function usesValue(kind: MetricKind): boolean {
  return kind !== "milestone";
}

export function asOfError(asOf: IsoDate, facts: ReportFacts): string | undefined {
  if (asOf > facts.today) return "in-the-future";
  if (asOf < facts.startOn) return "before-start";
  if (asOf > facts.dueOn) return "after-due";
  return facts.isClosed?.(asOf) ? "closed-for-entry" : undefined;
}

/** Whether a reported value of this kind may be below zero: balances, net changes and rates can be. */
export function allowsNegative(kind: MetricKind): boolean {
  return kind !== "rank" && kind !== "yes-no";
}

function valueError(kind: MetricKind, value: Decimal): string | undefined {
  if (kind === "rank" && (value.lessThan(1) || !value.isInteger())) return "not-a-place";
  return kind === "yes-no" && !value.equals(0) && !value.equals(1) ? "not-yes-or-no" : undefined;
}

type Measures = Pick<Reading, "value" | "numerator" | "denominator">;

/**
 * What a measure may not be. A negative total is not refused, as it can be a net change; a negative count is marked for
 * the reviewer (findOutliers()).
 */
export function measureErrors(kind: MetricKind, { value, denominator }: Omit<Measures, "numerator">) {
  return {
    value: value === null ? undefined : valueError(kind, value),
    denominator: denominator?.lessThanOrEqualTo(0) ? "not-above-zero" : undefined,
  };
}

/** What a complete report lacks: its value; of a ratio both parts, or the published percentage in their place, not both. */
export function missingMeasures(kind: MetricKind, { value, numerator, denominator }: Measures) {
  if (kind === "milestone") return {};
  if (kind !== "ratio") return value === null ? { value: "required" } : {};
  const hasParts = numerator !== null || denominator !== null;
  if (value !== null) return hasParts ? { value: "parts-or-percentage" } : {};
  if (!hasParts) return { numerator: "share-required" };
  if (numerator === null) return { numerator: "required" };
  return denominator === null ? { denominator: "required" } : {};
}

/** A step that is not the target's, is told twice, or is done after the day the report speaks of. */
export function stepsError(
  steps: Reading["completedSteps"],
  asOf: IsoDate | null,
  { stepKeys, today }: ReportFacts,
): string | undefined {
  const keys = steps.map((step) => step.key);
  if (new Set(keys).size < keys.length || keys.some((key) => !stepKeys.includes(key))) return "unknown-step";
  return steps.some((step) => step.doneOn > (asOf ?? today)) ? "step-after-as-of" : undefined;
}

/** A correction, and a total that went down, say why. */
export function noteError(
  { asOf, value }: Pick<Reading, "asOf" | "value">,
  isCorrection: boolean,
  { kind, previousValue }: ReportFacts,
): string | undefined {
  if (isCorrection) return "correction-needs-reason";
  const previous = kind === "cumulative" ? previousValue(asOf) : null;
  return previous !== null && value?.lessThan(previous) ? "decrease-needs-reason" : undefined;
}
