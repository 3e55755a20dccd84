import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import {
  aChartReading,
  aChartView,
  aGrowthChart,
  aMilestoneChart,
  aRankChart,
  aRatioChart,
  aRevisedCumulativeChart,
  aTargetChart,
  aYesNoChart,
} from "@/testing/chart-builders";
import { aBaseline, aPlan, aTarget } from "@/testing/target-builders";
import type { ChartSeries, PlotChartModel } from "./chart-model";
import { viewChart } from "./chart-view";
import { readingsAt } from "./plot-rows";
import type { GanttChartModel } from "./rows-chart-types";
import type { TargetChartInput } from "./target-chart-input";
import { prepareTargetChart } from "./target-chart-model";

function plotOf(input: TargetChartInput): PlotChartModel {
  const model = prepareTargetChart(input);
  if (model.drawing !== "plot") throw new Error("not a plot");
  return model;
}

function ganttOf(input: TargetChartInput): GanttChartModel {
  const model = prepareTargetChart(input);
  if (model.drawing !== "gantt") throw new Error("not a gantt");
  return model;
}

function seriesOf(model: PlotChartModel, role: ChartSeries["role"]): ChartSeries | undefined {
  return model.series.find((series) => series.role === role);
}

function values(series: ChartSeries | undefined): [string, number | null][] {
  return (series?.points ?? []).map((point) => [point.on, point.y]);
}

describe("a cumulative target", () => {
  it("shows a missing report as a gap, never as zero", () => {
    const model = plotOf(aRevisedCumulativeChart());
    expect(values(seriesOf(model, "reported"))).toEqual([
      ["2023-01-31", null],
      ["2023-02-28", 50],
      ["2023-03-31", 92],
      ["2023-04-30", 130],
      ["2023-05-31", 160],
      ["2023-06-30", 201],
      ["2023-07-31", null],
      ["2023-08-31", 262],
      ["2023-09-30", 301],
    ]);
  });

  it("has a step in the target line on the day of its revision", () => {
    const model = plotOf(aRevisedCumulativeChart());
    expect(values(seriesOf(model, "target"))).toEqual([
      ["2022-12-31", 380],
      ["2023-06-15", 402],
      ["2023-12-31", 402],
    ]);
    const mark = model.marks.find((one) => one.role === "revision");
    expect(mark?.detail).toBe("2023年6月15日，目标由不少于380亿元调整为不少于402亿元：市政府常务会议");
  });

  it("starts the expected curve at zero although last year had 316.5", () => {
    const expected = seriesOf(plotOf(aRevisedCumulativeChart()), "expected");
    expect(values(expected)[0]).toEqual(["2022-12-31", 0]);
    expect(values(expected)).toContainEqual(["2023-06-30", 201]);
    expect(values(expected).at(-1)).toEqual(["2023-12-31", 402]);
  });

  it("keeps the expected curve of the days before a revision", () => {
    const expected = new Map(values(seriesOf(plotOf(aRevisedCumulativeChart()), "expected")));
    expect(expected.get("2023-05-31")).toBe(158.333333);
    expect(expected.get("2023-06-14")).toBeCloseTo(173.111111, 6);
    expect(expected.get("2023-06-15")).toBeCloseTo(184.25, 6);
    expect(expected.get("2023-06-30")).toBe(201);
  });

  it("draws stretch and range of the days before a revision by the terms of that time", () => {
    const former = aTarget({ value: new Decimal(380), stretchValue: null });
    const revised = { replacedTerms: [{ terms: former, until: isoDate("2023-06-15") }] };
    const stretch = seriesOf(plotOf(aRevisedCumulativeChart(revised)), "stretch");
    expect(stretch?.shape).toBe("step");
    expect(values(stretch)).toEqual([
      ["2022-12-31", null],
      ["2023-06-15", 420],
      ["2023-12-31", 420],
    ]);
    const between = (low: number, high: number) =>
      aTarget({ kind: "level", comparator: "between", value: new Decimal(low), upperValue: new Decimal(high) });
    const ranged = plotOf(
      aTargetChart({
        terms: between(60, 70),
        replacedTerms: [{ terms: between(50, 65), until: isoDate("2023-06-15") }],
        revisions: [{ on: isoDate("2023-06-15"), before: new Decimal(50), after: new Decimal(60), reason: "" }],
      }),
    );
    expect(ranged.ranges[0]?.points.map(({ on, low, high }) => [on, low, high])).toEqual([
      ["2022-12-31", 50, 65],
      ["2023-06-14", 50, 65],
      ["2023-06-15", 60, 70],
      ["2023-12-31", 60, 70],
    ]);
    const low = ranged.table.columns.findIndex(({ key }) => key === "target-low");
    const lows = new Map(ranged.table.rows.map(({ key, cells }) => [key, cells[low]?.value]));
    expect([lows.get("2023-06-14"), lows.get("2023-06-15")]).toEqual(["50", "60"]);
  });

  it("ends the expected curve at the due date in force, and continues it after an extension", () => {
    const input = aRevisedCumulativeChart({
      terms: aTarget({ dueOn: isoDate("2024-06-30") }),
      replacedTerms: [{ terms: aTarget(), until: isoDate("2024-01-10") }],
      readings: [],
      forecast: null,
    });
    const expected = new Map(values(seriesOf(plotOf(input), "expected")));
    expect(expected.get("2023-12-31")).toBe(100);
    expect(expected.get("2024-01-31")).toBe(72.222222);
    expect(expected.get("2024-06-30")).toBe(100);
  });

  it("fixes a domain from zero and round ticks", () => {
    const { x, y } = plotOf(aRevisedCumulativeChart());
    expect(y.domain).toEqual([0, 500]);
    expect(y.ticks.map((tick) => tick.label)).toEqual(["0", "100", "200", "300", "400", "500"]);
    expect(x.domain).toEqual([19357, 19722]);
    expect(x.ticks.map((tick) => tick.label).slice(0, 2)).toEqual(["1月", "2月"]);
    expect(x.caption).toBe("2023年");
  });

  it("draws last year's values a year later and the forecast from the latest value", () => {
    const model = plotOf(aRevisedCumulativeChart());
    expect(values(seriesOf(model, "last-year"))).toEqual([
      ["2023-06-30", 150],
      ["2023-12-31", 316.5],
    ]);
    expect(values(seriesOf(model, "forecast"))).toEqual([
      ["2023-09-30", 301],
      ["2023-12-31", 401.3],
    ]);
    expect(model.ranges[0]?.points.at(-1)).toMatchObject({ low: 382.5, high: 420.2 });
  });

  it("hides what was not known on the current day", () => {
    const model = plotOf(aRevisedCumulativeChart({ today: isoDate("2023-03-31"), forecast: null }));
    expect(values(seriesOf(model, "reported")).at(-1)).toEqual(["2023-03-31", 92]);
    expect(model.marks.some((mark) => mark.role === "revision")).toBe(false);
  });

  it("describes the chart in words, samples included", () => {
    const model = plotOf(aRevisedCumulativeChart());
    expect(model.description).toBe(
      "海门区工业投资完成额。2023年目标不少于402亿元，力争420亿元；截至9月30日完成301亿元（完成率74.9%），慢于计划进度0.1个百分点，状态：正常。" +
        "2022年基数为316.5亿元。预测2023年12月31日为401.3亿元，80%区间382.5亿元至420.2亿元。示例数据：进展数值为演示用，并非真实数据。",
    );
    expect(model.legend.map((item) => item.label)).toContain("预测 80% 区间");
    expect(model.illustrativeLabel).toContain("示例数据");
    expect(model.asOfLabel).toBe("截至2023年9月30日");
    const english = plotOf(aRevisedCumulativeChart({ lang: "en" }));
    expect(english.description).toContain(
      "CNY 30.1 billion by 30 September (74.9%), 0.1 points behind plan: on track. ",
    );
    expect(english.description).toContain("80% range");
    expect(english.illustrativeLabel).toContain("Illustrative");
  });
});

describe("its table", () => {
  const table = prepareTargetChart(aRevisedCumulativeChart()).table;
  const row = (on: string) => table.rows.find((one) => one.key === on)?.cells.map((cell) => cell.value);

  it("has a column for every series, with the unit in its header", () => {
    expect(table.columns.map((column) => column.label)).toEqual([
      "日期",
      "实际",
      "目标：不少于",
      "力争",
      "计划进度",
      "2022年基数",
      "上年同期",
      "预测",
      "预测 80% 区间下限",
      "预测 80% 区间上限",
      "备注",
    ]);
    expect(table.columns[1]?.unit).toBe("亿元");
  });

  it("has values as decimal text, and an empty cell with the reason for a missing one", () => {
    expect(row("2023-06-30")).toEqual([
      "2023-06-30",
      "201",
      "402",
      "420",
      "201",
      "316.5",
      "150",
      null,
      null,
      null,
      "示例数据",
    ]);
    expect(row("2023-07-31")?.[1]).toBeNull();
    expect(row("2023-07-31")?.at(-1)).toBe("未报送");
    expect(table.rows.find((one) => one.key === "2023-07-31")?.cells[1]?.text).toBe("—");
    expect(row("2023-12-31")).toEqual([
      "2023-12-31",
      null,
      "402",
      "420",
      "402",
      "316.5",
      "316.5",
      "401.3",
      "382.5",
      "420.2",
      null,
    ]);
  });
});

describe("its text", () => {
  const growth = (comparator: "about" | "more-than" | "at-most" | "less-than" | "equal", lang: "zh-CN" | "en") => {
    const model = plotOf(aGrowthChart({ lang, terms: { ...aGrowthChart().terms, comparator } }));
    return [seriesOf(model, "target")?.label, model.table.columns[2]?.label];
  };

  it.each([
    ["about", "目标 27%左右", "目标：左右", "Target about 27%", "Target: about"],
    ["more-than", "目标 超过27%", "目标：超过", "Target more than 27%", "Target: more than"],
    ["at-most", "目标 不超过27%", "目标：不超过", "Target at most 27%", "Target: at most"],
    ["less-than", "目标 低于27%", "目标：低于", "Target less than 27%", "Target: less than"],
    ["equal", "目标 27%", "目标：等于", "Target 27%", "Target: equal to"],
  ] as const)("keep the comparator: %s", (comparator, label, column, labelEn, columnEn) => {
    expect(growth(comparator, "zh-CN")).toEqual([label, column]);
    expect(growth(comparator, "en")).toEqual([labelEn, columnEn]);
  });

  it("states that a better place is enough, in the legend, the tooltip, the table and the description", () => {
    const model = plotOf(aRankChart({ lang: "en" }));
    expect(model.legend.map((item) => item.label)).toContain("Target 2nd or better");
    const at = model.x.domain[1];
    expect(readingsAt(model, at)).toContainEqual({
      key: "target",
      role: "target",
      label: "Target",
      text: "2nd or better",
    });
    expect(model.table.columns.find((column) => column.key === "target")?.label).toBe("Target: within rank");
    expect(model.description).toContain("2023 target 2nd or better, aiming for 1st; 2nd on 30 September");
    expect(plotOf(aRankChart()).description).toContain("2023年目标第2位以内，力争第1位；9月30日为第2位");
  });

  it.each([
    ["printed", "2022年基数 316.5亿元", "Baseline 2022 CNY 31.65 billion"],
    ["derived", "2022年基数（推算） 316.5亿元", "Baseline 2022 (derived) CNY 31.65 billion"],
  ] as const)("call a baseline %s only where it is", (origin, label, labelEn) => {
    const terms = { ...aRevisedCumulativeChart().terms, baseline: { ...aBaseline("316.5"), origin } };
    for (const [lang, words] of [
      ["zh-CN", label],
      ["en", labelEn],
    ] as const) {
      const model = plotOf(aRevisedCumulativeChart({ lang, terms }));
      expect(seriesOf(model, "baseline")?.label).toBe(words);
      expect(model.legend.map((item) => item.label)).toContain(words);
      expect(model.description).toContain(words.replace(" CNY", ": CNY").replace(" 316", "为316"));
      const column = model.table.columns.find(({ key }) => key === "baseline")?.label ?? "";
      expect(words.startsWith(`${column} `)).toBe(true);
    }
  });

  it("gives both bounds of a range in the table", () => {
    const { table } = plotOf(aRatioChart());
    expect(table.columns.map((column) => column.label)).toEqual(["日期", "实际", "目标下限", "目标上限", "备注"]);
    expect(
      table.rows
        .at(-1)
        ?.cells.map((cell) => cell.value)
        .slice(2, 4),
    ).toEqual(["60", "70"]);
    expect(plotOf(aRatioChart({ lang: "en" })).ranges[0]?.label).toBe("Target between 60% and 70%");
  });
});

describe("the value axis in English", () => {
  it("uses the unit of its tick labels and of the surrounding text", () => {
    const { unitLabel, y, yFactor, series } = plotOf(aRevisedCumulativeChart({ lang: "en" }));
    expect(unitLabel).toBe("Unit: CNY billion");
    expect(y.ticks.map((tick) => [tick.at, tick.label])).toEqual([
      [0, "0"],
      [100, "10"],
      [200, "20"],
      [300, "30"],
      [400, "40"],
      [500, "50"],
    ]);
    expect(yFactor).toBe(0.1);
    expect(series.find((one) => one.role === "target")?.label).toBe("Target at least CNY 40.2 billion");
  });

  it("uses that unit for a part of the period, and the printed unit above the table's bare figures", () => {
    const model = plotOf(aRevisedCumulativeChart({ lang: "en" }));
    const view = aChartView({ to: isoDate("2023-02-28"), hide: new Set(["target", "stretch", "baseline"]) });
    const part = viewChart(model, view);
    expect(part.unitLabel).toBe("Unit: CNY billion");
    expect(part.drawing === "plot" && part.y.ticks.at(-1)?.label).toBe("7");
    expect(part.table.columns[1]).toMatchObject({ label: "Reported", unit: "CNY 100 million" });
    expect(part.table.rows.at(-1)?.cells[1]?.value).toBe("50");
  });
});

describe("a metric with an English unit", () => {
  const input = {
    title: "Schools built",
    owner: "Education Bureau",
    source: "Returns",
    metric: { name: "Schools built", unit: "所", unitEn: "schools", kind: "cumulative", precision: 0 },
    terms: aTarget({ value: new Decimal(30), baseline: aBaseline(1) }),
    readings: [aChartReading("2023-06-30", 1), aChartReading("2023-09-30", 12)],
    lang: "en",
  } as const;

  it("prints it on the axis, in the lines, the table, the finding and the description, in English only", () => {
    const model = plotOf(aTargetChart(input));
    expect(model.unitLabel).toBe("Unit: schools");
    expect(seriesOf(model, "reported")?.points.map((point) => point.text)).toContain("1 school");
    expect(seriesOf(model, "target")?.label).toBe("Target at least 30 schools");
    expect(model.table.columns[1]?.unit).toBe("schools");
    expect(model.description).toContain("12 schools");
    expect(JSON.stringify(model)).not.toMatch(/\p{Script=Han}/u);
    const chinese = plotOf(aTargetChart({ ...input, lang: "zh-CN" }));
    expect(chinese.unitLabel).toBe("单位：所");
    expect(JSON.stringify(chinese)).not.toContain('schools"');
  });
});

describe("the other kinds", () => {
  it("starts a level at its baseline and does not force a zero", () => {
    const terms = aTarget({ kind: "level", value: new Decimal(3200), baseline: aBaseline(2890) });
    const model = plotOf(aTargetChart({ terms, readings: [aChartReading("2023-06-30", 3010)] }));
    expect(values(seriesOf(model, "expected"))[0]).toEqual(["2022-12-31", 2890]);
    expect(model.y.domain[0]).toBeGreaterThan(2000);
  });

  it("draws no expected curve for a growth rate that must hold all year", () => {
    const terms = aTarget({ kind: "growth", value: new Decimal(8), plan: aPlan({ shape: "flat" }) });
    const model = plotOf(aTargetChart({ terms, readings: [aChartReading("2023-02-28", "-1.2")] }));
    expect(seriesOf(model, "expected")).toBeUndefined();
    expect(model.y.domain[0]).toBeLessThan(-1.2);
    expect(model.y.ticks.some((tick) => tick.at === 0)).toBe(true);
  });

  it("computes a ratio in per cent, and leaves a gap if the denominator is zero", () => {
    const terms = aTarget({ kind: "ratio", value: new Decimal(90), calendar: "quarterly" });
    const part = (asOf: string, numerator: number, denominator: number) =>
      aChartReading(asOf, null, { numerator: new Decimal(numerator), denominator: new Decimal(denominator) });
    const metric = { name: "开工率", unit: "%", unitEn: null, kind: "ratio" as const, precision: 1 };
    const model = plotOf(
      aTargetChart({ terms, metric, readings: [part("2023-03-31", 20, 60), part("2023-06-30", 0, 0)] }),
    );
    const points = seriesOf(model, "reported")?.points ?? [];
    expect(points.map((point) => point.decimal)).toEqual(["33.3", null]);
    expect(points[1]?.text).toBe("分母为零");
  });

  it("draws the promised place of each report of a share of peers, and a gap without the number of places", () => {
    const chart = aRankChart();
    const model = prepareTargetChart({
      ...chart,
      terms: { ...chart.terms, comparator: "first-third", value: null },
      readings: [
        { ...aChartReading("2023-03-31", 5), peers: 13 },
        aChartReading("2023-06-30", 3),
        { ...aChartReading("2023-09-30", 6), peers: 18 },
      ],
      lang: "en",
    });
    const target = model.drawing === "plot" ? model.series.find(({ role }) => role === "target") : undefined;
    expect(target?.label).toBe("Target within the first third");
    expect(target?.points.map(({ on, y, text }) => [on, y, text])).toEqual([
      ["2023-03-31", 5, "5th or better"],
      ["2023-06-30", null, "Number of places not reported"],
      ["2023-09-30", 6, "6th or better"],
      ["2023-12-31", 6, "6th or better"],
    ]);
    expect(model.table.columns.find(({ key }) => key === "target")?.label).toBe("Target: within the first third");
    expect(model.description).toContain("2023 target within the first third");
  });

  it("reverses the axis of a rank and has ticks at whole places only", () => {
    const { y, unitLabel } = plotOf(aRankChart());
    expect(y.reversed).toBe(true);
    expect(y.ticks.map((tick) => tick.label)).toEqual(["第1位", "第2位", "第3位", "第4位", "第5位"]);
    expect(unitLabel).toBe("单位：位次");
    expect(plotOf(aRankChart({ lang: "en" })).y.ticks[1]?.label).toBe("2nd");
  });

  it("holds a yes-no answer until the next one and never fills a missing one", () => {
    const model = plotOf(aYesNoChart());
    expect(seriesOf(model, "reported")?.shape).toBe("step");
    expect(seriesOf(model, "reported")?.points.map((point) => point.text)).toEqual(["否", "否", "是"]);
    const silent = plotOf(aYesNoChart({ readings: [] }));
    expect(values(seriesOf(silent, "reported")).every(([, y]) => y === null)).toBe(true);
    expect(silent.emptyLabel).toBe("尚无审核通过的进展");
  });

  it("shows a promise between two values as a band", () => {
    const bounds = { value: new Decimal("4.5"), upperValue: new Decimal("5.5") };
    const terms = aTarget({ kind: "level", comparator: "between", plan: aPlan({ shape: "flat" }), ...bounds });
    const metric = { name: "失业率", unit: "%", unitEn: null, kind: "level" as const, precision: 1 };
    const model = plotOf(aTargetChart({ terms, metric, readings: [aChartReading("2023-03-31", "5.7")] }));
    expect(seriesOf(model, "target")).toBeUndefined();
    expect(model.ranges[0]).toMatchObject({ role: "target-range", label: "目标 4.5%至5.5%" });
  });

  it("states that no target value is set, and draws none", () => {
    const terms = aTarget({ kind: "level", value: null, baseline: aBaseline("63.2") });
    const model = plotOf(aTargetChart({ terms }));
    expect(seriesOf(model, "target")).toBeUndefined();
    expect(model.description).toContain("目标值未设定");
  });
});

describe("a milestone target", () => {
  it("derives the state of every step from its planned day, and a completed day only from reports", () => {
    const rows = ganttOf(aMilestoneChart()).rows;
    expect(rows.map((row) => [row.key, row.state, row.doneOn])).toEqual([
      ["study", "done", "2023-03-20"],
      ["land", "done-late", "2023-07-12"],
      ["start", "overdue", null],
      ["rest", "planned", null],
    ]);
    expect(rows.map((row) => row.weight.value)).toEqual(["12.5", "25", "37.5", "25"]);
  });

  it("draws steps planned for the same day in parallel", () => {
    const step = { titleEn: "", weight: 1 };
    const steps = [
      { ...step, key: "a", title: "一", plannedOn: isoDate("2023-03-31") },
      { ...step, key: "b", title: "二", plannedOn: isoDate("2023-06-30") },
      { ...step, key: "c", title: "三", plannedOn: isoDate("2023-06-30") },
    ];
    const { rows } = ganttOf(aMilestoneChart({ terms: aTarget({ kind: "milestone", value: null, steps }) }));
    expect(rows.map((row) => [row.fromX, row.plannedX])).toEqual([
      [19357, 19447],
      [19447, 19538],
      [19447, 19538],
    ]);
  });

  it("names the steps in the chart's language", () => {
    expect(ganttOf(aMilestoneChart({ lang: "en" })).rows[0]?.label).toBe("Study approved");
  });

  it("states that there are no steps", () => {
    const model = ganttOf(aMilestoneChart({ terms: aTarget({ kind: "milestone", value: null }) }));
    expect(model.emptyLabel).toBe("节点未设定");
  });
});

it("marks in the table a ratio that was reported by its published percentage alone", () => {
  const readings = [
    aChartReading("2023-03-31", null, { numerator: new Decimal(3), denominator: new Decimal(10) }),
    aChartReading("2023-06-30", "31.5"),
  ];
  const { table } = prepareTargetChart(aRatioChart({ readings }));
  const notes = table.rows.map((row) => row.cells.at(-1)?.text ?? "");
  expect(notes.find((note) => note.includes("3 ÷ 10"))).not.toContain("公布的百分比");
  expect(notes.filter((note) => note.includes("公布的百分比，无分子分母"))).toHaveLength(1);
});

it("lists the values of a day from top to bottom, with their roles for the signs", () => {
  const model = prepareTargetChart(aRevisedCumulativeChart());
  if (model.drawing !== "plot") throw new Error("not a plot");
  const at = model.series.find(({ role }) => role === "reported")?.points.at(-1)?.x ?? 0;
  const readings = readingsAt(model, at);
  const heights = readings.map(({ key }) => {
    const points = model.series.find((series) => series.key === key)?.points ?? [];
    return points.findLast((point) => point.x <= at)?.y ?? Number.NEGATIVE_INFINITY;
  });
  expect(heights.length).toBeGreaterThan(2);
  expect(heights).toEqual([...heights].sort((one, other) => other - one));
  expect(readings.map(({ role }) => role)).toContain("reported");
});
