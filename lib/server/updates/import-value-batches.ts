// Imports a value workbook of any size: the rows of some targets at a time, each batch in one transaction. A run that was
// killed continues where it stopped when it is started again: rows whose value is a draft or waits already are unchanged.
import "server-only";
import type { PlannedLine } from "@/lib/imports/plan";
import type { ReportedRow } from "@/lib/imports/values/reported-row";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { attempt, mutate, type Result, reject } from "@/lib/server/mutation";
import { type BatchReport, LARGE_FILE, type OnProgress } from "@/lib/server/sheet-import";
import { lockTargets } from "@/lib/server/targets/lock";
import { isReporter, planRows, readRows, type ValueFile, writeReports } from "./import-values";
import { listIdsOfCodes, listReportableIds } from "./reportable-targets";

/** Rows per transaction. */
const BATCH = 1000;

/** The rows in batches; all rows of a target are in one, because a later row of a period repeats or contradicts it. */
function batchesByTarget(rows: readonly ReportedRow[], size: number): ReportedRow[][] {
  const byCode = new Map<string, ReportedRow[]>();
  for (const row of rows) {
    const own = byCode.get(row.code ?? "");
    if (own === undefined) byCode.set(row.code ?? "", [row]);
    else own.push(row);
  }
  const batches: ReportedRow[][] = [];
  let batch: ReportedRow[] = [];
  for (const own of byCode.values()) {
    if (batch.length > 0 && batch.length + own.length > size) {
      batches.push(batch);
      batch = [];
    }
    batch.push(...own);
  }
  return batch.length === 0 ? batches : [...batches, batch];
}

interface Written {
  readonly lines: readonly PlannedLine[];
  readonly written: number;
}

function writeBatch(
  rows: readonly ReportedRow[],
  file: ValueFile,
  submits: boolean,
  context: Context,
): Promise<Result<Written>> {
  return mutate("signed-in", context, async (shell) => {
    const ids = await listIdsOfCodes(
      shell.tx,
      rows.flatMap(({ code }) => code ?? []),
    );
    await lockTargets(shell.tx, ids);
    const planned = await planRows(shell.tx, rows, ids, file.lang, context, false);
    const { lines, entries, unchanged } = planned.plan;
    const sent = submits ? unchanged.filter(({ isComplete }) => isComplete) : [];
    const events = await writeReports(planned, [...entries, ...sent], submits, shell);
    return { result: { lines, written: entries.length + sent.length }, events };
  });
}

const isLeft = ({ outcome }: PlannedLine) => outcome === "refused" || outcome === "conflict";

/**
 * Writes the values of the file as drafts.
 * @param submits submits the complete reports; the others become drafts
 */
export async function importValueBatches(
  file: ValueFile,
  submits: boolean,
  context: Context,
  onProgress: OnProgress,
): Promise<Result<BatchReport>> {
  const read = await attempt(async () => {
    if (!isReporter(context)) reject({ kind: "forbidden" });
    return readRows(db, file, await listReportableIds(db, context), context, LARGE_FILE);
  });
  if (!read.ok) return read;
  const report = { written: 0, unchanged: 0, left: [] as PlannedLine[] };
  let done = 0;
  for (const batch of batchesByTarget(read.value, BATCH)) {
    const outcome = await writeBatch(batch, file, submits, context);
    if (!outcome.ok) return outcome;
    const left = outcome.value.lines.filter(isLeft);
    report.written += outcome.value.written;
    report.unchanged += outcome.value.lines.length - left.length - outcome.value.written;
    report.left.push(...left);
    done += batch.length;
    await onProgress(done, read.value.length);
  }
  return { ok: true, value: report };
}
