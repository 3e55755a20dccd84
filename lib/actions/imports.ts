"use server";
// Imports from sheets: the file is shown what it would do, and sent once more to do it.
import { type Answer, IDLE, invalid, SIGNED_OUT } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { apply, shown } from "@/lib/actions/apply";
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
  const context = await getContext();
  if (context.actor.kind === "visitor") return { ...SIGNED_OUT, preview: null };
  const sheet = await uploadedSheet(form);
  if (!sheet.ok) return { ...invalid({ file: sheet.fault }), preview: null };
  if (sheet.digest === null) {
    const outcome = await preview(sheet.bytes, context);
    return outcome.ok ? { ...IDLE, preview: outcome.value } : { ...(await answerOf(outcome)), preview: null };
  }
  return { ...(await shown(await write(sheet.bytes, sheet.digest, context))), preview: null };
}

export async function importDepartmentSheet(_before: ImportAnswer, form: FormData): Promise<ImportAnswer> {
  return run({ preview: previewDepartments, write: importDepartments }, form);
}

export async function importHolidaySheet(_before: ImportAnswer, form: FormData): Promise<ImportAnswer> {
  return run({ preview: previewDays, write: importDays }, form);
}

export async function takeBackDay(_before: Answer, form: FormData): Promise<Answer> {
  return apply(removedDaySchema, form, ({ day }, context) => removeDay(day, context));
}
