import { expect, it } from "vitest";
import { textWidth } from "@/lib/charts/layout/text-width";
import { bulletinTemplateSchema } from "@/lib/schemas/bulletin";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { columnWidths, fittingSize } from "./column-widths";
import { composeDocument } from "./document";
import { ANNEX_COLUMNS, type AnnexColumn } from "./template";

function annexWith(columns: readonly AnnexColumn[]) {
  const row = aBulletinRow({ code: "A-01", problems: "征地滞后\n资金未到位" });
  const document = composeDocument(aBulletinOf([row], { columns }), "zh-CN");
  return document.sections.find(({ key }) => key === "annex")?.table;
}

it("has the columns of the template in their order", () => {
  const table = annexWith(["light", "target", "problems", "code"]);
  expect(table?.columns.map(({ label }) => label)).toEqual(["进度", "目标", "存在问题", "编号"]);
  expect(table?.rows[0]?.slice(1).map(({ text }) => text)).toEqual(["大交通完成投资", "征地滞后\n资金未到位", "A-01"]);
});

it("accepts columns with the name of the target only, each once; older templates have the usual ones", () => {
  const { columns, ...older } = aBulletinOf([]).template;
  expect(bulletinTemplateSchema.parse(older).columns).toEqual(columns);
  const problemOf = (given: readonly string[]) =>
    bulletinTemplateSchema.safeParse({ ...older, columns: given }).error?.issues.map(({ message }) => message);
  expect(problemOf(["code", "light"])).toEqual(["needs-name"]);
  expect(problemOf(["target", "target"])).toEqual(["already-there"]);
  expect(problemOf(["target"])).toBeUndefined();
});

it("has its widest columns for problems and next steps, also with all columns on a landscape page", () => {
  const text = "征地拆迁进度慢，部分地块未交地，资金尚未到位。".repeat(2);
  const row = aBulletinRow({ code: "NT-T02", light: "far-behind", problems: text, nextStep: text, isDueAssumed: true });
  const document = composeDocument(aBulletinOf([row], { columns: ANNEX_COLUMNS }), "zh-CN");
  const table = document.sections.find(({ key }) => key === "annex")?.table ?? { columns: [], rows: [] };
  const paper = { width: 706, size: 9, padding: 7 };
  const size = fittingSize(table, paper, 6.5);
  const widths = columnWidths(table, { ...paper, size });
  const [problems = 0, nextStep = 0] = widths.slice(-2);
  expect(Math.max(...widths.slice(0, -2))).toBeLessThanOrEqual(Math.min(problems, nextStep));
  const due = ANNEX_COLUMNS.indexOf("due");
  expect(table.rows[0]?.[due]?.text).toBe("2023年12月31日\n（规划假设）");
  expect(widths[due]).toBeCloseTo(textWidth("2023年12月31日", size) + 7, 9);
});
