import { z } from "zod";
import { exactText, singleLine } from "@/lib/schemas/text";

const viewName = singleLine.trim().min(1).max(60);

export const savedViewSchema = z.object({ name: viewName, query: exactText.max(4000) });
export const viewRenamingSchema = z.object({ id: z.uuid(), name: viewName });
export const viewChoiceSchema = z.object({ id: z.uuid() });

/** One button of a form: the code of the target to add to the watch list, or to remove from it. */
export const starSchema = z.union([
  z.object({ star: exactText.min(1).max(60) }),
  z.object({ unstar: exactText.min(1).max(60) }),
]);
