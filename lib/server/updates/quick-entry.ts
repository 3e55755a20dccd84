// All due reports of the actor, to be entered on one screen.
import "server-only";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Context } from "@/lib/server/context";
import type { QuickEntries, QuickEntry } from "@/lib/views/update";
import { getReportForm } from "./form";
import { listMyWork } from "./my-work";

/** Null if the actor reports for no department. */
export async function listQuickEntries(context: Context): Promise<QuickEntries | null> {
  const work = await listMyWork(context, { list: "toReport", page: 1 });
  if (work === null) return null;
  const entries: QuickEntry[] = [];
  for (const row of work.toReport) {
    const draft = row.drafts.find((one) => !one.isCorrection);
    const form = await getReportForm(row.code, draft === undefined ? {} : { draft: draft.id }, context);
    if (form === null) continue;
    const value = form.previous === null ? null : readingValue(row.terms, form.previous);
    const { asOf, peers } = form.previous ?? {};
    const previous = value?.known && asOf !== undefined ? { value: value.value, asOf, peers } : null;
    entries.push({ row, input: form.input, previous });
  }
  return {
    entries,
    waiting: work.totals.waiting,
    total: work.totals.toReport,
  };
}
