// The rows of a department's own progress table, as recognised, in the shape of a value workbook.
import { readReturns } from "@/lib/imports/returns/read-returns";
import type { ImportContext } from "@/lib/imports/tasks/context";
import type { ReturnUpdate } from "@/lib/imports/tasks/results";
import type { CellProblem, ReportedRow } from "@/lib/imports/values/reported-row";
import type { GridSheet } from "@/lib/imports/workbook/grid";

function toRow(update: ReturnUpdate): ReportedRow {
  const { sheet, row, target, title, asOf, value, note, difficulties, valueCell } = update;
  const of = (verdict: "error" | "needs-attention"): CellProblem[] =>
    update.problems.filter((one) => one.verdict === verdict).map(({ cell, kind }) => ({ cell, kind }));
  return {
    sheet,
    line: row,
    code: target,
    title: title ?? "",
    step: null,
    termsVersion: null,
    texts: {
      ...(asOf !== null && { asOf }),
      ...(value !== null && { value: String(value) }),
      ...(note !== null && { note }),
      ...(difficulties !== null && { problems: difficulties }),
    },
    cells: { value: valueCell },
    nameCell: valueCell,
    faults: of("error"),
    warnings: of("needs-attention"),
  };
}

/** Null if no sheet reports on known targets. */
export function readOwnLayout(sheets: readonly GridSheet[], context: ImportContext): ReportedRow[] | null {
  return readReturns(sheets, context)?.updates.map(toRow) ?? null;
}
