// Imports a task table of any size: batches of rows, each in one transaction. A run that was killed continues where it
// stopped when it is started again, because rows that are written already are planned as unchanged.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { PlannedLine } from "@/lib/imports/plan";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { attempt, mutate, type Result, reject } from "@/lib/server/mutation";
import { type BatchReport, LARGE_FILE, type OnProgress } from "@/lib/server/sheet-import";
import { planTasks, type TaskFile, writeEntries } from "./import-tasks";

/** Drafts per transaction: new ones are written by a few statements, changed ones one by one. */
const BATCH = { added: 500, changed: 50 } as const;

type Reader = Pick<Transaction, "department" | "target" | "event" | "columnMapping">;

/** The number of events that a plan depends on: those of targets and departments. */
function countEvents(database: Reader): Promise<number> {
  return database.event.count({ where: { entity: { in: ["target", "department"] } } });
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, nth) => items.slice(nth * size, (nth + 1) * size));
}

async function readPlan(file: TaskFile, { clock }: Context) {
  // Counted first: a write between the two reads makes the plan outdated, not wrong.
  const events = await countEvents(db);
  const { drafts } = await planTasks(db, file, clock.today, { mostDrafts: LARGE_FILE.rows, limits: LARGE_FILE });
  const { lines, entries, changes } = drafts;
  const changed = new Set(changes);
  const batches = [
    ...chunksOf(
      entries.filter(({ code }) => !changed.has(code)),
      BATCH.added,
    ),
    ...chunksOf(
      entries.filter(({ code }) => changed.has(code)),
      BATCH.changed,
    ),
  ];
  return { lines, batches, changes, events };
}

/**
 * Writes one batch; null if another user has changed a target or a department since the plan was made.
 * @param known the number of events of the plan and of the batches written since
 */
function writeBatch(
  entries: readonly NewTarget[],
  changes: readonly string[],
  known: number,
  context: Context,
): Promise<Result<number | null>> {
  return mutate("target.create", context, async (write) => {
    await write.tx.$executeRaw`LOCK TABLE target IN SHARE ROW EXCLUSIVE MODE`;
    if ((await countEvents(write.tx)) !== known) return { result: null, events: [] };
    const change = await writeEntries(write, entries, changes);
    return { ...change, result: known + change.events.filter(({ action }) => action.startsWith("target.")).length };
  });
}

const isLeft = ({ outcome }: PlannedLine) => outcome === "refused" || outcome === "conflict";

/** Writes and changes the drafts of a task table; rows with faults and conflicts are left and reported. */
export async function importTaskBatches(
  file: TaskFile,
  context: Context,
  onProgress: OnProgress,
): Promise<Result<BatchReport>> {
  const started = await attempt(async () => {
    if (!can(context.actor, "target.create", null)) reject({ kind: "forbidden" });
    return readPlan(file, context);
  });
  if (!started.ok) return started;
  let plan = started.value;
  let written = 0;
  for (;;) {
    const unchanged = plan.lines.filter(({ outcome }) => outcome === "same").length - written;
    let known: number | null = plan.events;
    for (const batch of plan.batches) {
      const outcome: Result<number | null> = await writeBatch(batch, plan.changes, known, context);
      if (!outcome.ok) return outcome;
      known = outcome.value;
      if (known === null) break;
      written += batch.length;
      await onProgress(unchanged + written, plan.lines.length);
    }
    if (known !== null) return { ok: true, value: { written, unchanged, left: plan.lines.filter(isLeft) } };
    plan = await readPlan(file, context);
  }
}
