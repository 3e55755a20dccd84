// Imports a task table: previews its rows, then writes the accepted ones as drafts in one transaction.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { type DraftPlan, MOST_DRAFTS, planTargets } from "@/lib/imports/target-drafts";
import { readTableFile } from "@/lib/imports/tasks/read-table-file";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import { type ChangeEvent, mutate, type Result, reject, runMutation } from "@/lib/server/mutation";
import { assertConfirmed, type ImportPreview, toImportPreview } from "@/lib/server/sheet-import";
import { writeDraft } from "./create";
import { promiseIn, withKnownMetric } from "./draft-facts";
import { recordEdit } from "./edit";
import { fingerprintOf, listImportedTargets } from "./imported-drafts";
import { lockForWrite } from "./mutate";

export interface TaskFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The language of the notes that say where a draft is from. */
  readonly lang: Language;
  /** The name of the plan that the table prints; null for none. */
  readonly plan?: string | null;
}

async function planFor(
  database: Pick<Transaction, "department" | "target" | "event">,
  { name, bytes, lang, plan = null }: TaskFile,
  today: string,
) {
  const [departments, existing] = await Promise.all([listNamedDepartments(database), listImportedTargets(database)]);
  const reading = readTableFile(bytes, { today, departments, targets: [] });
  if ("refused" in reading) reject({ kind: "invalid", errors: { file: reading.refused } });
  if (reading.mode === "returns" || reading.targets.length === 0)
    reject({ kind: "invalid", errors: { file: "no-tasks" } });
  if (reading.targets.length > MOST_DRAFTS) reject({ kind: "invalid", errors: { file: "too-many-tasks" } });
  const t = getTranslator(lang);
  return planTargets(reading.targets, {
    departments,
    existing,
    plan,
    fingerprintOf,
    sourceOf: ({ sheet, row }) =>
      sheet === null
        ? t("import.tasks.from", { file: name, row })
        : t("import.tasks.fromSheet", { file: name, sheet, row }),
    promiseOf: promiseIn(lang),
  });
}

export function previewTaskImport(file: TaskFile, { actor, clock }: Context): Promise<Result<ImportPreview>> {
  return runMutation(async () => {
    if (!can(actor, "target.create", null)) reject({ kind: "forbidden" });
    return toImportPreview(await planFor(db, file, clock.today));
  });
}

/** Writes and changes the drafts of the preview with this digest; rejected lines and conflicts are skipped. */
export function importTasks(file: TaskFile, digest: string, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async (write) => {
    const { tx, clock } = write;
    await tx.$executeRaw`LOCK TABLE target IN SHARE ROW EXCLUSIVE MODE`;
    const plan: DraftPlan = await planFor(tx, file, clock.today);
    const changed = new Set(plan.changes);
    const ids: string[] = [];
    const events: ChangeEvent[] = [];
    for (const input of assertConfirmed(plan, digest)) {
      const [known, fingerprint] = [await withKnownMetric(tx, input), fingerprintOf(input)];
      if (changed.has(input.code)) {
        const locked = await lockForWrite(write, { code: input.code }, "target.revise");
        const change = await recordEdit(locked, known, fingerprint);
        ids.push(locked.target.record.id);
        events.push(...change.events);
        continue;
      }
      const draft = await writeDraft(write, known, fingerprint);
      ids.push(draft.id);
      events.push(...draft.events);
    }
    return { result: null, standingsOf: ids, events };
  });
}
