// The fonts, sizes and paragraphs of GB/T 9704 in a Word file.
import {
  AlignmentType,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { BulletinDocument } from "@/lib/bulletins/document";
import { paragraphsOf, splitLead } from "@/lib/bulletins/paragraphs";

/** The standard's fonts; Word uses the alternative of the font table if one is not installed. */
export const FACES = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  first: "黑体",
  second: "楷体_GB2312",
  table: "宋体",
} as const;
export const ALTERNATIVES: Readonly<Record<string, string>> = {
  [FACES.title]: "宋体",
  [FACES.body]: "仿宋",
  [FACES.first]: "SimHei",
  [FACES.second]: "楷体",
  [FACES.table]: "SimSun",
};
const LATIN = "Times New Roman";
export const face = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小五 9 pt. */
export const SIZE = { masthead: 88, title: 44, body: 32, folio: 28, table: 18 } as const;
export function run(text: string, size: number, eastAsia: string, more: object = {}): TextRun {
  return new TextRun({ text, size, font: face(eastAsia), ...more });
}

/** The footnote on the cut-off and sample data. */
export const NOTE = 1;

/** 22 lines on a page: 28.9 pt each, in twentieths. */
export const LINE = { line: 579, lineRule: LineRuleType.EXACT } as const;
const INDENT = { firstLine: SIZE.body * 20 };

export function paragraph(children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: LINE, ...options, children: [...children] });
}

export interface TextOptions extends IParagraphOptions {
  /** Keeps the last paragraph on the page of what follows. */
  readonly keepsLast?: boolean;
  /** Puts the footnote at the end of the first paragraph. */
  readonly hasNote?: boolean;
}

/** A body text: one paragraph per line, indented by two characters in Chinese. */
export function texts(
  text: string,
  { lang }: BulletinDocument,
  { keepsLast = false, hasNote = false, ...options }: TextOptions = {},
): Paragraph[] {
  return paragraphsOf(text).map((line, index, { length }) => {
    const { lead, rest } = splitLead(line);
    const runs = [
      ...(lead === "" ? [] : [run(lead, SIZE.body, FACES.second, { bold: lang === "en" })]),
      ...(rest === "" ? [] : [run(lead !== "" && lang === "en" ? ` ${rest}` : rest, SIZE.body, FACES.body)]),
      ...(hasNote && index === 0 ? [new FootnoteReferenceRun(NOTE)] : []),
    ];
    return paragraph(runs, {
      ...(rest === "" ? { heading: HeadingLevel.HEADING_2, keepNext: true } : { alignment: AlignmentType.BOTH }),
      indent: lang === "en" ? {} : INDENT,
      ...(keepsLast && index === length - 1 ? { keepNext: true } : {}),
      ...options,
    });
  });
}

export function heading(text: string, lang: BulletinDocument["lang"]): Paragraph {
  // 黑体 is heavy by itself; Latin letters of the same face would look like body text.
  return paragraph([run(text, SIZE.body, FACES.first, { bold: lang === "en" })], {
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    indent: lang === "en" ? {} : INDENT,
  });
}
