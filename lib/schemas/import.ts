// An uploaded sheet. Messages are keys under `form.errors`.
import { z } from "zod";
import { cleanLine } from "@/lib/domain/text/clean-text";
import { parseTypedDay } from "@/lib/schemas/form-fields";

/** `serverActions.bodySizeLimit` in next.config.ts leaves room for the rest of the form. */
export const MAX_SHEET_BYTES = 5 * 1024 * 1024;
/** In messages. */
export const SHEET_SIZE = "5 MB";

export type UploadedSheet =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly name: string;
      /** The confirmed preview; null when a preview is requested. */
      readonly digest: string | null;
      /** The reports of the file are to be submitted, not saved as drafts. */
      readonly submits: boolean;
      /** The plan that a task table prints; null if the field is blank or missing. */
      readonly plan: string | null;
    }
  | { readonly ok: false; readonly fault: "required" | "sheet-too-large" };

export async function uploadedSheet(form: FormData): Promise<UploadedSheet> {
  const [file, submitted] = [form.get("file"), form.get("submit")];
  const digest = submitted ?? form.get("digest");
  if (!(file instanceof File) || file.size === 0) return { ok: false, fault: "required" };
  if (file.size > MAX_SHEET_BYTES) return { ok: false, fault: "sheet-too-large" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    ok: true,
    bytes,
    name: cleanLine(file.name).slice(0, 200),
    digest: typeof digest === "string" && digest !== "" ? digest : null,
    submits: submitted !== null,
    plan:
      cleanLine(String(form.get("plan") ?? ""))
        .trim()
        .slice(0, 100) || null,
  };
}

export const removedDaySchema = z.object({ day: parseTypedDay });
