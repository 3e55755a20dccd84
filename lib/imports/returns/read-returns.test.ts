import { describe, expect, it } from "vitest";
import { likeness } from "@/lib/imports/returns/match-targets";
import { doneByWords, stepsByWords } from "@/lib/imports/returns/words-done";
import type { KnownTarget } from "@/lib/imports/tasks/context";
import { readTableFile } from "@/lib/imports/tasks/read-table-file";

const departments = [{ name: "市住房和城乡建设局" }, { name: "市商务局" }, { name: "市教育局" }, { name: "市民政局" }];

function target(code: string, metric: string, more: Partial<KnownTarget> = {}): KnownTarget {
  return {
    code,
    title: metric,
    metric,
    unit: "个",
    owner: "市住房和城乡建设局",
    kind: "cumulative",
    comparator: "equal",
    value: 100,
    year: 2024,
    dueOn: "2024-12-31",
    latest: { asOf: "2024-05-31", value: 30 },
    ...more,
  };
}

const targets = [
  target("A-1", "改造老旧小区"),
  target("A-2", "完成投资", {
    unit: "万元",
    value: 50000,
    latest: { asOf: "2024-05-31", value: 20000 },
    owner: "市商务局",
  }),
  target("A-3", "污水治理率", { unit: "%", kind: "ratio", value: 55, latest: { asOf: "2024-05-31", value: 49 } }),
  target("A-4", "图书馆建成开放", { unit: "", kind: "yes-no", value: null, latest: null, owner: "市教育局" }),
  target("A-5", "编制详细规划", {
    unit: "",
    kind: "milestone",
    value: null,
    steps: ["完成招标", "形成初稿", "上报审批"],
    latest: null,
  }),
  target("A-6", "新建中小学", { unit: "所", value: 5, latest: { asOf: "2024-05-31", value: 0 }, owner: "市教育局" }),
  target("A-7", "新建幼儿园", { unit: "所", value: 8, latest: { asOf: "2024-05-31", value: 3 }, owner: "市教育局" }),
];

function read(text: string, known: readonly KnownTarget[] = targets) {
  const reading = readTableFile(new TextEncoder().encode(text), { today: "2024-07-08", departments, targets: known });
  if ("refused" in reading || reading.mode !== "returns") throw new Error("no return");
  return reading;
}

describe("readTableFile, returns", () => {
  it("prefers the running total to the figure of the month, in the unit of the target, and words for steps and answers", () => {
    const { updates, missing, skipped } = read(`6月份进展情况汇总表
数据截至：2024年6月30日
序号,责任单位,指标,单位,全年目标,6月当月,1-6月累计,完成率,进展情况,存在问题
1,市住建局,改造老旧小区,个,100,4,34,34%,全部开工,
2,市商务局,完成投资,亿元,5,0.5,2.5,,,资金紧张
3,市住建局,污水治理率,%,55,,50.8%,,,
4,市教育局,图书馆建成开放,,,,内部装修，尚未开放,,,
5,市住建局,编制详细规划,,,,形成初稿,,招标已完成,
6,市教育局,"新建中小学5所、幼儿园8所",,,,"中小学1所，幼儿园4所",,,
合计,,,,,,,,,`);
    expect(
      updates.map(({ target: code, value, unit, stepsDone, verdict }) => [code, value, unit, stepsDone, verdict]),
    ).toEqual([
      ["A-1", 34, "个", [], "ok"],
      ["A-2", 25000, "万元", [], "ok"],
      ["A-3", 50.8, "%", [], "ok"],
      ["A-4", 0, null, [], "ok"],
      ["A-5", null, null, ["完成招标", "形成初稿"], "ok"],
      ["A-6", 1, "所", [], "ok"],
      ["A-7", 4, "所", [], "ok"],
    ]);
    expect(updates.every(({ asOf }) => asOf === "2024-06-30")).toBe(true);
    expect([updates[0]?.note, updates[1]?.difficulties]).toEqual(["全部开工", "资金紧张"]);
    expect(missing).toEqual([]);
    expect(skipped.map(({ row, reason }) => [row, reason])).toContainEqual([10, "total"]);
  });

  it("names faults with their cells, and targets without a row", () => {
    const { updates, missing, skipped } = read(`2024年6月报表
编号,指标,责任单位,年度目标,本月,本年累计,说明
A-1,改造老旧小区,市住建局,120,4,33,
A-2,完成投资（万元）,市民政局,50000,,210000,
A-3,污水治理率,市住建局,55,,508,
,新建公厕,市住建局,9,1,2,
A-6,新建中小学,市教育局,5,1,,
A-7,新建幼儿园,市教育局,8,,2,数据截至5月底
A-7,新建幼儿园,市教育局,8,,2,数据截至5月底
A-5,编制详细规划,市住建局,,,,`);
    expect(
      updates.map(({ row, target: code, value, asOf, problems }) => [
        row,
        code,
        value,
        asOf,
        ...problems.map(({ cell, kind }) => `${kind} ${cell}`),
      ]),
    ).toEqual([
      [3, "A-1", 33, "2024-06-30", "does-not-add-up F3", "target-changed D3"],
      [4, "A-2", 210000, "2024-06-30", "implausible F4", "owner-differs C4"],
      [5, "A-3", null, "2024-06-30", "out-of-range F5"],
      [6, null, null, "2024-06-30", "unknown-target B6"],
      [7, "A-6", 1, "2024-06-30", "cumulative-missing F7"],
      [8, "A-7", 2, "2024-05-31", "stale G8"],
      [9, "A-7", 2, "2024-05-31", "duplicate-row B9"],
    ]);
    expect(missing).toEqual(["A-4"]);
    expect(skipped).toContainEqual({ sheet: null, row: 10, reason: "no-value" });
  });

  it("takes the last month that was reported, and compares the months before with earlier reports", () => {
    const { updates } = read(`指标,单位,责任单位,4月,5月,6月
改造老旧小区,个,市住建局,20,30,41
完成投资,万元,市商务局,15000,20500,未报
污水治理率,%,市住建局,48,49,同5月`);
    expect(
      updates.map(({ target: code, value, asOf, problems }) => [
        code,
        value,
        asOf,
        ...problems.map(({ cell, kind }) => `${kind} ${cell}`),
      ]),
    ).toEqual([
      ["A-1", 41, "2024-06-30"],
      ["A-2", 20500, "2024-05-31", "stale F3"],
      ["A-3", null, "2024-06-30", "not-a-number F4"],
    ]);
  });

  it("reads a table of tasks as tasks if its rows report on nothing", () => {
    const text = "指标,单位,2024年目标,牵头单位\n改造老旧小区,个,100,市住建局\n";
    const reading = readTableFile(new TextEncoder().encode(text), { today: "2024-07-08", departments, targets });
    expect("mode" in reading && reading.mode).toBe("targets");
  });
});

describe("likeness", () => {
  it.each([
    ["城西污水厂三期", "城西污水处理厂三期扩建", 0.6],
    ["2号线延伸段", "轨道交通2号线延伸段完成投资", 0.6],
    ["数据中心（一期）", "数据中心一期", 0.9],
  ])("finds %s in %s", (one, other, least) => {
    expect(likeness(one, other)).toBeGreaterThan(least);
  });

  it("tells phases and numbers apart", () => {
    expect(likeness("智慧停车综合体（二期）", "智慧停车综合体")).toBe(0);
    expect(likeness("轨道交通3号线", "轨道交通2号线")).toBe(0);
  });
});

describe("words", () => {
  it("know what is done", () => {
    expect(["已印发", "建成开放", "尚未开放", "正在推进", "否", "资金"].map(doneByWords)).toEqual([
      1,
      1,
      0,
      0,
      0,
      null,
    ]);
    expect(stepsByWords("形成初稿，尚未上报审批", ["完成招标", "形成初稿", "上报审批"])).toEqual([
      "完成招标",
      "形成初稿",
    ]);
  });
});
