import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { composeDocument } from "@/lib/bulletins/document";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { bulletinToXlsx } from "./xlsx";

it("prints the columns of the template; the others and the data follow, and the summary counts them", async () => {
  const rows = [aBulletinRow({ code: "A-01" }), aBulletinRow({ code: "A-02" })];
  const bulletin = aBulletinOf(rows, { columns: ["target", "gap", "code"] });
  const document = composeDocument(bulletin, "zh-CN");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bulletinToXlsx(document, bulletin.facts, [], bulletin)) as never);
  const [summary, annex] = workbook.worksheets;
  expect(annex?.pageSetup.printArea).toBe("A1:C6");
  const headings = (annex?.getRow(4).values ?? []) as string[];
  expect(headings.slice(1, 8)).toEqual(["目标", "差距", "编号", "责任部门", "承诺", "最新值", "数据截至日"]);
  expect(annex?.getRow(5).getCell(3).value).toBe("A-01");
  expect(summary?.getRow(5).getCell(2).value).toMatchObject({ formula: "COUNTIF('目标进展一览表'!$D$5:$D$6,$A5)" });
  expect(summary?.getRow(5).getCell(3).value).toMatchObject({
    formula: expect.stringContaining("'目标进展一览表'!$J$5:$J$6"),
  });
});
