// The fonts and sizes of GB/T 9704 in a Word file.
import { TextRun } from "docx";

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
