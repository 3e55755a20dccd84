// Imports a task table: previews its rows, then writes the accepted ones as drafts in one transaction.
import "server-only";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { termsFrom } from "@/lib/domain/targets/revisions";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { ImportPlan } from "@/lib/imports/plan";
import { MOST_DRAFTS, planTargets } from "@/lib/imports/target-drafts";
import { readTableFile } from "@/lib/imports/tasks/read-table-file";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { type ChangeEvent, mutate, type Result, reject, runMutation } from "@/lib/server/mutation";
import { assertConfirmed, type ImportPreview, toImportPreview } from "@/lib/server/sheet-import";
import { listNamedDepartments } from "@/lib/server/updates/import-context";
import { describeTarget } from "@/lib/wording/describe-target";
import { writeDraft } from "./create";

export interface TaskFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The language of the notes that say where a draft is from. */
  readonly lang: Language;
}

type Database = Pick<Transaction, "department" | "target">;

async function planFor(database: Database, { name, bytes, lang }: TaskFile, today: string) {
  const [open, targets] = await Promise.all([
    listNamedDepartments(database),
    database.target.findMany({
      select: {
        code: true,
        title: true,
        value: true,
        dueOn: true,
        owner: { select: { slug: true } },
        metric: { select: { unit: true } },
      },
    }),
  ]);
  const reading = readTableFile(bytes, { today, departments: open, targets: [] });
  if ("refused" in reading) reject({ kind: "invalid", errors: { file: reading.refused } });
  if (reading.mode === "returns" || reading.targets.length === 0)
    reject({ kind: "invalid", errors: { file: "no-tasks" } });
  if (reading.targets.length > MOST_DRAFTS) reject({ kind: "invalid", errors: { file: "too-many-tasks" } });
  const t = getTranslator(lang);
  const existing = targets.map(({ owner, metric, value, dueOn, ...one }) => ({
    ...one,
    owner: owner.slug,
    unit: metric.unit,
    value: value?.toString() ?? null,
    year: yearOf(dayOf(dueOn)),
    dueOn: dayOf(dueOn),
  }));
  return planTargets(reading.targets, {
    departments: open,
    existing,
    sourceOf: ({ sheet, row }) =>
      sheet === null
        ? t("import.tasks.from", { file: name, row })
        : t("import.tasks.fromSheet", { file: name, sheet, row }),
    promiseOf: ({ kind, terms, steps }, unit) =>
      kind === "milestone"
        ? t("promise.steps", { count: steps.length })
        : describeTarget(termsFrom(terms, { kind, direction: "increase" }), unit, lang),
  });
}

export function previewTaskImport(file: TaskFile, { actor, clock }: Context): Promise<Result<ImportPreview>> {
  return runMutation(async () => {
    if (!can(actor, "target.create", null)) reject({ kind: "forbidden" });
    return toImportPreview(await planFor(db, file, clock.today));
  });
}

/** An existing metric of the same name, unit and kind is used again: targets of several departments share it. */
async function withKnownMetric(tx: Transaction, input: NewTarget): Promise<NewTarget> {
  if ("key" in input.metric) return input;
  const { name, unit, kind, direction } = input.metric;
  const found = await tx.metric.findFirst({ where: { name, unit, kind, direction }, select: { key: true } });
  return found === null ? input : { ...input, metric: found };
}

/** Writes the drafts of the preview with this digest; rejected lines are skipped. */
export function importTasks(file: TaskFile, digest: string, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async (write) => {
    const { tx, clock } = write;
    await tx.$executeRaw`LOCK TABLE target IN SHARE ROW EXCLUSIVE MODE`;
    const plan: ImportPlan<NewTarget> = await planFor(tx, file, clock.today);
    const ids: string[] = [];
    const events: ChangeEvent[] = [];
    for (const input of assertConfirmed(plan, digest)) {
      const draft = await writeDraft(write, await withKnownMetric(tx, input));
      ids.push(draft.id);
      events.push(...draft.events);
    }
    return { result: null, standingsOf: ids, events };
  });
}
