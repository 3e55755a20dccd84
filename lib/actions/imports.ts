"use server";
// Imports from sheets: the first request returns what the file would change, the second applies it.
import { getLanguage } from "@/lib/i18n/preferences";
import { removedDaySchema, type UploadedSheet, uploadedSheet } from "@/lib/schemas/import";
import { readTaskChoices } from "@/lib/schemas/task-import";
import { importDepartments, previewDepartments } from "@/lib/server/admin/department-import";
import { importUsers, previewUsers } from "@/lib/server/admin/user-import";
import type { Context } from "@/lib/server/context";
import type { Result } from "@/lib/server/mutation";
import type { ImportPreview } from "@/lib/server/sheet-import";
import { forgetColumnMapping } from "@/lib/server/targets/column-mappings";
import { importTasks, previewTaskImport, type TaskPreview } from "@/lib/server/targets/import-tasks";
import { importValues, previewValueImport, type ValuePreview } from "@/lib/server/updates/import-values";
import { importWorkingDays, previewWorkingDays, removeWorkingDay } from "@/lib/server/working-days/mutations";
import { type ActionState, IDLE, invalid } from "./action-state";
import { finishAction, runFormAction, withSignedIn } from "./run-form-action";
import { toActionState } from "./to-action-state";

export interface ImportState extends ActionState {
  /** The changes that the file would make; undefined once applied, and if the file cannot be read. */
  readonly preview?: ImportPreview &
    Partial<Pick<ValuePreview, "submits" | "drafts"> & Pick<TaskPreview, "tables" | "unknownNames" | "departments">>;
}

type Sheet = Extract<UploadedSheet, { readonly ok: true }>;

interface Importer {
  readonly preview: (sheet: Sheet, context: Context) => Promise<Result<ImportPreview>>;
  readonly write: (sheet: Sheet, digest: string, context: Context) => Promise<Result<null>>;
}

function runImport({ preview, write }: Importer, form: FormData): Promise<ImportState> {
  return withSignedIn(async (context) => {
    const sheet = await uploadedSheet(form);
    if (!sheet.ok) return invalid({ file: sheet.fault });
    if (sheet.digest !== null) return finishAction(await write(sheet, sheet.digest, context));
    const outcome = await preview(sheet, context);
    return outcome.ok ? { ...IDLE, preview: outcome.value } : toActionState(outcome);
  });
}

/** An import that needs nothing but the file. */
function ofBytes(
  preview: (bytes: Uint8Array, context: Context) => Promise<Result<ImportPreview>>,
  write: (bytes: Uint8Array, digest: string, context: Context) => Promise<Result<null>>,
): Importer {
  return {
    preview: ({ bytes }, context) => preview(bytes, context),
    write: ({ bytes }, digest, context) => write(bytes, digest, context),
  };
}

export async function importUsersAction(_before: ImportState, form: FormData): Promise<ImportState> {
  return runImport(ofBytes(previewUsers, importUsers), form);
}

export async function importDepartmentsAction(_before: ImportState, form: FormData): Promise<ImportState> {
  return runImport(ofBytes(previewDepartments, importDepartments), form);
}

export async function importWorkingDaysAction(_before: ImportState, form: FormData): Promise<ImportState> {
  return runImport(ofBytes(previewWorkingDays, importWorkingDays), form);
}

/** Writes the accepted rows of a task table as drafts. */
export async function importTasksAction(_before: ImportState, form: FormData): Promise<ImportState> {
  const lang = await getLanguage();
  const choices = readTaskChoices(form);
  return runImport(
    {
      preview: async (sheet, context) => {
        const forgotten = choices.forgets === null ? null : await forgetColumnMapping(choices.forgets, context);
        return forgotten?.ok === false ? forgotten : previewTaskImport({ ...sheet, lang, choices }, context);
      },
      write: (sheet, digest, context) => importTasks({ ...sheet, lang, choices }, digest, context),
    },
    form,
  );
}

/** Writes the rows of a value workbook as drafts, or submits them. */
export async function importValuesAction(_before: ImportState, form: FormData): Promise<ImportState> {
  const lang = await getLanguage();
  return withSignedIn(async (context) => {
    const sheet = await uploadedSheet(form);
    if (!sheet.ok) return invalid({ file: sheet.fault });
    const { bytes, digest, submits } = sheet;
    if (digest !== null) return finishAction(await importValues({ bytes, lang }, { digest, submits }, context));
    const outcome = await previewValueImport({ bytes, lang }, context);
    return outcome.ok ? { ...IDLE, preview: outcome.value } : toActionState(outcome);
  });
}

export async function removeWorkingDayAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(removedDaySchema, form, ({ day }, context) => removeWorkingDay(day, context));
}
