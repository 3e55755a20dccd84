"use server";
import { removedDaySchema, uploadedSheet } from "@/lib/schemas/import";
import { importDepartments, previewDepartments } from "@/lib/server/admin/department-import";
import type { ImportPreview } from "@/lib/server/admin/sheet-import";
import { type Context, getContext } from "@/lib/server/context";
import type { Result } from "@/lib/server/mutation";
import { importWorkingDays, previewWorkingDays, removeWorkingDay } from "@/lib/server/working-days/mutations";
// Imports from sheets: the file is shown what it would do, and sent once more to do it.
import { type ActionState, IDLE, invalid, SIGNED_OUT } from "./action-state";
import { finishAction, runFormAction } from "./run-form-action";
import { toActionState } from "./to-action-state";

export interface ImportState extends ActionState {
  /** What the file would do; null once it is done, and where it cannot be read. */
  readonly preview: ImportPreview | null;
}

interface Importer {
  readonly preview: (bytes: Uint8Array, context: Context) => Promise<Result<ImportPreview>>;
  readonly write: (bytes: Uint8Array, digest: string, context: Context) => Promise<Result<null>>;
}

async function runImport({ preview, write }: Importer, form: FormData): Promise<ImportState> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return { ...SIGNED_OUT, preview: null };
  const sheet = await uploadedSheet(form);
  if (!sheet.ok) return { ...invalid({ file: sheet.fault }), preview: null };
  if (sheet.digest === null) {
    const outcome = await preview(sheet.bytes, context);
    return outcome.ok ? { ...IDLE, preview: outcome.value } : { ...(await toActionState(outcome)), preview: null };
  }
  return { ...(await finishAction(await write(sheet.bytes, sheet.digest, context))), preview: null };
}

export async function importDepartmentsAction(_before: ImportState, form: FormData): Promise<ImportState> {
  return runImport({ preview: previewDepartments, write: importDepartments }, form);
}

export async function importWorkingDaysAction(_before: ImportState, form: FormData): Promise<ImportState> {
  return runImport({ preview: previewWorkingDays, write: importWorkingDays }, form);
}

export async function removeWorkingDayAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(removedDaySchema, form, ({ day }, context) => removeWorkingDay(day, context));
}
