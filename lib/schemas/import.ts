// An uploaded sheet. Messages are keys under `form.errors`.
import { z } from "zod";
import { cleanLine } from "@/lib/domain/text/clean-text";
import { parseTypedDay } from "@/lib/schemas/form-fields";

/** A form's body may have 1 MB; a list of departments or days has about a hundredth of that. */
export const MAX_SHEET_BYTES = 512 * 1024;

export type UploadedSheet =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly name: string;
      /** The confirmed preview; null when a preview is requested. */
      readonly digest: string | null;
    }
  | { readonly ok: false; readonly fault: "required" | "sheet-too-large" };

export async function uploadedSheet(form: FormData): Promise<UploadedSheet> {
  const [file, digest] = [form.get("file"), form.get("digest")];
  if (!(file instanceof File) || file.size === 0) return { ok: false, fault: "required" };
  if (file.size > MAX_SHEET_BYTES) return { ok: false, fault: "sheet-too-large" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    ok: true,
    bytes,
    name: cleanLine(file.name).slice(0, 200),
    digest: typeof digest === "string" && digest !== "" ? digest : null,
  };
}

export const removedDaySchema = z.object({ day: parseTypedDay });
