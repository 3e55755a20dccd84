// A row of reported values, whatever table it is from.
import type { EntryColumn } from "@/lib/imports/values/value-columns";

export interface CellProblem {
  /** The address in a spreadsheet program, e.g. F12. */
  readonly cell: string;
  readonly kind: string;
}

/** What a row says of a step of a milestone, as printed and as in its hidden key. */
export interface NamedStep {
  readonly title: string;
  readonly key: string | null;
}

export interface ReportedRow {
  /** Null for CSV. */
  readonly sheet: string | null;
  readonly line: number;
  /** Null if no target fits. */
  readonly code: string | null;
  /** What the row calls its target. */
  readonly title: string;
  /** Null for a row that is about the target as a whole. */
  readonly step: NamedStep | null;
  /** The version of the terms that the row was written for; null if the table does not say. */
  readonly termsVersion: number | null;
  /** What is filled in. A blank cell is absent: it changes nothing. */
  readonly texts: Readonly<Partial<Record<EntryColumn, string>>>;
  readonly cells: Readonly<Partial<Record<EntryColumn, string>>>;
  /** The cell that names the target. */
  readonly nameCell: string;
  /** What makes the row unusable. */
  readonly faults: readonly CellProblem[];
  /** What the clerk should check. */
  readonly warnings: readonly CellProblem[];
}
