// A bulletin as a Word file: headings, real tables and pictures on the page of GB/T 9704 (A4, 156 mm × 225 mm of text).
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import type { BulletinDocument, Section } from "@/lib/bulletins/document";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinCharts } from "./charts";
import { closing, colophon } from "./docx-end";
import { CAPTION, picturesOf } from "./docx-pictures";
import { table } from "./docx-table";
import { ALTERNATIVES, FACES, face, heading, NOTE, paragraph, run, SIZE, type TextOptions, texts } from "./docx-text";

/** Twentieths of a point in a millimetre. */
const MM = 56.6929;
const PAGE = { width: Math.round(210 * MM), height: Math.round(297 * MM) };
const MARGINS = {
  top: Math.round(37 * MM),
  left: Math.round(28 * MM),
  right: Math.round(26 * MM),
  bottom: Math.round(35 * MM),
  footer: Math.round(24 * MM),
};
const TEXT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
const WIDE_WIDTH = PAGE.height - MARGINS.top - MARGINS.bottom;

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

/** On the outer side of the sheet, one character from the edge: odd pages right, even ones left. */
function folio(side: "left" | "right"): Footer {
  const number = (text: string | (typeof PageNumber)[keyof typeof PageNumber]) =>
    new TextRun({ children: [text], size: SIZE.folio, font: face(FACES.table) });
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: SIZE.folio * 10 },
        children: [number("— "), number(PageNumber.CURRENT), number(" —")],
      }),
    ],
  });
}

/** The page setup; a wide table is on landscape pages. */
function pages(children: (Paragraph | Table)[], isWide: boolean): ISectionOptions {
  const size = { ...PAGE, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT };
  const { top, right, bottom, left, footer } = MARGINS;
  const margin = isWide ? { top: left, right: top, bottom: right, left: bottom, footer: right / 2 } : MARGINS;
  return {
    properties: { page: { size, margin: { ...margin, footer: isWide ? Math.round(right / 2) : footer } } },
    footers: { default: folio("right"), even: folio("left") },
    children,
  };
}

function fontTable(): string {
  const fonts = Object.entries(ALTERNATIVES).map(
    ([name, alternative]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`;
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
  const file = new Document({
    title: document.title,
    creator: document.office,
    description: document.cutOffText,
    evenAndOddHeaderAndFooters: true,
    footnotes: {
      [NOTE]: { children: note.map((line) => new Paragraph({ children: [run(` ${line}`, SIZE.table, FACES.table)] })) },
    },
    styles: {
      default: {
        document: { run: { font: face(FACES.body), size: SIZE.body, language: { eastAsia: "zh-CN", value: "en-GB" } } },
        heading1: {
          run: { font: face(FACES.first), size: SIZE.body, color: "000000" },
          paragraph: { outlineLevel: 0 },
        },
        heading2: {
          run: { font: face(FACES.second), size: SIZE.body, color: "000000" },
          paragraph: { outlineLevel: 1 },
        },
        title: { run: { font: face(FACES.title), size: SIZE.title, color: "000000" } },
      },
      paragraphStyles: [
        {
          id: CAPTION,
          name: "caption",
          basedOn: "Normal",
          quickFormat: true,
          run: { font: face(FACES.table), size: SIZE.table * 1.17 },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 60, after: 240 } },
        },
      ],
    },
    sections: sections.map((section, index) => {
      const isLast = index === sections.length - 1;
      const width = section.isWide ? WIDE_WIDTH : TEXT_WIDTH;
      return pages([...section.children, ...(isLast ? colophon(document, width) : [])], section.isWide);
    }),
  });
  return Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable() }]);
}
