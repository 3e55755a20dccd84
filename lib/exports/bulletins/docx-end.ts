// The end of a bulletin in Word: closing, attachments, signature and print lines.
import { type Paragraph, Tab, TextRun } from "docx";
import type { BulletinDocument } from "@/lib/bulletins/document";
import { getTranslator } from "@/lib/i18n/translator";
import { paragraph, texts } from "./docx-text";

/** Prevents signature and notes on a page without a line of the text. */
const TOGETHER = { keepNext: true, keepLines: true };

/** "附件：1. …", with one line per attachment. */
function attachments({ attachments: names, lang }: BulletinDocument): Paragraph[] {
  const t = getTranslator(lang);
  const items = names.map((name, index) => t("bulletin.attachment", { number: index + 1, name }));
  return items.map((item, index) =>
    index === 0
      ? paragraph("attachment", t("bulletin.attachments", { list: item }), TOGETHER)
      : paragraph("attachmentNext", item, TOGETHER),
  );
}

/** The print lines at the end of the file: who receives a copy, who printed it, when. */
export function colophon({ copyToText, printedBy, printedOnText }: BulletinDocument): Paragraph[] {
  const imprint = [new TextRun({ children: [printedBy, new Tab(), printedOnText] })];
  if (copyToText === null) return [paragraph("imprintAlone", imprint)];
  return [paragraph("copyTo", copyToText), paragraph("imprint", imprint)];
}

export function closing(document: BulletinDocument): Paragraph[] {
  return [
    ...texts(document.closing, document, { ...TOGETHER, style: "closingText" }),
    ...attachments(document),
    paragraph("signature", document.office, TOGETHER),
    paragraph("signedOn", document.dateText, { keepLines: true }),
  ];
}
