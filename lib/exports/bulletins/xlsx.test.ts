import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { composeDocument } from "@/lib/bulletins/document";
import { textWidth } from "@/lib/charts/layout/text-width";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { bulletinToXlsx } from "./xlsx";
import { SIZE, WIDTH_UNIT } from "./xlsx-style";

it("prints the columns of the template and what a report needs; the others follow, and the summary counts them", async () => {
  const rows = [aBulletinRow({ code: "A-01" }), aBulletinRow({ code: "A-02" })];
  const bulletin = aBulletinOf(rows, { columns: ["target", "gap", "code"] });
  const document = composeDocument(bulletin, "zh-CN");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bulletinToXlsx(document, bulletin.facts, [], bulletin)) as never);
  const [summary, annex] = workbook.worksheets;
  expect(annex?.pageSetup.printArea).toBe("A1:F6");
  const headings = (annex?.getRow(4).values ?? []) as string[];
  expect(headings.slice(1, 9)).toEqual(["目标", "差距", "编号", "逾期天数", "存在问题", "下一步", "责任部门", "承诺"]);
  expect(annex?.getRow(5).getCell(3).value).toBe("A-01");
  expect(summary?.getRow(5).getCell(2).value).toMatchObject({ formula: "COUNTIF('目标进展一览表'!$G$5:$G$6,$A5)" });
  expect(summary?.getRow(5).getCell(3).value).toMatchObject({
    formula: expect.stringContaining("'目标进展一览表'!$M$5:$M$6"),
  });
});

async function sheetsOf(lang: Language): Promise<ExcelJS.Worksheet[]> {
  const problems = Array.from({ length: 5 }, (_, index) => `（${index + 1}）征地滞后`).join("\n");
  const bulletin = aBulletinOf([aBulletinRow({ code: "A-01", light: "behind", problems })]);
  const workbook = new ExcelJS.Workbook();
  const bytes = await bulletinToXlsx(composeDocument(bulletin, lang), bulletin.facts, [], bulletin);
  await workbook.xlsx.load(bytes as never);
  return workbook.worksheets;
}

it("prints the English unit of a metric, and the known one in bulletins frozen without it", async () => {
  const rows = [
    aBulletinRow({ code: "A-01", unit: "所", unitEn: "schools" }),
    aBulletinRow({ code: "A-02", unit: "亿元", unitEn: undefined }),
  ];
  const bulletin = aBulletinOf(rows);
  const unitsIn = async (lang: Language) => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await bulletinToXlsx(composeDocument(bulletin, lang), bulletin.facts, [], bulletin);
    await workbook.xlsx.load(bytes as never);
    const annex = workbook.worksheets[1];
    const at = ((annex?.getRow(4).values ?? []) as string[]).indexOf(lang === "en" ? "Unit" : "计量单位");
    return [5, 6].map((line) => annex?.getRow(line).getCell(at).value);
  };
  expect(await unitsIn("en")).toEqual(["schools", "CNY 100 million"]);
  expect(await unitsIn("zh-CN")).toEqual(["所", "亿元"]);
});

it.each(LANGUAGES)("leaves no heading with a line of one character, %s", async (lang) => {
  for (const sheet of await sheetsOf(lang)) {
    sheet.getRow(4).eachCell((cell, index) => {
      const inside = (sheet.getColumn(index).width ?? 0) * WIDTH_UNIT - 6;
      // Chinese breaks anywhere, so that each line must fit whole.
      const parts = String(cell.value).split(lang === "zh-CN" ? "\n" : /\s/);
      for (const part of parts) expect(textWidth(part, SIZE), part).toBeLessThanOrEqual(inside);
    });
  }
});

it("writes days as the other files do, blanks for zero, and rows as high as their paragraphs", async () => {
  const [summary, annex] = await sheetsOf("zh-CN");
  expect(summary?.getRow(4).getCell(6).value).toBe("◆\n慢于\n序时进度");
  expect(summary?.getRow(5).getCell(3).numFmt).toBe("0;;");
  expect(annex?.getRow(5).getCell(6).numFmt).toBe('yyyy"年"m"月"d"日"');
  expect(annex?.getRow(5).height).toBeGreaterThanOrEqual(75);
});
