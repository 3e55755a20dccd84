import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { chartToSvg } from "@/lib/exports/svg";
import { aChartView } from "@/testing/chart-builders";
import { aTarget } from "@/testing/target-builders";
import { viewChart } from "./chart-view";
import { prepareDepartmentChart } from "./department-chart-model";
import { prepareLightsChart } from "./lights-chart-model";
import { prepareMiniChart } from "./mini-chart-model";

const shared = { today: isoDate("2023-09-30"), source: "南通日报", illustrative: true, lang: "zh-CN" as const };

describe("the overview's lights", () => {
  const model = prepareLightsChart({
    ...shared,
    by: "department",
    counts: { behind: 2, ahead: 3, "no-report": 1 },
    groups: [
      { key: "a", name: "海门区", counts: { behind: 2, ahead: 3 } },
      { key: "b", name: "市商务局", counts: { "no-report": 1 } },
    ],
  });

  it("stacks counts in the order of the lights", () => {
    expect(model.rows[0]?.segments.map(({ light, from, to }) => [light, from, to])).toEqual([
      ["ahead", 0, 3],
      ["behind", 3, 5],
    ]);
    expect(model.legend.map((item) => item.label)).toEqual(["超前", "滞后", "未报送"]);
  });

  it("describes the sums in words and states that values are samples", () => {
    expect(model.description).toContain("共6项：超前3项、滞后2项、未报送1项");
    expect(model.table.notes[0]).toContain("示例数据");
  });

  it("counts a target of two plans once in words, and in each plan, and says so with its unit", () => {
    const plans = prepareLightsChart({
      ...shared,
      by: "plan",
      counts: { ahead: 2 },
      groups: [
        { key: "1", name: "政府工作报告", counts: { ahead: 2 } },
        { key: "2", name: "“十四五”规划", counts: { ahead: 1 } },
      ],
    });
    expect(plans.finding.text).toBe("共2项：超前2项");
    expect(plans.rows.map(({ total }) => total)).toEqual([2, 1]);
    expect(plans.title).toBe("各规划计划状态灯");
    expect(plans.unitLabel).toBe("单位：项；列入多个规划计划的目标分别计入");
    expect(plans.table.columns[0]).toMatchObject({ key: "plan", label: "规划计划" });
    expect(model.unitLabel).toBe("单位：项");
  });

  it("has whole numbers on its axis", () => {
    expect(model.x.ticks.every((tick) => Number.isInteger(tick.at))).toBe(true);
  });
});

describe("a department's chart", () => {
  const known = { latestText: null, reason: null, figures: null, hasFigure: true };
  const target = { code: "A-01", title: "工业投资", light: "behind" as const, ...known };
  const model = prepareDepartmentChart({
    ...shared,
    key: "haimen",
    title: "海门区：完成率与应完成率",
    targets: [
      { ...target, completionRatio: 0.6213, expectedRatio: 0.75, figures: "249.8/402亿元" },
      {
        ...target,
        code: "A-02",
        completionRatio: null,
        expectedRatio: null,
        reason: "not-a-percentage",
        latestText: "第2位",
      },
      { ...target, code: "A-03", completionRatio: null, expectedRatio: 0.5, reason: "no-report" },
      { ...target, code: "A-04", completionRatio: -0.1, expectedRatio: 0.75 },
      { ...target, code: "A-05", completionRatio: null, expectedRatio: null, hasFigure: false },
    ],
  });

  it("has a bar only where a percentage is meaningful", () => {
    expect(model.rows.map((row) => [row.completionPercent, row.expectedPercent, row.text])).toEqual([
      [62.1, 75, "62.1% · 249.8/402亿元"],
      [null, null, "第2位"],
      [null, 50, "未报送"],
      [-10, 75, "−10%"],
    ]);
  });

  it("counts targets without a figure in one sentence, and has them in its table", () => {
    expect(model.annotations).toEqual(["另有1项未设目标值"]);
    expect(model.description).toContain("另有1项未设目标值");
    expect(model.table.rows).toHaveLength(5);
    expect(model.asOfLabel).toBe("数据截止日：2023年9月30日");
  });

  it("has ticks every quarter of the way, below zero if a value fell", () => {
    expect(model.x.domain).toEqual([-25, 100]);
    expect(model.x.ticks.map((tick) => tick.at)).toEqual([-25, 0, 25, 50, 75, 100]);
  });
});

describe("a department's chart of very many targets", () => {
  const targets = Array.from({ length: 220 }, (_, index) => ({
    code: `A-${index}`,
    title: `目标${index}`,
    light: index < 25 ? ("behind" as const) : ("achieved" as const),
    completionRatio: index < 25 ? 0.5 : 1.2,
    expectedRatio: 0.75,
    reason: null,
    latestText: null,
    figures: null,
    hasFigure: true,
  }));
  const model = prepareDepartmentChart({ ...shared, key: "many", title: "完成与计划进度", targets });

  it("draws the most urgent, states how many are left out and where they are, and has all in its table", () => {
    expect(model.rows.map((row) => row.key)).toEqual(targets.slice(0, 20).map(({ code }) => code));
    expect(model.table.rows).toHaveLength(220);
    const sentence = "图中为最紧急的20项，状态灯最差、差距最大的在前；其余200项见数据文件（CSV、Excel）";
    expect(model.annotations).toEqual([sentence]);
    expect(model.description).toContain(sentence);
    expect(model.description).not.toContain("目标20 ");
    expect(model.legend.map((item) => item.label)).toEqual(["滞后", "应完成率"]);
    expect(chartToSvg(model, { width: 960, height: 900, theme: "print" })).toContain("其余200项");
  });

  it("draws the next row if one is hidden", () => {
    const hide = new Set(["A-0", "A-3"]);
    const view = viewChart(model, aChartView({ hide }));
    if (view.drawing !== "comparison") throw new Error("not a comparison");
    expect(view.rows.map((row) => row.key)).toEqual(
      targets.slice(1, 22).flatMap(({ code }) => (hide.has(code) ? [] : [code])),
    );
    expect(view.annotations?.[0]).toContain("其余198项");
    expect(view.table.rows).toHaveLength(218);
  });
});

describe("a row's small chart", () => {
  const row = { title: "工业投资", light: "behind" as const, terms: aTarget(), lang: "zh-CN" as const };

  it("is a bullet whose bar may pass the promise", () => {
    expect(prepareMiniChart({ ...row, completionRatio: 0.5, expectedRatio: 0.75 })).toMatchObject({
      drawing: "bullet",
      doneX: 0.4,
      expectedX: 0.6,
      promiseX: 0.8,
      description: "工业投资：滞后，完成率 50%，应完成率 75%",
    });
  });

  it("leaves a bullet without a report empty instead of at zero", () => {
    expect(prepareMiniChart({ ...row, completionRatio: null, expectedRatio: 0.75 })).toMatchObject({ doneX: null });
  });

  it("is a line for a rank, first place at the top, broken where nothing was reported", () => {
    const history = [
      { asOf: isoDate("2023-03-31"), value: new Decimal(5) },
      { asOf: isoDate("2023-06-30"), value: null },
      { asOf: isoDate("2023-09-30"), value: new Decimal(2) },
    ];
    const terms = aTarget({ kind: "rank", value: new Decimal(1) });
    const model = prepareMiniChart({ ...row, terms, completionRatio: null, expectedRatio: null, history });
    if (model.drawing !== "sparkline") throw new Error("not a sparkline");
    expect(model.path[1]?.y).toBeNull();
    expect(model.promiseY ?? 0).toBeGreaterThan(model.path[2]?.y ?? 1);
  });

  it("is blank when nothing is known", () => {
    expect(prepareMiniChart({ ...row, completionRatio: null, expectedRatio: null }).drawing).toBe("blank");
  });
});
