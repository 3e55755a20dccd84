import { cleanText } from "@/lib/domain/text/clean-text";

/** Text escaped for element content and double-quoted attributes, in HTML and XML. */
export function escaped(text: string): string {
  return cleanText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
