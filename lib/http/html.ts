// HTML of pages that stand outside the app's frame (an embedded figure, the wall): text is escaped unless it says that
// it is markup already.
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

/** Markup of our own drawing, taken as it is. */
export function markup(html: string): Html {
  return { html };
}

/** html`<p>${text}</p>`: what is put in is escaped, lists are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((string, index) => string + written(parts[index] ?? null)).join("") };
}
