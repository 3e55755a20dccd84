// A Word file on the page of GB/T 9704 (A4, 156 mm × 225 mm of text), with its styles, fonts and page numbers.
import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { CAPTION } from "./docx-pictures";
import { ALTERNATIVES, FACES, face, NOTE, run, SIZE } from "./docx-text";

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
export const TEXT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
export const WIDE_WIDTH = PAGE.height - MARGINS.top - MARGINS.bottom;

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

const STYLES = {
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
};

interface DocxContent {
  readonly title: string;
  readonly creator: string;
  readonly description: string;
  /** The lines of the footnote. */
  readonly note: readonly string[];
  readonly sections: readonly { readonly isWide: boolean; readonly children: readonly (Paragraph | Table)[] }[];
  /** What follows the last section, for its width. */
  readonly end?: (width: number) => Paragraph[];
}

export function toDocx({ title, creator, description, note, sections, end }: DocxContent): Promise<Buffer> {
  const file = new Document({
    title,
    creator,
    description,
    evenAndOddHeaderAndFooters: true,
    footnotes: {
      [NOTE]: { children: note.map((line) => new Paragraph({ children: [run(` ${line}`, SIZE.table, FACES.table)] })) },
    },
    styles: STYLES,
    sections: sections.map(({ isWide, children }, index) => {
      const isLast = index === sections.length - 1;
      return pages([...children, ...(isLast && end ? end(isWide ? WIDE_WIDTH : TEXT_WIDTH) : [])], isWide);
    }),
  });
  return Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable() }]);
}
