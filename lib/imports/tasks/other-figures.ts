// Figures of a row that measure something else than its target: 亿元 of revenue next to a promised growth in %.
import type { Baseline } from "@/lib/imports/tasks/baselines";
import type { MappedColumn } from "@/lib/imports/tasks/columns";
import type { Layout } from "@/lib/imports/tasks/layout";
import type { PlanTotals } from "@/lib/imports/tasks/plan-totals";
import type { NamedCell } from "@/lib/imports/tasks/results";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";
import { readValue } from "@/lib/imports/tasks/value-cell";

interface Read {
  readonly baseline: Baseline | null;
  readonly plan: PlanTotals | null;
  /** Of the row; null if it says none. */
  readonly unit: string | null;
}

/** 三季度 520 */
const headed = ({ parts }: MappedColumn, text: string) => [parts.at(-1) ?? "", text.trim()].join(" ").trim();
const withUnit = (text: string, unit: string | null) => (unit === null || unit === "" ? text : `${text}（${unit}）`);

/** They are kept in words, by the address of their first cell. */
export function otherFigures(layout: Layout, row: TableRow, { baseline, plan, unit }: Read): NamedCell[] {
  const column = layout.baseline;
  const cell = row.at(column)?.cell;
  const isLeft = column !== null && cell !== undefined && baseline === null && readValue(cell).kind === "quantities";
  const cells = plan?.inOtherUnit?.cells ?? [];
  const [first] = cells;
  return [
    ...(isLeft
      ? [{ cell: row.addressOf(column), name: withUnit(headed(column, cell.text), column.unit ?? unit) }]
      : []),
    ...(first === undefined
      ? []
      : [
          {
            cell: row.addressOf(first.column),
            name: withUnit(
              cells.map((one) => headed(one.column, one.text)).join("、"),
              plan?.inOtherUnit?.unit ?? null,
            ),
          },
        ]),
  ];
}
