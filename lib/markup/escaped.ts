import { cleanText } from "@/lib/domain/text/clean-text";

/** Text as it may stand between tags and inside double quotes, in HTML and in XML. */
export function escaped(text: string): string {
  return cleanText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
