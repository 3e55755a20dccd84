// A calendar day in a URL.
import { z } from "zod";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { exactText } from "@/lib/schemas/text";

export const isoDaySchema = exactText.transform((text, context) => {
  const parsed = parseIsoDate(text);
  if (parsed !== null) return parsed;
  context.issues.push({ code: "custom", input: text, message: "must be a calendar day, YYYY-MM-DD" });
  return z.NEVER;
});
