import { cleanTexts, isPlainText } from "@/lib/domain/text/clean-text";

/** How JSON writes control characters other than tab and line break. */
const ESCAPED_CONTROL = /\\[bfr]|\\u00/;

/** JSON whose texts hold nothing invisible. */
export function toJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  return isPlainText(text) && !ESCAPED_CONTROL.test(text) ? text : JSON.stringify(cleanTexts(value), null, indent);
}
