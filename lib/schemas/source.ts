// A document as the office adds it. Messages are keys under `form.errors`.
import { z } from "zod";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { exactText, multiLine, singleLine } from "@/lib/schemas/text";
import { visibilitySchema } from "@/lib/schemas/visibility";

/** The body of a form may have 1 MB; a Chinese character has three bytes. About 180 pages. */
export const MOST_TEXT = 300_000;

export const newSourceSchema = z.object({
  title: singleLine.trim().min(1, "required").max(200, "too-long"),
  publisher: singleLine.trim().min(1, "required").max(100, "too-long"),
  publishedOn: singleLine
    .trim()
    .min(1, "required")
    .refine((text) => text === "" || parseIsoDate(text) !== null, "not-a-day"),
  address: singleLine.trim().max(500, "too-long").default(""),
  text: multiLine.trim().min(1, "required").max(MOST_TEXT, "document-too-long"),
});
export type NewSource = z.output<typeof newSourceSchema>;

export const sourceVisibilitySchema = z.object({ source: exactText.min(1), visibility: visibilitySchema });

export const sourceSchema = z.object({ source: exactText.min(1) });

/** The version of what is drafted: a digest of the accepted proposals that the page showed. */
export const draftingSchema = sourceSchema.extend({ digest: exactText.min(1) });
