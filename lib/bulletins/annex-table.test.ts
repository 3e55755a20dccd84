import { expect, it } from "vitest";
import { bulletinTemplateSchema } from "@/lib/schemas/bulletin";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { composeDocument } from "./document";
import type { AnnexColumn } from "./template";

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
