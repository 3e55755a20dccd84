import { cleanText } from "@/lib/domain/text/clean-text";

/** Escapes text for element content and double-quoted attributes, in HTML and XML. */
export function escapeHtml(text: string): string {
  return cleanText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
