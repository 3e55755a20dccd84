import { expect, it } from "vitest";
import { getTranslator } from "@/lib/i18n/translator";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import type { BulletinRow } from "./facts";
import { departmentTable } from "./tables";

const t = getTranslator("zh-CN");
const headingsOf = (row: Partial<BulletinRow>) =>
  departmentTable({ bulletin: aBulletinOf([aBulletinRow({ code: "A", ...row })]), lang: "zh-CN", t }).columns.map(
    ({ label }) => label,
  );

it("counts late reports by department only where there are any", () => {
  expect(headingsOf({})).toEqual(["部门", "目标数", "●\n达到\n序时进度"]);
  expect(headingsOf({ freshness: "late" })).toContain("逾期未报");
});
