// Imports a task table: previews its rows, then writes the accepted ones as drafts in one transaction.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { MOST_DRAFTS, planTargets } from "@/lib/imports/target-drafts";
import type { ReadTable } from "@/lib/imports/tasks/column-roles";
import { readTableFile } from "@/lib/imports/tasks/read-table-file";
import { type UnknownName, unknownNames } from "@/lib/imports/tasks/unknown-names";
import type { WorkbookLimits } from "@/lib/imports/workbook/grid";
import type { NewTarget } from "@/lib/schemas/new-target";
import { NO_CHOICES, type TaskChoices } from "@/lib/schemas/task-import";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import { type Change, mutate, type Result, reject, runMutation, type Write } from "@/lib/server/mutation";
import { assertConfirmed, type ImportPreview, toImportPreview } from "@/lib/server/sheet-import";
import { listColumnMappings, rememberMappings } from "./column-mappings";
import { writeDrafts } from "./create";
import { promiseIn } from "./draft-facts";
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
  /** What the user has decided in the preview. */
  readonly choices?: TaskChoices;
}

export interface TaskPreview extends ImportPreview {
  readonly tables: readonly (ReadTable & { readonly isRemembered: boolean })[];
  readonly unknownNames: readonly UnknownName[];
  /** The departments to choose from; none without unknown names. */
  readonly departments: readonly { readonly slug: string; readonly name: string }[];
}

export async function planTasks(
  database: Pick<Transaction, "department" | "target" | "event" | "columnMapping">,
  { name, bytes, lang, plan = null, choices = NO_CHOICES }: TaskFile,
  today: string,
  { mostDrafts, limits }: { readonly mostDrafts: number; readonly limits?: Partial<WorkbookLimits> } = {
    mostDrafts: MOST_DRAFTS,
  },
) {
  const [known, existing, remembered] = await Promise.all([
    listNamedDepartments(database),
    listImportedTargets(database),
    listColumnMappings(database),
  ]);
  // A name counts as one more former name of the department that the user has chosen for it.
  const departments = known.map((one) => {
    const names = [...choices.departments].flatMap(([written, slug]) => (slug === one.slug ? [written] : []));
    return { ...one, formerNames: [...one.formerNames, ...names] };
  });
  const mappings = new Map([...remembered, ...choices.mappings]);
  const reading = readTableFile(bytes, { today, departments, targets: [], mappings }, limits);
  if ("refused" in reading) reject({ kind: "invalid", errors: { file: reading.refused } });
  if (reading.mode === "returns" || (reading.targets.length === 0 && reading.tables.length === 0))
    reject({ kind: "invalid", errors: { file: "no-tasks" } });
  if (reading.targets.length > mostDrafts) reject({ kind: "invalid", errors: { file: "too-many-tasks" } });
  const t = getTranslator(lang);
  const drafts = planTargets(reading.targets, {
    departments,
    existing,
    plan,
    fingerprintOf,
    sourceOf: ({ sheet, row }) =>
      sheet === null
        ? t("import.tasks.from", { file: name, row })
        : t("import.tasks.fromSheet", { file: name, sheet, row }),
    sharedBy: ({ furtherLeads, unlinked }) => [
      ...(furtherLeads.length > 0 ? [t("import.tasks.furtherLeads", { names: furtherLeads.join("、") })] : []),
      ...(unlinked.length > 0
        ? [t("import.tasks.unlinked", { names: unlinked.map(({ name }) => name).join("、") })]
        : []),
    ],
    promiseOf: promiseIn(lang),
  });
  return { drafts, reading, known, remembered };
}

export function previewTaskImport(file: TaskFile, { actor, clock }: Context): Promise<Result<TaskPreview>> {
  return runMutation(async () => {
    if (!can(actor, "target.create", null)) reject({ kind: "forbidden" });
    const { drafts, reading, known, remembered } = await planTasks(db, file, clock.today);
    const names = unknownNames(reading.targets, file.choices?.departments ?? new Map());
    return {
      ...toImportPreview(drafts),
      tables: reading.tables.map((table) => ({ ...table, isRemembered: remembered.has(table.fingerprint) })),
      unknownNames: names,
      departments:
        names.length === 0
          ? []
          : known.map(({ slug, name, nameEn }) => ({ slug, name: file.lang === "en" ? nameEn : name })),
    };
  });
}

/** Writes the new drafts, then changes the earlier ones with these codes. */
export async function writeEntries(
  write: Write,
  entries: readonly NewTarget[],
  changes: readonly string[],
): Promise<Change> {
  const changed = new Set(changes);
  const added = entries.filter(({ code }) => !changed.has(code));
  const drafts = added.map((input) => ({ input, importFingerprint: fingerprintOf(input) }));
  const { ids, events } = await writeDrafts(write, drafts, { reusesMetrics: true });
  const [standingsOf, all] = [[...ids], [...events]];
  for (const input of entries.filter(({ code }) => changed.has(code))) {
    const locked = await lockForWrite(write, { code: input.code }, "target.revise");
    const change = await recordEdit(locked, input, fingerprintOf(input), { reusesMetrics: true });
    standingsOf.push(locked.target.record.id);
    all.push(...change.events);
  }
  return { result: null, standingsOf, events: all };
}

/** Writes and changes the drafts of the preview with this digest; rejected lines and conflicts are skipped. */
export function importTasks(file: TaskFile, digest: string, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async (write) => {
    const { tx, clock } = write;
    await tx.$executeRaw`LOCK TABLE target IN SHARE ROW EXCLUSIVE MODE`;
    const { drafts: plan, reading } = await planTasks(tx, file, clock.today);
    const change = await writeEntries(write, assertConfirmed(plan, digest), plan.changes);
    await rememberMappings(tx, reading.tables, file.choices?.mappings ?? new Map(), clock.now);
    return change;
  });
}
