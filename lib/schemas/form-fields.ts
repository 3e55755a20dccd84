// Shared by all forms: a day as typed, and errors by field.
import { z } from "zod";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { singleLine } from "@/lib/schemas/text";

/** A day as typed. */
export const parseTypedDay = singleLine.transform((text, context) => {
  const parsed = parseIsoDate(text.trim());
  if (parsed !== null) return parsed;
  context.issues.push({ code: "custom", input: text, message: "not-a-day" });
  return z.NEVER;
});

/** The first error of each field, as message keys. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0] ?? "form")] ??= message;
  return errors;
}
