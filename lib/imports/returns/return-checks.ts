// Checks of a reported figure against the last one, the month's amount and the printed target.

import type { CellFigure } from "@/lib/imports/returns/row-figures";
import type { KnownTarget } from "@/lib/imports/tasks/context";
import { monthEnd } from "@/lib/imports/tasks/periods";
import { type Problem, type ProblemKind, problem } from "@/lib/imports/tasks/results";

export interface ReportedFigure {
  readonly target: KnownTarget;
  readonly asOf: string;
  readonly value: number;
  readonly total: CellFigure | null;
  readonly totalCell: string;
  readonly current: CellFigure | null;
  readonly isStale: boolean;
}

const asNumber = (value: number | string | null | undefined) => (value == null ? null : Number(value));

export function lastValue({ latest }: KnownTarget): number | null {
  return asNumber(latest?.value);
}

/** The last report is of the month before. */
function followsLast({ target, asOf }: ReportedFigure): boolean {
  const last = target.latest?.asOf;
  if (last === undefined) return false;
  const [year = 0, month = 1] = asOf.split("-").map(Number);
  return last === (month === 1 ? monthEnd(year - 1, 12) : monthEnd(year, month - 1));
}

export function isOutOfRange(target: KnownTarget, value: number): boolean {
  if (target.kind === "ratio") return value > 100 || value < 0;
  return target.kind !== "growth" && value < 0;
}

export function figureChecks(figure: ReportedFigure): Problem[] {
  const { target, value, totalCell, current, total, isStale } = figure;
  const found: ProblemKind[] = [];
  const last = lastValue(target);
  const isLater = target.latest !== null && figure.asOf > target.latest.asOf;
  if (target.kind === "cumulative" && last !== null && isLater) {
    if (value < last) found.push("below-last");
    const month = current?.value ?? null;
    if (month !== null && total?.value != null && !isStale && followsLast(figure)) {
      const isExact = total.isWhole && current?.isWhole === true && Number.isInteger(last);
      const step = Math.min(total.step, current?.step ?? 0);
      // Rounded figures may miss their sum by one step.
      const tolerance = isExact ? step / 2 : 1.01 * Math.max(step, value * 0.002);
      if (Math.abs(last + month - value) > tolerance) found.push("does-not-add-up");
    }
  }
  const isAmount = target.kind !== "rank" && target.kind !== "growth" && target.kind !== "yes-no";
  if (isAmount && last !== null && last > 0 && value > 0 && (value >= last * 10 || value <= last / 10))
    found.push("implausible");
  return found.map((kind) => problem(totalCell, kind));
}

/** Whether an earlier period's figure in the table is not the one that was reported. */
export function isPastChanged(target: KnownTarget, asOf: string, value: number | null): boolean {
  const last = lastValue(target);
  if (value === null || last === null || target.latest?.asOf !== asOf) return false;
  return Math.abs(value - last) > 0.001 * Math.max(Math.abs(value), Math.abs(last));
}

/** Whether the printed target is not the target's value. */
export function isTargetChanged(target: KnownTarget, printed: number | null): boolean {
  const value = asNumber(target.value);
  if (printed === null || value === null) return false;
  return Math.abs(printed - value) > 0.006 * Math.max(Math.abs(printed), Math.abs(value));
}
