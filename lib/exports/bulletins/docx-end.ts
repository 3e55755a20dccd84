// The end of a bulletin in Word: closing, attachments, signature and print lines.
import { AlignmentType, BorderStyle, type IParagraphOptions, Paragraph, type ParagraphChild, TabStopType } from "docx";
import type { BulletinDocument } from "@/lib/bulletins/document";
import { getTranslator } from "@/lib/i18n/translator";
import { FACES, LINE, paragraph, run, SIZE, texts } from "./docx-text";

/** "附件：1. …", with one line per attachment. */
function attachments({ attachments: names, lang }: BulletinDocument, options: IParagraphOptions): Paragraph[] {
  const t = getTranslator(lang);
  const items = names.map((name, index) => t("bulletin.attachment", { number: index + 1, name }));
  return items.map((item, index) =>
    paragraph([run(index === 0 ? t("bulletin.attachments", { list: item }) : item, SIZE.body, FACES.body)], {
      indent: { left: SIZE.body * 20 + (index === 0 ? 0 : SIZE.body * (lang === "en" ? 68 : 30)) },
      ...(index === 0 ? { spacing: { ...LINE, before: 290 } } : {}),
      ...options,
    }),
  );
}

const THIN = { style: BorderStyle.SINGLE, size: 4, color: "000000", space: 2 };

/** The print lines at the end of the file: who receives a copy, who printed it, when. */
export function colophon(document: BulletinDocument, width: number): Paragraph[] {
  const { copyToText, printedBy, printedOnText } = document;
  const line = (children: ParagraphChild[], options: IParagraphOptions) =>
    new Paragraph({ indent: { left: SIZE.folio * 10, right: SIZE.folio * 10 }, keepLines: true, ...options, children });
  const words = (text: string) => run(text, SIZE.folio, FACES.body);
  const isFirst = copyToText === null;
  return [
    ...(isFirst
      ? []
      : [line([words(copyToText)], { keepNext: true, spacing: { before: 579 }, border: { top: THIN } })]),
    line([words(printedBy), words("\t"), words(printedOnText)], {
      tabStops: [{ type: TabStopType.RIGHT, position: width - SIZE.folio * 10 }],
      spacing: { before: isFirst ? 579 : 0 },
      border: { top: THIN, bottom: THIN },
    }),
  ];
}

export function closing(document: BulletinDocument): Paragraph[] {
  // Prevents signature and notes on a page without a line of the text.
  const together = { keepNext: true, keepLines: true };
  const right = { alignment: AlignmentType.RIGHT, indent: { right: SIZE.body * 40 }, ...together };
  return [
    ...texts(document.closing, document, together),
    ...attachments(document, together),
    paragraph([run(document.office, SIZE.body, FACES.body)], { ...right, spacing: { ...LINE, before: 579 } }),
    paragraph([run(document.dateText, SIZE.body, FACES.body)], { ...right, keepNext: false }),
  ];
}
