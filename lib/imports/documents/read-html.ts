// The text of an HTML page: a line for each paragraph, heading, list item and table cell.
import { convert } from "html-to-text";

const BLOCK = { format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } } as const;
const SKIPPED = ["img", "svg", "script", "style", "nav", "noscript", "iframe", "form", "button"];

export function readHtml(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 16_000_000, maxDepth: 200, maxChildNodes: 100_000 },
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
      ...["table", "tr", "td", "th"].map((selector) => ({ selector, ...BLOCK })),
      ...SKIPPED.map((selector) => ({ selector, format: "skip" })),
    ],
  });
}
