// Text as schemas take it: every field says which of these it is, and text.test.ts refuses a bare z.string().
import { z } from "zod";
import { cleanLine, cleanText } from "@/lib/domain/text/clean-text";

/** Names, titles, days: no line breaks and nothing invisible. */
export const singleLine = z.string().overwrite(cleanLine);

/** Notes and reasons: paragraphs end in \n, nothing invisible. */
export const multiLine = z.string().overwrite(cleanText);

/** A number as it was typed. Its line breaks and tabs stay: parseDecimalText() refuses them as several cells. */
export const figureText = z.string();

/** Taken as it is: passwords and tokens, keys that are only looked up, and what the app wrote itself. */
export const exactText = z.string();
