// A bulletin as a Word file: headings, real tables and pictures on the page of GB/T 9704 (A4, 156 mm × 225 mm of text).
import type { Paragraph, Table } from "docx";
import { annexPaper } from "@/lib/bulletins/annex-paper";
import type { BulletinDocument, Section } from "@/lib/bulletins/document";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinCharts } from "./charts";
import { closing, colophon } from "./docx-end";
import { TEXT_WIDTH, toDocx } from "./docx-file";
import { picturesOf } from "./docx-pictures";
import { table } from "./docx-table";
import { paragraph, type TextOptions, texts } from "./docx-text";

function head(document: BulletinDocument): Paragraph[] {
  const t = getTranslator(document.lang);
  const mark = document.number ?? t("bulletin.inBrackets", { text: document.draftMark ?? "" });
  return [
    paragraph("masthead", document.masthead),
    paragraph("documentNumber", mark),
    paragraph("issuer", [document.office, document.dateText].join(t("bulletin.gap"))),
    paragraph("documentTitle", document.title),
    ...(document.recipients === "" ? [] : [paragraph("recipients", document.recipients)]),
  ];
}

function sectionOf(
  section: Section,
  document: BulletinDocument,
  width: number,
  options: TextOptions = {},
): (Paragraph | Table)[] {
  return [
    paragraph("level1", section.heading),
    ...texts(section.text, document, { keepsLast: section.table !== null, ...options }),
    ...(section.table === null ? [] : [table(section.table, width), paragraph("tableGap", [])]),
  ];
}

/** @param charts the pictures after the annex; empty for a file without charts */
export async function bulletinToDocx(document: BulletinDocument, charts: BulletinCharts): Promise<Buffer> {
  const annex = document.sections.filter((section) => section.key === "annex");
  const body = document.sections.filter((section) => section.key !== "annex");
  const pictures: (Paragraph | Table)[] = await picturesOf(charts, document.lang);
  const note = document.sampleNote === null ? [document.cutOffText] : [document.cutOffText, document.sampleNote];
  const chartsHeading = paragraph("level1", document.chartsHeading);
  const sections = [
    {
      paper: "portrait" as const,
      children: [
        ...head(document),
        // The first section has the footnote, and the last paragraph of the text is on the page of the signature.
        ...body.flatMap((one, index) =>
          sectionOf(one, document, TEXT_WIDTH.portrait, {
            hasNote: index === 0,
            ...(index === body.length - 1 && { keepsLast: true }),
          }),
        ),
        ...closing(document),
      ],
    },
    ...annex.map((one) => {
      const paper = one.table === null ? "A4" : annexPaper(one.table);
      return { paper, children: sectionOf(one, document, TEXT_WIDTH[paper]) };
    }),
    ...(pictures.length === 0 ? [] : [{ paper: "portrait" as const, children: [chartsHeading, ...pictures] }]),
  ];
  return toDocx({
    lang: document.lang,
    title: document.title,
    creator: document.office,
    description: document.cutOffText,
    note,
    sections,
    end: colophon(document),
  });
}
