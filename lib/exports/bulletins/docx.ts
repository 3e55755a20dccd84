// A bulletin as a Word file: headings, real tables and pictures on the page of GB/T 9704 (A4, 156 mm × 225 mm of text).
import { AlignmentType, BorderStyle, HeadingLevel, LineRuleType, Paragraph, type Table } from "docx";
import type { BulletinDocument, Section } from "@/lib/bulletins/document";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinCharts } from "./charts";
import { closing, colophon } from "./docx-end";
import { TEXT_WIDTH, toDocx, WIDE_WIDTH } from "./docx-file";
import { picturesOf } from "./docx-pictures";
import { table } from "./docx-table";
import { FACES, heading, paragraph, run, SIZE, type TextOptions, texts } from "./docx-text";

const RED = "C00000";

function head(document: BulletinDocument): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER };
  const line = { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 6 } };
  const t = getTranslator(document.lang);
  const mark = document.number ?? t("bulletin.inBrackets", { text: document.draftMark ?? "" });
  return [
    paragraph([run(document.masthead, SIZE.masthead, FACES.title, { color: RED, bold: true })], {
      ...centred,
      spacing: { after: 240 },
    }),
    paragraph([run(mark, SIZE.body, FACES.body)], { ...centred, spacing: { after: 120 } }),
    paragraph([run([document.office, document.dateText].join(t("bulletin.gap")), SIZE.body, FACES.body)], {
      ...centred,
      border: line,
      spacing: { after: 480 },
    }),
    paragraph([run(document.title, SIZE.title, FACES.title)], {
      ...centred,
      heading: HeadingLevel.TITLE,
      spacing: { line: 720, lineRule: LineRuleType.AT_LEAST, after: 360 },
    }),
    ...(document.recipients === "" ? [] : [paragraph([run(document.recipients, SIZE.body, FACES.body)])]),
  ];
}

const GAP = () => new Paragraph({ spacing: { before: 120 }, children: [] });

function sectionOf(
  section: Section,
  document: BulletinDocument,
  width: number,
  options: TextOptions = {},
): (Paragraph | Table)[] {
  return [
    heading(section.heading, document.lang),
    ...texts(section.text, document, { keepsLast: section.table !== null, ...options }),
    ...(section.table === null ? [] : [table(section.table, width), GAP()]),
  ];
}

/** @param charts the pictures after the annex; empty for a file without charts */
export async function bulletinToDocx(document: BulletinDocument, charts: BulletinCharts): Promise<Buffer> {
  const annex = document.sections.filter((section) => section.key === "annex");
  const body = document.sections.filter((section) => section.key !== "annex");
  const pictures: (Paragraph | Table)[] = await picturesOf(charts, document.lang);
  const note = document.sampleNote === null ? [document.cutOffText] : [document.cutOffText, document.sampleNote];
  const chartsHeading = heading(document.chartsHeading, document.lang);
  const sections = [
    {
      isWide: false,
      children: [
        ...head(document),
        // The first section has the footnote, and the last paragraph of the text is on the page of the signature.
        ...body.flatMap((one, index) =>
          sectionOf(one, document, TEXT_WIDTH, {
            hasNote: index === 0,
            ...(index === body.length - 1 && { keepsLast: true }),
          }),
        ),
        ...closing(document),
      ],
    },
    ...annex.map((one) => ({ isWide: true, children: sectionOf(one, document, WIDE_WIDTH) })),
    ...(pictures.length === 0 ? [] : [{ isWide: false, children: [chartsHeading, ...pictures] }]),
  ];
  return toDocx({
    title: document.title,
    creator: document.office,
    description: document.cutOffText,
    note,
    sections,
    end: (width) => colophon(document, width),
  });
}
