"use server";
// Imports from sheets: the file is shown what it would do, and sent once more to do it.
import { revalidatePath } from "next/cache";
import { type Answer, IDLE, invalid } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { removedDaySchema, uploadedSheet } from "@/lib/schemas/import";
import { importDepartments, previewDepartments } from "@/lib/server/admin/department-import";
import type { ImportPreview } from "@/lib/server/admin/sheet-import";
import { type Context, getContext } from "@/lib/server/context";
import type { Outcome } from "@/lib/server/refusal";
import { importDays, previewDays, removeDay } from "@/lib/server/working-days/mutations";

export interface ImportAnswer extends Answer {
  /** What the file would do; null once it is done, and where it cannot be read. */
  readonly preview: ImportPreview | null;
}

interface Importer {
  readonly preview: (bytes: Uint8Array, context: Context) => Promise<Outcome<ImportPreview>>;
  readonly write: (bytes: Uint8Array, digest: string, context: Context) => Promise<Outcome<null>>;
}

async function run({ preview, write }: Importer, form: FormData): Promise<ImportAnswer> {
  const sheet = await uploadedSheet(form);
  if (!sheet.ok) return { ...invalid({ file: sheet.fault }), preview: null };
  const context = await getContext();
  if (sheet.digest === null) {
    const outcome = await preview(sheet.bytes, context);
    return outcome.ok ? { ...IDLE, preview: outcome.value } : { ...(await answerOf(outcome)), preview: null };
  }
  const outcome = await write(sheet.bytes, sheet.digest, context);
  if (outcome.ok) revalidatePath("/", "layout");
  return { ...(await answerOf(outcome)), preview: null };
}

export async function importDepartmentSheet(_before: ImportAnswer, form: FormData): Promise<ImportAnswer> {
  return run({ preview: previewDepartments, write: importDepartments }, form);
}

export async function importHolidaySheet(_before: ImportAnswer, form: FormData): Promise<ImportAnswer> {
  return run({ preview: previewDays, write: importDays }, form);
}

export async function takeBackDay(_before: Answer, form: FormData): Promise<Answer> {
  const input = removedDaySchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  const outcome = await removeDay(input.data.day, await getContext());
  if (outcome.ok) revalidatePath("/", "layout");
  return answerOf(outcome);
}
