// The plan of one row, and the reasons to leave a row out, whatever its target reports.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ReportFacts } from "@/lib/domain/updates/report-rules";
import { lineText, type PlannedLine, type PlannedProblem } from "@/lib/imports/plan";
import type { ReportableTarget, Typed, ValueEntry, ValueWording } from "@/lib/imports/values/reportable-target";
import type { ReportedRow } from "@/lib/imports/values/reported-row";
import type { EntryColumn } from "@/lib/imports/values/value-columns";
import { checkUpdate, type FieldErrors } from "@/lib/schemas/update";

export interface RowPlan {
  readonly line: PlannedLine;
  readonly entry: ValueEntry | null;
  /** Of a row whose value waits or is approved already. */
  readonly fixed?: { readonly code: string; readonly asOf: IsoDate };
}

/** The line of a row, with what is wrong with its cells. */
export function toRowPlan(
  row: ReportedRow,
  line: Pick<PlannedLine, "outcome" | "text"> & Partial<PlannedLine>,
  entry: ValueEntry | null = null,
): RowPlan {
  const problems = [...row.faults, ...(line.problems ?? []), ...row.warnings];
  return { line: { line: row.line, sheet: row.sheet, why: null, was: null, ...line, problems }, entry };
}

/** Of which target a row is, and of which of its steps. */
export function nameRow(row: ReportedRow, target: ReportableTarget | null, { lang }: ValueWording): string {
  return lineText([target?.code ?? row.code, target?.title[lang] ?? row.title, row.step?.title ?? null]);
}

type Admission = { readonly target: ReportableTarget } | { readonly left: RowPlan };

/** The target of a row; or the row's plan if it is left out for its target, its cells or the terms it was written for. */
export function admit(row: ReportedRow, target: ReportableTarget | null, wording: ValueWording): Admission {
  const text = nameRow(row, target, wording);
  const refuse = (kind: string | null) => {
    const problems = kind === null ? [] : [{ cell: row.nameCell, kind }];
    return { left: toRowPlan(row, { outcome: "refused", text, problems }) };
  };
  if (target === null) {
    const isNamed = row.faults.some(({ kind }) => kind === "unknown-target");
    return refuse(isNamed ? null : "unknown-target");
  }
  if (!target.mayReport) return refuse("cannot-report");
  if (row.faults.length > 0) return refuse(null);
  const isChanged = row.warnings.some(({ kind }) => kind === "target-changed");
  if (!isChanged && (row.termsVersion === null || row.termsVersion === target.termsVersion)) return { target };
  const href = `/targets/${target.code}`;
  return { left: toRowPlan(row, { outcome: "conflict", text, why: wording.termsChanged(target), href }) };
}

export function checkTyped(typed: Typed, facts: ReportFacts, complete: boolean) {
  return checkUpdate({ ...typed, requestKey: "workbook" }, facts, complete);
}

/** The problems of fields at their cells; a field without a cell is named at the row's own. */
export function problemsAt(
  errors: FieldErrors,
  row: ReportedRow,
  target: ReportableTarget,
  wording: ValueWording,
): PlannedProblem[] {
  return Object.entries(errors).map(([field, kind]) => {
    const text = wording.fault(kind, target);
    const column = (field === "steps" ? "doneOn" : field) as EntryColumn;
    const cell = row.cells[column] ?? row.cells.value ?? row.nameCell;
    return { cell, kind, ...(text !== undefined && { text }) };
  });
}
