// The figures of a target in the units of the unit table, and one figure per year.
import type { Layout } from "@/lib/imports/tasks/layout";
import type { DatedValue, TaskTarget } from "@/lib/imports/tasks/results";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";
import { hanUnit } from "@/lib/imports/tasks/scales";

/** Units written in English become those of the unit table, with all figures of the target. */
export function inHanUnits(target: TaskTarget): TaskTarget {
  if (target.unit === null) return target;
  const { unit, factor } = hanUnit(target.unit, target.value ?? target.baselineValue ?? 0);
  if (unit === target.unit) return target;
  const scaled = (value: number | null) => (value === null ? null : Number((value * factor).toPrecision(12)));
  return {
    ...target,
    unit,
    value: scaled(target.value),
    upperValue: scaled(target.upperValue),
    stretchValue: scaled(target.stretchValue),
    baselineValue: scaled(target.baselineValue),
    planPoints: target.planPoints.map(({ on, value }) => ({ on, value: scaled(value) ?? value })),
  };
}

/** A plan of one total per year. */
export function yearPoints(layout: Layout, row: TableRow): DatedValue[] {
  return layout.years.flatMap((column) => {
    const cell = row.at(column)?.cell;
    const year = column.parts.join(" ").match(/20\d{2}/u)?.[0];
    const number = cell?.number ?? null;
    if (cell === undefined || year === undefined || number === null) return [];
    return [{ on: `${year}-12-31`, value: cell.isPercent ? number * 100 : number }];
  });
}
