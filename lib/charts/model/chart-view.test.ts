import { describe, expect, it } from "vitest";
import { plotLayout } from "@/lib/charts/layout/plot-layout";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import {
  aChartReading,
  aChartView,
  aMilestoneChart,
  aRankChart,
  aRevisedCumulativeChart,
  aTargetChart,
  aYesNoChart,
} from "@/testing/chart-builders";
import { dayNumber } from "./chart-axes";
import type { PlotChartModel } from "./chart-model";
import { type ChartView, hideable, viewChart } from "./chart-view";
import { composeMultiples, multiplesGrid, panelTitles } from "./multiples-model";
import { prepareTargetChart } from "./target-chart-model";

const NOTHING = aChartView();
const whole = prepareTargetChart(aRevisedCumulativeChart());

function view(changes: Partial<ChartView>, model = whole): PlotChartModel {
  const shown = viewChart(model, { ...NOTHING, ...changes });
  if (shown.drawing !== "plot") throw new Error("not a plot");
  return shown;
}

const keys = (model: PlotChartModel) => model.series.map((one) => one.key);
const april = { from: isoDate("2023-04-01"), to: isoDate("2023-08-31") };

describe("a chart with the choices of a reader", () => {
  it("is the same without choices", () => {
    expect(viewChart(whole, NOTHING)).toBe(whole);
  });

  it("shows a part of the period: reports inside it, lines to its edges, a fitted axis", () => {
    const part = view(april);
    const reported = part.series.find((one) => one.key === "reported");
    expect(reported?.points.map((point) => point.on)).toEqual([
      "2023-04-30",
      "2023-05-31",
      "2023-06-30",
      "2023-07-31",
      "2023-08-31",
    ]);
    expect(part.x.domain).toEqual([dayNumber(isoDate("2023-03-31")), dayNumber(isoDate("2023-08-31"))]);
    const expected = part.series.find((one) => one.key === "expected")?.points ?? [];
    expect([expected[0]?.x, expected.at(-1)?.x]).toEqual(part.x.domain);
    expect(part.table.rows.every((row) => row.key >= "2023-04-01" && row.key <= "2023-08-31")).toBe(true);
    // Target 402, stretch 420: the axis contains both.
    expect(part.y.domain[1]).toBeGreaterThanOrEqual(420);
  });

  it("describes what it shows, not the whole chart", () => {
    const part = view(april);
    expect(part.asOfLabel).toBe("截至2023年8月31日");
    expect(part.table.notes).toContain("截至2023年8月31日");
    expect(part.description).toMatch(/^海门区工业投资完成额。截至2023年8月31日为262亿元。目标为不少于402亿元/);
    expect(part.description).not.toContain("预测");
  });

  it("hides a forecast whose day is outside the period", () => {
    const part = view(april);
    expect(keys(part)).not.toContain("forecast");
    expect(part.ranges).toEqual([]);
    expect(part.legend.map((item) => item.key)).not.toContain("forecast-range");
    expect(part.table.columns.map((column) => column.key)).not.toContain("forecast-low");
  });

  it("hides a series in picture, legend and table, but never the reported one", () => {
    const part = view({ hide: new Set(["expected", "stretch", "reported", "revision"]) });
    expect(keys(part)).toEqual(["reported", "target", "baseline", "last-year", "forecast"]);
    expect(part.legend.map((item) => item.key)).not.toContain("stretch");
    expect(part.legend.map((item) => item.key)).not.toContain("revision");
    expect(part.table.columns.map((column) => column.key)).not.toContain("expected");
    for (const row of part.table.rows) expect(row.cells).toHaveLength(part.table.columns.length);
  });

  it("fits the axis to the visible values", () => {
    const reported = prepareTargetChart(aRevisedCumulativeChart({ lastYear: [] }));
    const part = view({ hide: new Set(["target", "stretch", "baseline", "expected", "forecast"]) }, reported);
    expect(part.y.domain[1]).toBeLessThan(402);
  });

  it("states that nothing was reported in the visible period, and draws no zero", () => {
    const part = view({ from: isoDate("2023-10-01"), to: isoDate("2023-12-31") });
    expect(part.emptyLabel).toBe("该时段内没有审核通过的进展");
    expect(part.series.find((one) => one.key === "reported")?.points).toEqual([]);
  });

  it("orders notes by day, with their sentences below the picture and the table", () => {
    const notes = [
      { on: isoDate("2023-08-10"), text: "台风停工一周" },
      { on: isoDate("2023-03-05"), text: "开工" },
      { on: isoDate("2025-01-01"), text: "不在图内" },
    ];
    const noted = view({ notes });
    expect(noted.annotations).toEqual(["① 2023年3月5日：开工", "② 2023年8月10日：台风停工一周"]);
    expect(noted.marks.filter((mark) => mark.role === "note").map((mark) => mark.label)).toEqual(["①", "②"]);
    expect(noted.table.notes).toContain("① 2023年3月5日：开工");
  });

  it("uses a custom title everywhere", () => {
    const titled = view({ title: "海门投资" });
    expect(titled.title).toBe("海门投资");
    expect(titled.table.caption).toBe("海门投资");
    expect(titled.description).toMatch(/^海门投资。2023年目标/);
  });

  it("does not change the axis of a rank or a yes-no", () => {
    for (const input of [aRankChart(), aYesNoChart()]) {
      const model = prepareTargetChart(input);
      const part = view({ from: isoDate("2023-02-01"), to: isoDate("2023-12-31") }, model);
      if (model.drawing === "plot") expect(part.y.reversed).toBe(model.y.reversed);
    }
  });

  it("hides rows of a chart with rows", () => {
    const gantt = prepareTargetChart(aMilestoneChart());
    expect(hideable(gantt).map((one) => one.key)).toEqual(["study", "land", "start", "rest"]);
    const shown = viewChart(gantt, { ...NOTHING, hide: new Set(["land"]) });
    if (shown.drawing !== "gantt") throw new Error("no gantt");
    expect(shown.rows.map((row) => row.key)).toEqual(["study", "start", "rest"]);
    expect(shown.table.rows.map((row) => row.key)).toEqual(["study", "start", "rest"]);
  });
});

describe("several targets side by side", () => {
  const frame = {
    key: "compare",
    lang: "zh-CN",
    title: "目标对比",
    asOfLabel: "截至2023年9月30日",
    sourceLabel: "",
  } as const;
  const panels = [
    whole,
    prepareTargetChart(aRankChart({ code: "A-08" })),
    prepareTargetChart(aMilestoneChart({ code: "A-09" })),
  ];
  const model = composeMultiples(panels, frame);

  it("have separate scales and share a legend without values", () => {
    expect(model.panels).toEqual(panels);
    const labels = model.legend.map((item) => item.label);
    expect(labels).toContain("目标");
    expect(labels.join().replace("预测 80% 区间", "")).not.toMatch(/\d/);
    expect(new Set(model.legend.map((item) => item.swatch)).size).toBe(model.legend.length);
  });

  it("are called by what they measure and by their target, in heading and table", () => {
    const named = (code: string, title: string, name = "工业投资") =>
      prepareTargetChart(
        aRevisedCumulativeChart({ code, title, metric: { ...aRevisedCumulativeChart().metric, name } }),
      );
    const steps = prepareTargetChart(aMilestoneChart({ code: "A-04" }));
    const panels = [named("A-01", "扩大有效投资"), named("A-02", "扩大有效投资"), named("A-03", "技改扩能"), steps];
    const titles = [
      "A-01 工业投资 · 扩大有效投资",
      "A-02 工业投资 · 扩大有效投资",
      "工业投资 · 技改扩能",
      "北沿江高铁先导段开工",
    ];
    expect(panelTitles(panels)).toEqual(titles);
    const { columns, rows } = composeMultiples(panels, frame).table;
    const at = columns.findIndex(({ key }) => key === "panel");
    expect([...new Set(rows.map(({ cells }) => cells[at]?.text))]).toEqual(titles);
    expect(panels.map(({ title }) => title)).toEqual(["工业投资", "工业投资", "工业投资", "北沿江高铁先导段开工"]);
  });

  it("share one table, each row with its target and unit", () => {
    for (const row of model.table.rows) expect(row.cells).toHaveLength(model.table.columns.length);
    const september = model.table.rows.find((row) => row.key === "A-07 2023-09-30");
    expect(september?.cells.map((cell) => cell.value)).toEqual([
      "A-07",
      "海门区工业投资完成额",
      "南通日报",
      "亿元",
      "2023-09-30",
      "301",
      "301.5",
      "不少于",
      "402",
      "316.5",
      "示例数据",
      "示例数据：进展数值为演示用，并非真实数据",
      null,
    ]);
    for (const lang of ["zh-CN", "en"] as const) {
      const { columns } = composeMultiples([prepareTargetChart(aRevisedCumulativeChart({ lang }))], {
        ...frame,
        lang,
      }).table;
      const headers = columns.map(({ label }) => label);
      expect(new Set(headers).size).toBe(headers.length);
    }
    expect(model.table.rows.some((row) => row.key.startsWith("A-09"))).toBe(true);
    expect(model.table.notes).toContain("示例数据：进展数值为演示用，并非真实数据");
  });

  it("show the same period, with the notes once", () => {
    const shown = viewChart(model, {
      ...NOTHING,
      to: isoDate("2023-06-30"),
      hide: new Set(["stretch"]),
      notes: [{ on: isoDate("2023-05-01"), text: "调度会" }],
    });
    if (shown.drawing !== "multiples") throw new Error("no multiples");
    for (const panel of shown.panels) {
      if (panel.drawing !== "plot") continue;
      expect(panel.x.domain[1]).toBe(dayNumber(isoDate("2023-06-30")));
      expect(panel.series.map((one) => one.key)).not.toContain("stretch");
    }
    expect(shown.annotations).toEqual(["① 2023年5月1日：调度会"]);
  });

  it.each([
    [1, 960, { columns: 1, rows: 1 }],
    [4, 960, { columns: 2, rows: 2 }],
    [8, 960, { columns: 3, rows: 3 }],
    [3, 360, { columns: 1, rows: 3 }],
  ])("%i panels in %i pixels", (count, width, grid) => {
    expect(multiplesGrid(count, width)).toEqual(grid);
  });
});

describe("words of a reader", () => {
  const own = {
    title: "交通投资",
    source: "市统计局",
    footnote: "含高速公路。",
    notes: [{ on: isoDate("2023-06-15"), text: "调度" }],
  };

  it("are marked in title, notes, source and footnote, also in the table", () => {
    const shown = view({ ...own, isSigned: false });
    expect(shown.title).toBe("交通投资（图题由读者自拟）");
    expect(shown.table.caption).toBe("交通投资（图题由读者自拟）");
    expect(shown.annotations).toEqual(["① 2023年6月15日：调度（读者自注）", "含高速公路。（读者自注）"]);
    expect(shown.sourceLabel).toBe("来源：市统计局（读者自注）");
    expect(shown.table.notes).toEqual(expect.arrayContaining([...(shown.annotations ?? []), shown.sourceLabel]));
  });

  it("of the office are not marked", () => {
    const shown = view(own);
    const texts = [shown.title, shown.sourceLabel, ...(shown.annotations ?? [])];
    expect(texts).toEqual(["交通投资", "来源：市统计局", "① 2023年6月15日：调度", "含高速公路。"]);
  });
});

it("leaves the names of lines to the legend without labels", () => {
  const size = { width: 640, height: 420, standalone: true };
  const layout = plotLayout(view({ labels: "off" }), size);
  expect(layout.labels).toEqual([]);
  expect(layout.legend.map(({ key }) => key)).toEqual(whole.legend.map(({ key }) => key));
});

describe("the values of points", () => {
  const size = { width: 960, height: 540, standalone: true };
  const numbersOf = (model: PlotChartModel) =>
    plotLayout(model, size)
      .labels.filter(({ key }) => key.startsWith("reported "))
      .map(({ lines }) => lines.join(" "))
      .reverse();

  it.each([
    ["zh-CN", ["98", "170.5", "243.2"]],
    ["en", ["9.8", "17.05", "24.32"]],
  ] as const)(
    "are next to the points in the unit of the axis (%s), the latest in the label of its line",
    (lang, numbers) => {
      const readings = [
        aChartReading("2023-03-31", "98"),
        aChartReading("2023-05-31", "170.5"),
        aChartReading("2023-07-31", "243.204"),
        aChartReading("2023-08-31", "289.8"),
      ];
      const model = prepareTargetChart(
        aTargetChart({ lang, readings, forecast: null, revisions: [] }),
      ) as PlotChartModel;
      const shown = viewChart(model, aChartView({ labels: "points" })) as PlotChartModel;
      expect(numbersOf(shown)).toEqual(numbers);
      expect(numbersOf(model)).toEqual([]);
    },
  );

  it("are not written next to answers", () => {
    const shown = viewChart(prepareTargetChart(aYesNoChart()), aChartView({ labels: "points" })) as PlotChartModel;
    expect(numbersOf(shown)).toEqual([]);
  });
});
