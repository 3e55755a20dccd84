import { describe, expect, it } from "vitest";
import type { ColumnMapping, ColumnRole } from "@/lib/imports/tasks/column-roles";
import { readTasks, type TaskReading } from "@/lib/imports/tasks/read-tasks";
import { unknownNames } from "@/lib/imports/tasks/unknown-names";
import { readWorkbook } from "@/lib/imports/workbook/read-workbook";

const DEPARTMENTS = [{ name: "市交通运输局" }, { name: "市商务局" }];

function read(
  text: string,
  mappings: ReadonlyMap<string, ColumnMapping> = new Map(),
  departments: readonly { readonly name: string; readonly formerNames?: readonly string[] }[] = DEPARTMENTS,
): TaskReading {
  const book = readWorkbook(new TextEncoder().encode(text));
  if (!book.ok) throw new Error(book.fault);
  return readTasks(book.sheets, { today: "2024-02-01", departments, targets: [], mappings });
}

/** The roles in the order of the columns. */
const corrected = ({ tables }: TaskReading, ...roles: ColumnRole[]) =>
  new Map([[tables[0]?.fingerprint ?? "", new Map(roles.map((role, index) => [index, role]))]]);

const rolesOf = ({ tables }: TaskReading) => tables[0]?.columns.map(({ heading, role }) => `${heading} ${role}`);

const factsOf = ({ targets }: TaskReading) =>
  targets.map(({ title, metric, owner, value, unit }) => [title, metric, owner, value, unit]);

// The quota is the target value.
const QUOTA = `重点任务,指标,单位,2023年实绩,本级定额,牵头单位
修建农村公路,新改建里程,公里,240,260,市交通运输局
举办消费活动,活动场次,场,48,60,市商务局`;

describe("corrected columns", () => {
  it("lists each column with its heading, its first text and its role", () => {
    const { tables } = read(QUOTA);
    expect(tables[0]?.columns.map(({ heading, sample, role }) => [heading, sample, role])).toEqual([
      ["重点任务", "修建农村公路", "title"],
      ["指标", "新改建里程", "metric"],
      ["单位", "公里", "unit"],
      ["2023年实绩", "240", "baseline"],
      ["本级定额", "260", "other"],
      ["牵头单位", "市交通运输局", "owner"],
    ]);
  });

  it("reads a value column with an unknown heading after its role is corrected", () => {
    const before = read(QUOTA);
    expect(before.targets.map(({ value }) => value)).toEqual([null, null]);
    const after = read(QUOTA, corrected(before, "title", "metric", "unit", "baseline", "value", "owner"));
    expect(factsOf(after)).toEqual([
      ["修建农村公路", "新改建里程", "市交通运输局", 260, "公里"],
      ["举办消费活动", "活动场次", "市商务局", 60, "场"],
    ]);
    expect(after.targets[0]?.baselineValue).toBe(240);
    expect(after.tables[0]?.columns[4]).toMatchObject({ role: "value", recognised: "other" });
  });

  it("lets a recognised column give way to a corrected one, and ignores a column", () => {
    const table = `任务,目标值,实际下达,牵头单位,经办
修路,1公里,260公里,市商务局,市交通运输局`;
    const before = read(table);
    expect(factsOf(before)).toEqual([["修路", "修路", "市商务局", 1, "公里"]]);
    const after = read(table, corrected(before, "title", "value", "value", "other", "owner"));
    expect(factsOf(after)).toEqual([["修路", "修路实际下达", "市交通运输局", 260, "公里"]]);
    expect(rolesOf(after)).toEqual(["任务 title", "目标值 other", "实际下达 value", "牵头单位 other", "经办 owner"]);
  });

  it("offers the columns of a table whose headings say nothing, and reads it only when corrected", () => {
    const table = `甲,乙,丙,丁
修建农村公路,新改建里程,260公里,市交通运输局
举办消费活动,活动场次,60场,市商务局`;
    const before = read(table);
    expect(before.targets).toEqual([]);
    expect(before.skipped.map(({ reason }) => reason)).toEqual(["title", "title", "title"]);
    const after = read(table, corrected(before, "title", "metric", "value", "owner"));
    expect(factsOf(after)).toEqual([
      ["修建农村公路", "新改建里程", "市交通运输局", 260, "公里"],
      ["举办消费活动", "活动场次", "市商务局", 60, "场"],
    ]);
  });

  it("recognises the same layout with another year and other rows, and no other one", () => {
    const fingerprint = (text: string) => read(text).tables[0]?.fingerprint;
    const table = (year: number) => `任务,${year}年目标,牵头单位\n修路 ${year},9公里,市商务局`;
    expect(fingerprint(table(2024))).toBe(fingerprint(table(2025)));
    expect(fingerprint(table(2024))).not.toBe(fingerprint(table(2024).replace("任务,", "项目,")));
  });

  it("changes nothing if the chosen roles are the recognised ones", () => {
    const before = read(QUOTA);
    const same = corrected(before, "title", "metric", "unit", "baseline", "other", "owner");
    expect(read(QUOTA, same)).toEqual(before);
  });
});

describe("names that are no department", () => {
  const table = `任务,目标值,牵头单位,配合单位
修路,260公里,市水利局,各县（市、区）
修桥,3座,市水利局,市商务局
建站,9座,市商务局、市交通运输局,市水利局
植树,5万株,各县（市、区）,`;

  it("lists them once with their rows, and keeps groups and further leads", () => {
    const { targets } = read(table);
    expect(unknownNames(targets, new Map())).toEqual([
      { name: "市水利局", rows: 3, chosen: "" },
      { name: "各县（市、区）", rows: 2, chosen: "" },
    ]);
    expect(
      targets.map(({ owner, supporting, furtherLeads, unlinked }) => [
        owner,
        supporting,
        furtherLeads,
        unlinked.map(({ name }) => name),
      ]),
    ).toEqual([
      [null, [], [], ["各县（市、区）"]],
      [null, ["市商务局"], [], []],
      ["市商务局", ["市交通运输局"], ["市交通运输局"], ["市水利局"]],
      [null, [], [], ["各县（市、区）"]],
    ]);
  });

  it("takes the chosen department in every row, for a group too, and still keeps the group", () => {
    const chosen = [
      { name: "市交通运输局", formerNames: ["市水利局"] },
      { name: "市商务局", formerNames: ["各县（市、区）"] },
    ];
    const { targets } = read(table, new Map(), chosen);
    expect(targets.map(({ owner }) => owner)).toEqual(["市交通运输局", "市交通运输局", "市商务局", "市商务局"]);
    expect(targets[3]?.unlinked.map(({ name }) => name)).toEqual(["各县（市、区）"]);
    const slugs = new Map([
      ["市水利局", "transport"],
      ["各县（市、区）", "commerce"],
    ]);
    expect(unknownNames(targets, slugs)).toEqual([
      { name: "市水利局", rows: 0, chosen: "transport" },
      { name: "各县（市、区）", rows: 0, chosen: "commerce" },
    ]);
  });
});
