// Reads a file of tasks or of progress returns.
import { type ReturnReading, readReturns } from "@/lib/imports/returns/read-returns";
import type { ImportContext } from "@/lib/imports/tasks/context";
import { readTasks, type TaskReading } from "@/lib/imports/tasks/read-tasks";
import type { WorkbookFault, WorkbookLimits } from "@/lib/imports/workbook/grid";
import { readWorkbook } from "@/lib/imports/workbook/read-workbook";

export type TableReading =
  | ({ readonly mode: "targets" } & TaskReading)
  | ({ readonly mode: "returns" } & ReturnReading)
  | { readonly refused: WorkbookFault };

export function readTableFile(
  bytes: Uint8Array,
  context: ImportContext,
  limits?: Partial<WorkbookLimits>,
): TableReading {
  const book = readWorkbook(bytes, limits);
  if (!book.ok) return { refused: book.fault };
  const returns = readReturns(book.sheets, context);
  if (returns !== null) return { mode: "returns", ...returns };
  return { mode: "targets", ...readTasks(book.sheets, context) };
}
