import { describe, expect, it } from "vitest";
import { getTranslator } from "@/lib/i18n/translator";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { departmentTable, labelTable } from "./count-tables";
import { type Bulletin, bulletinDocument } from "./document";
import type { BulletinLabel, BulletinRow } from "./facts";

const t = getTranslator("zh-CN");
const headingsOf = (row: Partial<BulletinRow>) =>
  departmentTable({ bulletin: aBulletinOf([aBulletinRow({ code: "A", ...row })]), lang: "zh-CN", t }).columns.map(
    ({ label }) => label,
  );

it("counts late reports by department only where there are any", () => {
  expect(headingsOf({})).toEqual(["部门", "目标数", "●\n达到\n序时进度"]);
  expect(headingsOf({ freshness: "late" })).toContain("逾期未报");
});

const label = (id: string, kind: BulletinLabel["kind"], name: string): BulletinLabel => ({
  id,
  kind,
  name: { "zh-CN": name, en: `${name} (en)` },
});
const LABELS = [
  label("five-year", "plan", "“十四五”规划"),
  label("people", "plan", "民生实事"),
  label("unused", "plan", "没有目标的规划"),
  label("transport", "topic", "交通"),
];

function labelled(rows: readonly Partial<BulletinRow>[], labels: readonly BulletinLabel[] = LABELS): Bulletin {
  const all = rows.map((row, index) => aBulletinRow({ code: `T${index}`, ...row }));
  const bulletin = aBulletinOf(all, { sections: ["plans", "topics", "categories"] });
  return { ...bulletin, facts: { ...bulletin.facts, labels } };
}

const rowsOf = (bulletin: Bulletin, kind: BulletinLabel["kind"]) =>
  labelTable({ bulletin, lang: "zh-CN", t }, kind)?.rows.map((row) => row.map(({ text }) => text));

describe("targets by plan", () => {
  const bulletin = labelled([
    { labelIds: ["five-year", "people"], light: "behind" },
    { labelIds: ["five-year", "transport"] },
    { labelIds: [] },
  ]);

  it("counts a target in each of its plans and once in the sum, in the office's order", () => {
    expect(rowsOf(bulletin, "plan")).toEqual([
      ["“十四五”规划", "2", "1", "1"],
      ["民生实事", "1", "", "1"],
      ["未列入规划计划", "1", "1", ""],
      ["合计", "3", "2", "1"],
    ]);
  });

  it("has no row for the others if every target is in a plan", () => {
    expect(rowsOf(labelled([{ labelIds: ["people"] }]), "plan")?.map(([name]) => name)).toEqual(["民生实事", "合计"]);
  });

  it("says how many targets are in how many plans, and that some count more than once", () => {
    const [plans, topics] = bulletinDocument(bulletin, [], "zh-CN").sections;
    expect(plans?.text).toBe(
      "通报的3项目标中，2项列入2个规划计划。列入多个规划计划的目标分别计入各规划计划，合计只计一次。",
    );
    expect(topics?.text).toBe("通报的3项目标中，1项涉及1个主题。");
    const [english] = bulletinDocument(bulletin, [], "en").sections;
    expect(english?.text).toBe(
      "2 of the 3 targets are in 2 plans. A target in several plans is counted in each, and once in the total.",
    );
  });

  it("is left out where no target has a label of the kind, and in facts of before labels were recorded", () => {
    expect(bulletinDocument(bulletin, [], "zh-CN").sections.map(({ key }) => key)).toEqual(["plans", "topics"]);
    const { labels: _, ...facts } = bulletin.facts;
    expect(bulletinDocument({ ...bulletin, facts }, [], "zh-CN").sections).toEqual([]);
  });
});
