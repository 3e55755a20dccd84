import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DraftFacts, planTargets } from "./target-drafts";
import type { TaskTarget } from "./tasks/results";

const FACTS: DraftFacts = {
  departments: [
    { slug: "transport", name: "市交通运输局" },
    { slug: "commerce", name: "市商务局" },
  ],
  existing: [],
  sourceOf: ({ row }) => `第${row}行`,
  promiseOf: ({ terms: { comparator, value } }, unit) => `${comparator} ${value}${unit}`,
};

function aTask(changes: Partial<TaskTarget> = {}): TaskTarget {
  return {
    sheet: "任务",
    row: 4,
    title: "建设农村公路",
    owner: "市交通运输局",
    supporting: [],
    furtherLeads: [],
    unlinked: [],
    metric: "新改建里程",
    unit: "公里",
    kind: "cumulative",
    comparator: "at-least",
    value: 260,
    upperValue: null,
    stretchValue: null,
    baselineValue: null,
    baselineYear: null,
    growthPct: null,
    year: 2024,
    dueOn: "2024-12-31",
    planPoints: [],
    steps: [],
    responsible: null,
    leader: null,
    remarks: null,
    section: null,
    serial: null,
    verdict: "ok",
    problems: [],
    ...changes,
  };
}

const planOf = (...tasks: TaskTarget[]) => planTargets(tasks, FACTS);

describe("planTargets", () => {
  it("names the metric in the title if a row has several", () => {
    const { entries } = planOf(
      aTask(),
      aTask({ metric: "桥梁改造数", unit: "座", value: 12 }),
      aTask({ row: 5, title: "修桥" }),
    );
    expect(entries.map(({ code, title }) => `${code} ${title}`)).toEqual([
      "T2024-001 建设农村公路 · 新改建里程",
      "T2024-002 建设农村公路 · 桥梁改造数",
      "T2024-003 修桥",
    ]);
  });

  it("puts what has no field into the note", () => {
    const task = aTask({
      section: "一、交通",
      growthPct: 27,
      otherFigures: [{ cell: "E4", name: "一季度 180（亿元）" }],
      remarks: "含续建",
      supporting: ["市商务局", "各县（市、区）"],
    });
    const [entry] = planOf(task).entries;
    expect(entry?.note).toBe("第4行\n+27%\n一季度 180（亿元）\n含续建\n各县（市、区）");
    expect(entry?.supporting).toEqual(["commerce"]);
  });

  it("labels a draft with its section and its place in the plan", () => {
    const task = aTask({ section: "一、交通", serial: "3.2" });
    const [entry] = planTargets([task], { ...FACTS, plan: "2024年政府工作报告" }).entries;
    expect(entry?.labels).toEqual([
      { kind: "topic", name: "交通", number: "" },
      { kind: "plan", name: "2024年政府工作报告", number: "3.2" },
    ]);
  });

  it("makes a bare number something to reach, and a limit something to stay below", () => {
    const [reach, limit] = planOf(
      aTask({ comparator: "equal" }),
      aTask({ row: 5, title: "控制失业率", kind: "ratio", unit: "%", comparator: "at-most", value: 5.5 }),
    ).entries;
    expect(reach?.terms).toMatchObject({ comparator: "equal", orBetter: true, value: "260" });
    expect(planOf(aTask()).lines[0]?.text).toBe("建设农村公路 · at-least 260公里 · 市交通运输局 · 2024-12-31");
    expect(limit).toMatchObject({ metric: { direction: "decrease", precision: 1 }, terms: { comparator: "at-most" } });
  });

  it("expects a level to move from a baseline short of its figure, and to stay where it meets it", () => {
    const level = aTask({ kind: "level", unit: "家", comparator: "at-least", value: 1350, baselineYear: 2023 });
    const limit = aTask({ ...level, row: 6, title: "降低损耗", comparator: "at-most", value: 3, baselineValue: 4 });
    const { entries } = planOf(
      { ...level, baselineValue: 1180 },
      { ...level, row: 5, title: "保持家数", baselineValue: 1400 },
      limit,
      { ...level, row: 7, title: "没有基数" },
    );
    expect(entries.map(({ terms }) => terms.planShape)).toEqual(["linear", "flat", "linear", "flat"]);
  });

  it("starts a plan of several years in the first of them", () => {
    const planPoints = [2022, 2023, 2024, 2025].map((year) => ({ on: `${year}-12-31`, value: year - 2000 }));
    const [entry] = planOf(aTask({ year: 2025, dueOn: "2025-12-31", kind: "level", value: 25, planPoints })).entries;
    expect(entry?.startOn).toBe("2022-01-01");
    expect(entry?.terms.planValues.map(({ on }) => on)).toEqual(["2022-12-31", "2023-12-31", "2024-12-31"]);
  });

  it("has a draft without a plan if the plan is invalid, and says so", () => {
    const planPoints = [{ on: "2024-06-30", value: 1e30 }];
    const { lines, entries } = planOf(aTask({ planPoints }));
    expect(lines[0]).toMatchObject({ outcome: "added", why: "plan-left-out" });
    expect(entries[0]?.terms.planShape).toBe("linear");
  });

  it.each([
    [
      "an error in the sheet",
      { verdict: "error", problems: [{ cell: "E4", kind: "not-a-number", verdict: "error" }] },
      null,
    ],
    ["an owner that is not open", { owner: "市水利局" }, "no-owner"],
    ["contradictory figures", { comparator: "between", value: 9, upperValue: 3 }, "does-not-fit"],
  ] satisfies [string, Partial<TaskTarget>, string | null][])("rejects %s", (_, changes, why) => {
    const { lines, entries } = planOf(aTask(changes));
    expect([lines[0]?.outcome, lines[0]?.why, entries.length]).toEqual(["refused", why, 0]);
  });

  it("names the fields that contradict each other", () => {
    const { lines } = planOf(aTask({ comparator: "between", value: 9, upperValue: 3 }));
    expect(lines[0]).toMatchObject({ why: "does-not-fit", faults: { upperValue: "below-value" } });
    const rank = planOf(aTask({ kind: "rank", comparator: "within-rank", value: 1.5 }));
    expect(rank.lines[0]).toMatchObject({ why: "does-not-fit", faults: { value: "not-a-place" } });
  });

  it("rejects the second of two equal rows, and numbers codes after those that exist", () => {
    const existing = [
      { code: "T2024-017", title: "别的", owner: "commerce", year: 2024, value: "1", unit: "", dueOn: "2024-12-31" },
    ];
    const { lines, entries } = planTargets([aTask(), aTask({ row: 5 })], { ...FACTS, existing });
    expect(entries.map(({ code }) => code)).toEqual(["T2024-018"]);
    expect(lines[1]).toMatchObject({ outcome: "refused", why: "twice" });
  });

  it("never throws and never has two drafts with one code, whatever a row holds", () => {
    const text = fc.option(fc.string({ unit: "binary", maxLength: 300 }), { nil: null });
    const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null });
    const tasks = fc.record({
      title: text,
      metric: text,
      unit: text,
      value: number,
      upperValue: number,
      baselineValue: number,
      responsible: text,
      remarks: text,
      kind: fc.constantFrom(...(["cumulative", "level", "ratio", "growth", "rank", "milestone", "yes-no"] as const)),
      comparator: fc.constantFrom(...(["at-least", "equal", "about", "between", "within-rank"] as const)),
    });
    fc.assert(
      fc.property(fc.array(tasks, { maxLength: 6 }), (rows) => {
        const { lines, entries } = planOf(...rows.map((row, index) => aTask({ ...row, row: index })));
        expect(lines).toHaveLength(rows.length);
        expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
        expect(entries).toHaveLength(lines.filter(({ outcome }) => outcome === "added").length);
      }),
    );
  });
});
