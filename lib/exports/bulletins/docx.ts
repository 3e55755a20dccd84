// A bulletin as a Word file: headings, real tables and pictures on the page of GB/T 9704 (A4, 156 mm × 225 mm of text).
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from "docx";
import type { BulletinDocument, Section } from "@/lib/bulletins/document";
import { paragraphsOf } from "@/lib/bulletins/paragraphs";
import { SIZES } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import { chartToPng } from "@/lib/exports/png";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinChart, BulletinCharts } from "./charts";
import { table } from "./docx-table";
import { ALTERNATIVES, FACES, face, run, SIZE } from "./docx-text";

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

/** 22 lines on a page: 28.9 pt each, in twentieths. */
const LINE = { line: 579, lineRule: LineRuleType.EXACT } as const;
const INDENT = { firstLine: SIZE.body * 20 };
const RED = "C00000";

/** Two on a page, with text of 8 pt; one with many steps is higher. */
const PICTURE = { width: SIZES.half.width, height: 350, scale: 2.5, theme: "print" } as const;

function paragraph(children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: LINE, ...options, children: [...children] });
}

/** A body text: one paragraph per line, indented by two characters in Chinese. */
function texts(text: string, { lang }: BulletinDocument, options: IParagraphOptions = {}): Paragraph[] {
  return paragraphsOf(text).map((line) =>
    paragraph([run(line, SIZE.body, FACES.body)], {
      alignment: AlignmentType.BOTH,
      indent: lang === "en" ? {} : INDENT,
      ...options,
    }),
  );
}

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

function heading(text: string, lang: BulletinDocument["lang"]): Paragraph {
  // 黑体 is heavy by itself; Latin letters of the same face would look like body text.
  return paragraph([run(text, SIZE.body, FACES.first, { bold: lang === "en" })], {
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    indent: lang === "en" ? {} : INDENT,
  });
}

const GAP = () => new Paragraph({ spacing: { before: 120 }, children: [] });

function sectionOf(section: Section, document: BulletinDocument, width: number): (Paragraph | Table)[] {
  return [
    heading(section.heading, document.lang),
    ...texts(section.text, document, { keepNext: section.table !== null }),
    ...(section.table === null ? [] : [table(section.table, width), GAP()]),
  ];
}

function closing(document: BulletinDocument): Paragraph[] {
  // Prevents signature and notes on a page without a line of the text.
  const together = { keepNext: true, keepLines: true };
  const right = { alignment: AlignmentType.RIGHT, indent: { right: SIZE.body * 40 }, ...together };
  return [
    ...texts(document.closing, document, together),
    paragraph([run(document.office, SIZE.body, FACES.body)], { ...right, spacing: { ...LINE, before: 579 } }),
    paragraph([run(document.dateText, SIZE.body, FACES.body)], right),
    ...texts(document.cutOffText, document, document.sampleNote === null ? {} : together),
    ...texts(document.sampleNote ?? "", document),
  ];
}

async function picture({ code, model }: BulletinChart): Promise<Paragraph[]> {
  const height = figureHeight(model, PICTURE.width, PICTURE.height);
  const data = await chartToPng(model, { ...PICTURE, height });
  const alt = `${code} ${model.description}`;
  return [
    paragraph([run(`${code} ${model.title}`, SIZE.body, FACES.second)], {
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
      spacing: { before: 200, after: 80 },
    }),
    new Paragraph({
      children: [
        new ImageRun({
          type: "png",
          data,
          transformation: { width: PICTURE.width, height },
          altText: { name: code, title: `${code} ${model.title}`, description: alt },
        }),
      ],
    }),
  ];
}

/** Reads the next charts while worker threads draw the pictures. */
const AT_ONCE = 3;

async function picturesOf(charts: BulletinCharts): Promise<Paragraph[]> {
  const drawn: Promise<Paragraph[]>[] = [];
  for await (const chart of charts) {
    drawn.push(picture(chart));
    await drawn.at(-AT_ONCE);
  }
  return (await Promise.all(drawn)).flat();
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
  const pictures = await picturesOf(charts);
  const file = new Document({
    title: document.title,
    creator: document.office,
    description: document.cutOffText,
    evenAndOddHeaderAndFooters: true,
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
    },
    sections: [
      pages(
        [...head(document), ...body.flatMap((one) => sectionOf(one, document, TEXT_WIDTH)), ...closing(document)],
        false,
      ),
      ...annex.map((one) => pages(sectionOf(one, document, WIDE_WIDTH), true)),
      ...(pictures.length === 0
        ? []
        : [pages([heading(getTranslator(document.lang)("bulletin.charts"), document.lang), ...pictures], false)]),
    ],
  });
  return Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable() }]);
}
