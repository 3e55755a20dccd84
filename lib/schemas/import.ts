// A sheet as it is sent. Messages are keys under `form.errors`.
import { z } from "zod";
import { typedDay } from "@/lib/schemas/form-fields";

/** A form's body may have a megabyte; a list of departments or days has a hundredth of it. */
export const MAX_SHEET_BYTES = 512 * 1024;

export type UploadedSheet =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** The preview that is confirmed; null while one is asked for. */
      readonly digest: string | null;
    }
  | { readonly ok: false; readonly fault: "required" | "sheet-too-large" };

export async function uploadedSheet(form: FormData): Promise<UploadedSheet> {
  const [file, digest] = [form.get("file"), form.get("digest")];
  if (!(file instanceof File) || file.size === 0) return { ok: false, fault: "required" };
  if (file.size > MAX_SHEET_BYTES) return { ok: false, fault: "sheet-too-large" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { ok: true, bytes, digest: typeof digest === "string" && digest !== "" ? digest : null };
}

export const removedDaySchema = z.object({ day: typedDay });
