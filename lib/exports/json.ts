import { cleanTexts, isPlainText } from "@/lib/domain/text/clean-text";

/** JSON escapes of control characters other than tab and line break. */
const ESCAPED_CONTROL = /\\[bfr]|\\u00/;

/** JSON with cleaned texts. */
export function toJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  return isPlainText(text) && !ESCAPED_CONTROL.test(text) ? text : JSON.stringify(cleanTexts(value), null, indent);
}
