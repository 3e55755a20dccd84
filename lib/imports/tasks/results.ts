// What the recogniser says about a workbook.
import type { Comparator, MetricKind } from "@/lib/domain/targets/types";

export type Verdict = "ok" | "needs-attention" | "error";

/** Every kind of problem, with the verdict it leads to. */
const PROBLEM_VERDICTS = {
  "missing-owner": "error",
  "missing-title": "error",
  "impossible-date": "error",
  "not-a-number": "error",
  "out-of-range": "error",
  "duplicate-row": "error",
  "unknown-target": "error",
  "unknown-department": "needs-attention",
  "conflicting-row": "needs-attention",
  "several-owners": "needs-attention",
  "collective-owner": "needs-attention",
  "unit-missing": "needs-attention",
  "value-missing": "needs-attention",
  "relative-value": "needs-attention",
  "percent-scale": "needs-attention",
  "ambiguous-date": "needs-attention",
  "date-out-of-period": "needs-attention",
  "plan-mismatch": "needs-attention",
  "baseline-mismatch": "needs-attention",
  "hidden-row": "needs-attention",
  stale: "needs-attention",
  "below-last": "needs-attention",
  "does-not-add-up": "needs-attention",
  "cumulative-missing": "needs-attention",
  implausible: "needs-attention",
  "past-changed": "needs-attention",
  "target-changed": "needs-attention",
  "owner-differs": "needs-attention",
} as const satisfies Record<string, Verdict>;

export type ProblemKind = keyof typeof PROBLEM_VERDICTS;

export interface Problem {
  /** The address in a spreadsheet program, e.g. F12. */
  readonly cell: string;
  readonly kind: ProblemKind;
  readonly verdict: Verdict;
  /** What the cell names: a department that is not known, a group. */
  readonly name?: string;
}

/** A lead that is not known is an error, a supporting department is not. */
export function problem(
  cell: string,
  kind: ProblemKind,
  verdict: Verdict = PROBLEM_VERDICTS[kind],
  name?: string,
): Problem {
  return { cell, kind, verdict, ...(name !== undefined && { name }) };
}

export interface DatedValue {
  readonly on: string;
  readonly value: number;
}

export interface DatedStep {
  readonly on: string;
  readonly title: string;
}

export interface NamedCell {
  readonly cell: string;
  readonly name: string;
}

export interface TaskTarget {
  readonly sheet: string | null;
  readonly row: number;
  readonly title: string | null;
  readonly owner: string | null;
  readonly supporting: readonly string[];
  /** Lead departments after the first one, which is the owner; they are among the supporting ones too. */
  readonly furtherLeads: readonly string[];
  /** Names that are no department of the list, as written: groups such as 各县（市、区）, unknown supporting departments. */
  readonly unlinked: readonly NamedCell[];
  /** Baseline and plan in another unit than the target's, in words. */
  readonly otherFigures?: readonly NamedCell[];
  readonly metric: string | null;
  readonly unit: string | null;
  readonly kind: MetricKind;
  readonly comparator: Comparator;
  readonly value: number | null;
  readonly upperValue: number | null;
  readonly stretchValue: number | null;
  readonly baselineValue: number | null;
  readonly baselineYear: number | null;
  readonly growthPct: number | null;
  /** The value cell promises a state that one lapse breaks: 动态清零, 零事故. */
  readonly mustHold?: boolean;
  readonly year: number;
  readonly dueOn: string;
  readonly planPoints: readonly DatedValue[];
  readonly steps: readonly DatedStep[];
  readonly responsible: string | null;
  readonly leader: string | null;
  readonly remarks: string | null;
  readonly section: string | null;
  /** The running number as written: 12, 3.2. */
  readonly serial: string | null;
  readonly verdict: Verdict;
  readonly problems: readonly Problem[];
}

export interface ReturnUpdate {
  readonly sheet: string | null;
  readonly row: number;
  /** The code of the target; null if no target fits. */
  readonly target: string | null;
  readonly title: string | null;
  readonly asOf: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly stepsDone: readonly string[];
  readonly note: string | null;
  readonly difficulties: string | null;
  /** Where the figure stands. */
  readonly valueCell: string;
  readonly verdict: Verdict;
  readonly problems: readonly Problem[];
}

export type SkipReason =
  | "title"
  | "note"
  | "header"
  | "repeated-header"
  | "section"
  | "total"
  | "struck-out"
  | "hidden-sheet"
  | "other-table"
  | "no-value";

export interface SkippedRow {
  readonly sheet: string | null;
  readonly row: number;
  readonly reason: SkipReason;
}

export function verdictOf(problems: readonly Problem[]): Verdict {
  const verdicts = problems.map(({ verdict }) => verdict);
  return verdicts.includes("error") ? "error" : verdicts.includes("needs-attention") ? "needs-attention" : "ok";
}
