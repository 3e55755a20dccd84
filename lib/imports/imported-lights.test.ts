// The light that a report gives to a target from a task table: no reading that breaks the promise is green.
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assessOn } from "@/lib/domain/targets/overdue";
import { termsFrom } from "@/lib/domain/targets/revisions";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import { planTargets } from "@/lib/imports/target-drafts";
import { readTableFile } from "@/lib/imports/tasks/read-table-file";
import { aReading } from "@/testing/target-builders";

const OWNER = { slug: "office", name: "市应急管理局" };

/** The rows below the headings 指标名称, 单位, 上年实绩, 年度目标 as drafts. */
function draftsOf(...rows: string[]) {
  const table = [
    "2023年全市目标任务分解表,,,,",
    "指标名称,单位,上年实绩,年度目标,牵头部门",
    ...rows.map((row) => `${row},${OWNER.name}`),
  ].join("\n");
  const reading = readTableFile(new TextEncoder().encode(table), {
    today: "2023-01-10",
    departments: [OWNER],
    targets: [],
  });
  if ("refused" in reading || reading.mode !== "targets") throw new Error("no targets");
  return planTargets(reading.targets, {
    departments: [OWNER],
    existing: [],
    sourceOf: ({ row }) => `第${row}行`,
    promiseOf: ({ terms: { comparator, value } }, unit) => `${comparator} ${value}${unit}`,
  });
}

function draftOf(row: string) {
  const { lines, entries } = draftsOf("一般公共预算收入,亿元,60,65", row);
  const [entry] = entries.slice(1);
  if (entry === undefined || "key" in entry.metric) throw new Error(`not drafted: ${JSON.stringify(lines[1])}`);
  const terms = termsFrom(entry.terms, { kind: entry.kind, direction: entry.metric.direction });
  return { terms: { ...terms, calendar: "none" as const }, questions: lines[1]?.questions ?? [], entry };
}

/** The light of the last day with one report as of it. */
function lightOf(row: string, value: number) {
  const day = isoDate("2023-12-31");
  return assessOn(draftOf(row).terms, [aReading("2023-12-31", value)], DEFAULT_RULES, day).light;
}

const GREEN = ["achieved", "ahead", "on-track"];
const RED = ["far-behind", "missed"];

describe("a bare number in a task table", () => {
  it.each([
    ["较大生产安全事故起数,起,,0", 3],
    ["拖欠工资案件,件,,0", 5],
    ["PM2.5,微克/立方米,,32", 48],
    ["城镇调查失业率,%,,5", 9],
    ["死亡人数,人,5,0", 1],
    ["降低城镇调查失业率,%,,5", 9],
    ["污水处理未达标率,%,,2", 20],
    ["信访投诉,件,,100", 300],
    ["行政审批办结时限,天,,10", 25],
    ["黑臭水体,条,4,0", 2],
    ["Road deaths,persons,,0", 2],
    ["Unemployment rate,%,,5", 9],
    ["拖欠工资案件,件,,零拖欠", 1],
    ["亡人事故,起,,零死亡", 1],
    ["一般公共预算收入增收,亿元,,5", 3],
    ["城镇新增就业,万人,6,5", 3],
    ["案件办结数,件,,100", 60],
  ])("%s: %d is red", (row, value) => {
    expect(RED).toContain(lightOf(row, value));
  });

  it.each([
    ["较大生产安全事故起数,起,,0", 0],
    ["拖欠工资案件,件,,零拖欠", 0],
    ["城镇调查失业率,%,,5", 5],
    ["案件办结数,件,,100", 120],
    ["投诉办结率,%,,95", 98],
    ["污水排放达标率,%,90,95", 97],
    ["单位GDP能耗下降率,%,,3", 4],
    ["化解隐性债务,亿元,,5", 6],
    ["城镇新增就业,万人,5,6", 7],
    ["净迁移率,‰,,-13.5", -13.5],
  ])("%s: %d is green", (row, value) => {
    expect(GREEN).toContain(lightOf(row, value));
  });

  it("counts better values only above a positive figure of which more is better", () => {
    expect(draftOf("城镇新增就业,万人,5,6").terms).toMatchObject({ orBetter: true, direction: "increase" });
    expect(draftOf("城镇新增就业,万人,6,5").terms).toMatchObject({ orBetter: false, direction: "increase" });
    expect(draftOf("平均办事环节,个,9,6").terms).toMatchObject({ orBetter: false, direction: "decrease" });
    expect(draftOf("城镇调查失业率,%,,5").terms).toMatchObject({ orBetter: false, direction: "decrease" });
  });

  it("asks about what is seldom meant, and says that the figure itself is judged", () => {
    expect(draftOf("城镇新增就业,万人,6,5").questions).toEqual(["worse-than-baseline", "exact-figure"]);
    expect(draftOf("城镇调查失业率,%,,5").questions).toEqual(["exact-figure"]);
    expect(draftOf("较大生产安全事故起数,起,,不少于0").questions).toEqual(["never-broken"]);
    expect(draftOf("城镇新增就业,万人,5,6").questions).toEqual([]);
    expect(draftOf("较大生产安全事故起数,起,,0").questions).toEqual([]);
  });
});

describe("a state that must hold all the time", () => {
  it.each([
    ["拖欠工资案件,件,,动态清零", [1, 0, 1], "far-behind"],
    ["拖欠工资案件,件,,实现动态清零", [1, 1, 1], "achieved"],
    ["农民工工资,,,保持动态清零", [1, 0, 1], "far-behind"],
  ])("%s", (row, answers, light) => {
    const { terms, entry } = draftOf(row);
    expect([entry.kind, terms.judging]).toEqual(["yes-no", "every-period"]);
    const readings = answers.map((answer, index) => aReading(`2023-${["04-30", "08-31", "12-31"][index]}`, answer));
    expect(assessOn(terms, readings, DEFAULT_RULES, isoDate("2023-12-31")).light).toBe(light);
  });

  it("breaks a rate of zero with one lapse", () => {
    const { terms } = draftOf("食品抽检超标率,%,,零超标");
    expect(terms).toMatchObject({ kind: "ratio", comparator: "equal", judging: "every-period" });
    const readings = [aReading("2023-06-30", 1), aReading("2023-12-31", 0)];
    expect(assessOn(terms, readings, DEFAULT_RULES, isoDate("2023-12-31")).light).toBe("far-behind");
  });

  it("reads a stock that is cleared by the due date as one thing to finish", () => {
    expect(draftOf("积案,件,,全部清零").terms).toMatchObject({ kind: "yes-no", judging: "latest" });
  });
});

it("reads negative levels, ratios and growth, and rejects negative counts", () => {
  const { lines } = draftsOf(
    "净迁移率,‰,,-13.5",
    "净资产余额,亿元,,-3.2",
    "工业增加值增速,%,,-2",
    "新建公厕,座,,-4",
    "公厕数量,座,,-4",
  );
  expect(lines.map(({ outcome }) => outcome)).toEqual(["added", "added", "added", "refused", "refused"]);
});
