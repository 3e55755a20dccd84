import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, it } from "vitest";
import { departmentTable } from "@/lib/bulletins/count-tables";
import { bulletinDocument } from "@/lib/bulletins/document";
import { registerFonts } from "@/lib/exports/pdf";
import { createPdf } from "@/lib/exports/pdf-tags";
import { getTranslator } from "@/lib/i18n/translator";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { bulletinToPdf } from "./pdf";
import { drawTable } from "./pdf-table";
import { bottomOf, type Pdf, PORTRAIT } from "./pdf-text";

const LIGHTS = ["achieved", "ahead", "on-track", "behind", "far-behind", "missed", "unset"] as const;
const rows = LIGHTS.map((light, index) => aBulletinRow({ code: `T-${index}`, light }));
const table = departmentTable({ bulletin: aBulletinOf(rows), lang: "zh-CN", t: getTranslator("zh-CN") });

function withPdf<T>(work: (pdf: Pdf) => T): T {
  const pdf = createPdf({ size: "A4", margins: PORTRAIT, bufferPages: true, font: "", lang: "zh-CN" });
  registerFonts(pdf);
  return work(pdf);
}

/** The pages that a table begun at `y` of a new page adds. */
function pagesAdded(pdf: Pdf, given: typeof table, y: number): number {
  pdf.addPage({ size: "A4", margins: PORTRAIT });
  const before = pdf.bufferedPageRange().count;
  pdf.y = y;
  drawTable(pdf, given);
  return pdf.bufferedPageRange().count - before;
}

it("begins a table on the next page wherever its header does not fit at the foot of a page", () => {
  withPdf((pdf) => {
    const starts = Array.from({ length: 61 }, (_, index) => bottomOf(pdf) - 60 + index);
    expect(starts.map((y) => pagesAdded(pdf, table, y))).toEqual(starts.map(() => 1));
  });
});

it("divides a first row higher than the rest of the page below its header", () => {
  withPdf((pdf) => {
    const long = { ...table, rows: [table.columns.map(() => ({ text: "资金未到位。".repeat(40) }))] };
    const starts = Array.from({ length: 10 }, (_, index) => bottomOf(pdf) - 20 - index * 30);
    for (const y of starts) expect(pagesAdded(pdf, long, y)).toBeLessThanOrEqual(3);
  });
});

it("breaks no line before a line end of its text", async () => {
  const bytes = await bulletinToPdf(bulletinDocument(aBulletinOf(rows), [], "zh-CN"), []);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const lines: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    lines.push(...items.flatMap((item) => ("str" in item ? [item.str.trim()] : [])));
  }
  await pdf.destroy();
  expect(lines).toEqual(expect.arrayContaining(["明显慢于", "序时进度", "未按期", "完成", "尚未确定", "目标值"]));
});
