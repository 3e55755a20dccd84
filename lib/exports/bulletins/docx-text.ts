// The paragraphs of a Word file, each in a named style.
import { FootnoteReferenceRun, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { BulletinDocument } from "@/lib/bulletins/document";
import { isThirdLevel, paragraphsOf, splitLead, splitSentence } from "@/lib/bulletins/paragraphs";
import type { StyleId } from "./docx-styles";

/** The footnote on the cut-off and sample data. */
export const NOTE = 1;

/** What a paragraph has besides its style: what stays on one page. */
type Together = Pick<IParagraphOptions, "keepNext" | "keepLines">;

export function paragraph(
  style: StyleId,
  content: string | readonly ParagraphChild[],
  options: Together = {},
): Paragraph {
  const children = typeof content === "string" ? [new TextRun(content)] : [...content];
  return new Paragraph({ style, ...options, children });
}

export interface TextOptions extends Together {
  /** Keeps the last paragraph on the page of what follows. */
  readonly keepsLast?: boolean;
  /** Puts the footnote at the end of the first sentence, so that it is on the first page. */
  readonly hasNote?: boolean;
  readonly style?: StyleId;
}

function noted(text: string, hasNote: boolean): ParagraphChild[] {
  if (!hasNote) return [new TextRun(text)];
  const [sentence, rest] = splitSentence(text);
  return [new TextRun(sentence), new FootnoteReferenceRun(NOTE), ...(rest === "" ? [] : [new TextRun(rest)])];
}

/** A body text: one paragraph per line, indented by two characters in Chinese. */
export function texts(
  text: string,
  { lang }: BulletinDocument,
  { keepsLast = false, hasNote = false, style = "body", ...options }: TextOptions = {},
): Paragraph[] {
  return paragraphsOf(text).map((line, index, { length }) => {
    const { lead, rest } = splitLead(line);
    const isHeading = rest === "";
    const gap = lead !== "" && lang === "en" ? " " : "";
    const runs = [
      ...(lead === "" ? [] : [new TextRun({ text: lead, ...(isHeading ? {} : { style: "leadText" }) })]),
      ...(isHeading ? [] : noted(`${gap}${rest}`, hasNote && index === 0)),
    ];
    const together = { ...(keepsLast && index === length - 1 ? { keepNext: true } : {}), ...options };
    if (isHeading) return paragraph("level2", runs, together);
    return paragraph(isThirdLevel(line) ? "level3" : style, runs, together);
  });
}
