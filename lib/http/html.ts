// HTML of pages outside the app's layout (embedded figures, the wall): text is escaped unless it is marked as markup.
import "server-only";
import { escapeHtml } from "@/lib/markup/escape-html";

export interface Html {
  readonly html: string;
}

type Part = string | number | null | Html | readonly Html[];

function written(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "html" in part ? part.html : part.map(written).join("");
}

/** Marks our own markup as safe. */
export function markup(html: string): Html {
  return { html };
}

/** html`<p>${text}</p>`: values are escaped, lists are joined, null is empty. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((string, index) => string + written(parts[index] ?? null)).join("") };
}
