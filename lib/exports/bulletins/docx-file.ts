// A Word file on the page of GB/T 9704 (A4, 156 mm × 225 mm of text), with its styles, fonts and page numbers.
import {
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
import type { AnnexPaper } from "@/lib/bulletins/annex-paper";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import type { Language } from "@/lib/i18n/languages";
import { ALTERNATIVES, docxStyles } from "./docx-styles";
import { NOTE, paragraph } from "./docx-text";

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
const WIDE_MARGINS = {
  top: MARGINS.left,
  right: MARGINS.top,
  bottom: MARGINS.right,
  left: MARGINS.bottom,
  footer: Math.round(MARGINS.right / 2),
};

/** Portrait A4 for text, landscape pages for the annex. */
export type Paper = "portrait" | AnnexPaper;

/** The width of the text. */
export const TEXT_WIDTH: Readonly<Record<Paper, number>> = {
  portrait: PAGE.width - MARGINS.left - MARGINS.right,
  A4: PAGE.height - WIDE_MARGINS.left - WIDE_MARGINS.right,
  A3: 2 * PAGE.width - WIDE_MARGINS.left - WIDE_MARGINS.right,
};

/** On the outer side of the sheet, one character from the edge: odd pages right, even ones left. */
function folio(style: "oddFolio" | "evenFolio"): Footer {
  const number = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] });
  return new Footer({ children: [paragraph(style, [number])] });
}

function pages(children: (Paragraph | Table)[], paper: Paper): ISectionOptions {
  const isWide = paper !== "portrait";
  // The library takes the sides of the portrait page; those of A3 are twice as long in one direction.
  const sheet = paper === "A3" ? { width: PAGE.height, height: 2 * PAGE.width } : PAGE;
  const size = { ...sheet, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT };
  return {
    properties: { page: { size, margin: isWide ? WIDE_MARGINS : MARGINS } },
    footers: { default: folio("oddFolio"), even: folio("evenFolio") },
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

interface DocxContent {
  readonly lang: Language;
  readonly title: string;
  readonly creator: string;
  readonly description: string;
  /** The lines of the footnote. */
  readonly note: readonly string[];
  readonly sections: readonly { readonly paper: Paper; readonly children: readonly (Paragraph | Table)[] }[];
  /** What follows the last section. */
  readonly end?: readonly Paragraph[];
}

export function toDocx(content: DocxContent): Promise<Buffer> {
  const { lang, title, creator, description, note, sections, end = [] } = content;
  const file = new Document({
    title,
    creator,
    lastModifiedBy: FILE_AUTHOR,
    description,
    evenAndOddHeaderAndFooters: true,
    footnotes: {
      [NOTE]: { children: note.map((line) => new Paragraph({ style: "FootnoteText", text: ` ${line}` })) },
    },
    styles: docxStyles(lang, TEXT_WIDTH[sections.at(-1)?.paper ?? "portrait"]),
    sections: sections.map(({ paper, children }, index) =>
      pages([...children, ...(index === sections.length - 1 ? end : [])], paper),
    ),
  });
  return Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable() }]);
}
