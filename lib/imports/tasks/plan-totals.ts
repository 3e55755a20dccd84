// A plan as totals in the target's unit, and whether it fits the target.
import { Decimal } from "decimal.js";
import type { MetricKind } from "@/lib/domain/targets/types";
import type { PlanCell, PlanForm } from "@/lib/imports/tasks/plan-points";
import type { DatedValue } from "@/lib/imports/tasks/results";
import { convertValue } from "@/lib/imports/tasks/scales";

export interface PlanInput {
  readonly cells: readonly PlanCell[];
  readonly form: PlanForm;
  readonly kind: MetricKind;
  readonly value: number;
  readonly upperValue: number | null;
  /** Of the target. */
  readonly unit: string;
  /** Of plan cells without a unit. */
  readonly columnUnit: string;
}

export interface PlanTotals {
  readonly points: readonly DatedValue[];
  /** The cell where the plan falls, or ends at another value than the target; null if it fits. */
  readonly mismatch: PlanCell | null;
  /** The cells and their unit, if they measure something else: 亿元 of revenue under a promise of growth in %. */
  readonly inOtherUnit: { readonly cells: readonly PlanCell[]; readonly unit: string } | null;
}

const isOther = (from: string, unit: string) => from !== "" && unit !== "" && convertValue(1, from, unit) === null;

const near = (a: number, b: number) => Math.abs(a - b) <= 0.002 * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;

function isShareOfTarget({ cells, unit, kind }: PlanInput): boolean {
  if (unit === "%" || kind === "growth" || kind === "ratio" || kind === "rank") return false;
  const heading = cells.flatMap(({ column }) => column.parts).join(" ");
  return cells.every(
    (cell) =>
      cell.unit === "%" || (cell.unit === "" && (cell.column.unit === "%" || /[%％]|百分比|比例/u.test(heading))),
  );
}

/** Without a unit in the cell, the target's own unit (%) is meant where the numbers are about as large as the figure. */
function unitOf(cell: PlanCell, { columnUnit, unit, value, cells }: PlanInput): string {
  const isOwn = cell.unit === "%" && unit === "%";
  const written = cell.unit !== "" && (cell.unit !== "%" || isOwn) ? cell.unit : null;
  if (written !== null) return written;
  const given = cell.column.unit ?? columnUnit;
  if (given === "" || convertValue(1, given, unit) !== null) return given;
  return cells.every((one) => Math.abs(one.value ?? 0) <= 2 * Math.abs(value)) ? unit : given;
}

/** Each quarter's own amounts are added up; per cent of the target become amounts; rates and levels stay. */
export function totalsOf(input: PlanInput): PlanTotals {
  const cells = input.cells.filter(({ value }) => value !== null);
  if (cells.length === 0) return { points: [], mismatch: null, inOtherUnit: null };
  const isShare = isShareOfTarget({ ...input, cells });
  const isAdded = input.form === "own" && input.kind === "cumulative" && cells.length > 1;
  const other = isShare
    ? undefined
    : cells.map((cell) => unitOf(cell, input)).find((from) => isOther(from, input.unit));
  if (other !== undefined) return { points: [], mismatch: null, inOtherUnit: { cells, unit: other } };
  let total = new Decimal(0);
  const points = cells.map((cell): DatedValue => {
    const own = cell.value ?? 0;
    const from = unitOf(cell, input);
    const amount = isShare
      ? new Decimal(input.value).times(own).div(100).toNumber()
      : from === ""
        ? own
        : (convertValue(own, from, input.unit) ?? own);
    total = isAdded ? total.plus(amount) : new Decimal(amount);
    return { on: cell.on, value: Number(total.toPrecision(12)) };
  });
  return { points, mismatch: mismatchOf(input, cells, points), inOtherUnit: null };
}

function mismatchOf(
  { kind, value, upperValue }: PlanInput,
  cells: readonly PlanCell[],
  points: readonly DatedValue[],
): PlanCell | null {
  const isRising = kind === "cumulative";
  const falls = points.findIndex(
    (point, index) => isRising && index > 0 && point.value < (points[index - 1]?.value ?? 0) - 1e-9,
  );
  if (falls > 0) return cells[falls] ?? null;
  const last = points.at(-1);
  if (last === undefined || cells.at(-1)?.isYearEnd !== true || points.length < 2) return null;
  const isInRange = upperValue !== null && last.value >= value - 1e-9 && last.value <= upperValue + 1e-9;
  return isInRange || near(last.value, value) ? null : (cells.at(-1) ?? null);
}
