// The named styles of a Word file. Text has no direct formatting, so changing a style in Word changes all text that uses
// it.
import {
  AlignmentType,
  BorderStyle,
  type ICharacterStyleOptions,
  type IParagraphPropertiesOptions,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  LineRuleType,
} from "docx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

/** The standard's fonts; Word uses the alternative of the font table if one is not installed. */
const FACES = {
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
const face = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小五 9 pt. */
export const SIZE = { masthead: 88, title: 44, body: 32, folio: 28, table: 18 } as const;
/** Minimum font size of a table in half points, if its longest words do not fit otherwise. */
export const SMALLEST_TABLE = 13;

const font = (name: keyof typeof FACES, size: number, more: object = {}) => ({
  font: face(FACES[name]),
  size,
  ...more,
});

const RED = "C00000";
/** 22 lines on a page: 28.9 pt each, in twentieths. */
const LINE = { line: 579, lineRule: LineRuleType.EXACT } as const;
const CENTRED = { alignment: AlignmentType.CENTER } as const;
const RIGHT = { alignment: AlignmentType.RIGHT, indent: { right: SIZE.body * 40 } } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: "000000", space: 2 } as const;
const INSET = { left: SIZE.folio * 10, right: SIZE.folio * 10 };

interface Look extends Pick<IParagraphStyleOptions, "basedOn" | "next" | "link" | "run"> {
  /** The library writes all properties of a paragraph into a style; its types have some only. */
  readonly paragraph?: IParagraphStylePropertiesOptions & Pick<IParagraphPropertiesOptions, "autoSpaceEastAsianText">;
}

/** Word's own styles, which the navigation pane and a table of contents use. */
function builtIn(lang: Language) {
  const bold = lang === "en";
  const paragraph = { spacing: LINE, keepNext: true, indent: lang === "en" ? {} : { firstLine: SIZE.body * 20 } };
  const level = (outlineLevel: number, run: object) => ({
    run: { color: "000000", ...run },
    paragraph: { ...paragraph, outlineLevel },
  });
  return {
    document: {
      run: { ...font("body", SIZE.body), language: { eastAsia: "zh-CN", value: "en-GB" } },
    },
    title: { run: font("title", SIZE.title, { color: "000000" }) },
    // 黑体 is heavy by itself; Latin letters of the same face would look like body text.
    heading1: level(0, font("first", SIZE.body, { bold })),
    heading2: level(1, font("second", SIZE.body, { bold })),
    heading3: level(2, font("body", SIZE.body)),
    caption: {
      run: font("table", SIZE.table * 1.17, { bold: false, italics: false, color: "000000" }),
      paragraph: { ...CENTRED, spacing: { before: 60, after: 240 } },
    },
    footnoteText: { run: font("table", SIZE.table), paragraph: { spacing: {} } },
  };
}

/** @param width of the text where the print lines are, in twips */
function looks(lang: Language, width: number) {
  const text = { spacing: LINE, indent: lang === "en" ? {} : { firstLine: SIZE.body * 20 } };
  const body = { paragraph: { ...text, alignment: AlignmentType.BOTH } };
  const imprint = { rightTabStop: width - SIZE.folio * 10, border: { top: THIN, bottom: THIN }, keepLines: true };
  const attachment = (left: number) => ({ spacing: LINE, indent: { left } });
  return {
    masthead: {
      run: font("title", SIZE.masthead, { color: RED, bold: true }),
      paragraph: { ...CENTRED, spacing: { after: 240 } },
    },
    documentNumber: { paragraph: { ...CENTRED, spacing: { after: 120 } } },
    issuer: {
      paragraph: {
        ...CENTRED,
        spacing: { after: 480 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 6 } },
      },
    },
    documentTitle: {
      basedOn: "Title",
      paragraph: { ...CENTRED, spacing: { line: 720, lineRule: LineRuleType.AT_LEAST, after: 360 } },
    },
    recipients: { paragraph: { spacing: LINE } },
    level1: { basedOn: "Heading1", next: "body" },
    level2: { basedOn: "Heading2", next: "body", link: "leadText" },
    level3: { basedOn: "Heading3", next: "body" },
    body,
    closingText: { basedOn: "body" },
    attachment: {
      paragraph: { ...attachment(SIZE.body * 20), spacing: { ...LINE, before: 290 } },
    },
    attachmentNext: {
      paragraph: attachment(SIZE.body * (lang === "en" ? 88 : 50)),
    },
    signature: { paragraph: { ...RIGHT, spacing: { ...LINE, before: 579 } } },
    signedOn: { paragraph: { ...RIGHT, spacing: LINE } },
    copyTo: {
      run: font("body", SIZE.folio),
      paragraph: { indent: INSET, spacing: { before: 579 }, border: { top: THIN }, keepLines: true, keepNext: true },
    },
    imprint: { run: font("body", SIZE.folio), paragraph: { ...imprint, indent: INSET } },
    imprintAlone: { basedOn: "imprint", paragraph: { spacing: { before: 579 } } },
    collectionTitle: { basedOn: "Title", paragraph: { spacing: { after: 240 } } },
    collectionNote: { run: font("body", SIZE.folio), paragraph: { spacing: LINE } },
    // Prevents a header alone at the bottom of a page. Space between Chinese and digits would break days.
    tableHead: { run: font("first", SIZE.table), paragraph: { keepNext: true, autoSpaceEastAsianText: false } },
    tableCell: { run: font("table", SIZE.table), paragraph: { autoSpaceEastAsianText: false } },
    tableGap: { paragraph: { spacing: { before: 120 } } },
    figure: { paragraph: { keepNext: true } },
    oddFolio: {
      run: font("table", SIZE.folio),
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: SIZE.folio * 10 } },
    },
    evenFolio: {
      run: font("table", SIZE.folio),
      paragraph: { alignment: AlignmentType.LEFT, indent: { left: SIZE.folio * 10 } },
    },
  } satisfies Record<string, Look>;
}

export type StyleId = keyof ReturnType<typeof looks>;

/** The style of a table's text in a size of half points. */
export function tableStyle(id: "tableHead" | "tableCell", size: number): string {
  return size === SIZE.table ? id : `${id}${size}`;
}

/** For tables whose longest words do not fit otherwise; Word lists them only if they are used. */
function smallTableStyles(lang: Language): IParagraphStyleOptions[] {
  const t = getTranslator(lang);
  const sizes = Array.from({ length: SIZE.table - SMALLEST_TABLE }, (_, index) => SMALLEST_TABLE + index);
  return (["tableHead", "tableCell"] as const).flatMap((id) =>
    sizes.map((size) => ({
      id: tableStyle(id, size),
      name: t("bulletin.styles.inSize", { name: t(`bulletin.styles.${id}`), points: size / 2 }),
      basedOn: id,
      semiHidden: true,
      unhideWhenUsed: true,
      run: { size },
    })),
  );
}

/** @param width of the text where the print lines are, in twips */
export function docxStyles(lang: Language, width: number) {
  const t = getTranslator(lang);
  const own = Object.entries<Look>(looks(lang, width)).map(([id, look]): IParagraphStyleOptions => {
    return { id, name: t(`bulletin.styles.${id as StyleId}`), basedOn: "Normal", quickFormat: true, ...look };
  });
  const leadText: ICharacterStyleOptions = {
    id: "leadText",
    name: t("bulletin.styles.leadText"),
    link: "level2",
    run: builtIn(lang).heading2.run,
  };
  return {
    default: builtIn(lang),
    paragraphStyles: [...own, ...smallTableStyles(lang)],
    characterStyles: [leadText],
  };
}
