// What is due, ready to be entered on one screen.
import "server-only";
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Context } from "@/lib/server/context";
import type { TargetRow } from "@/lib/server/targets/types";
import { listMyWork } from "./data";
import { getReportForm, type ReportForm } from "./form";

export interface QuickEntry {
  readonly row: TargetRow;
  /** A draft of the reporter's is gone on with. */
  readonly input: ReportForm["input"];
  readonly previous: { readonly value: Decimal; readonly asOf: IsoDate } | null;
}

export interface QuickEntries {
  readonly entries: readonly QuickEntry[];
  /** Milestones: their steps do not fit a row. */
  readonly others: readonly TargetRow[];
  /** How many reports are awaited; what is due first is here. */
  readonly total: number;
  /** How many reports of the department wait for review. */
  readonly waiting: number;
}

/** Null when the actor reports for no department. */
export async function listQuickEntries(context: Context): Promise<QuickEntries | null> {
  const work = await listMyWork(context, { list: "toReport", page: 1 });
  if (work === null) return null;
  const isSimple = (row: TargetRow) => row.metric.kind !== "milestone";
  const entries: QuickEntry[] = [];
  for (const row of work.toReport.filter(isSimple)) {
    const form = await getReportForm(row.code, row.draftId === null ? {} : { draft: row.draftId }, context);
    if (form === null) continue;
    const value = form.previous === null ? null : readingValue(row.terms, form.previous);
    const previous = value?.known && form.previous !== null ? { value: value.value, asOf: form.previous.asOf } : null;
    entries.push({ row, input: form.input, previous });
  }
  return {
    entries,
    others: work.toReport.filter((row) => !isSimple(row)),
    waiting: work.totals.submitted,
    total: work.totals.toReport,
  };
}
