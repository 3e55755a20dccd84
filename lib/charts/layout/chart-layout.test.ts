import { Decimal } from "decimal.js";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { rankAxis, tickLabel, timeAxis, valueAxis } from "@/lib/charts/model/chart-axes";
import { preparePlotChart } from "@/lib/charts/model/plot-model";
import type { TargetChartInput } from "@/lib/charts/model/target-chart-input";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { ChartFigure } from "@/lib/charts/svg/chart-figure";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { getTranslator } from "@/lib/i18n/translator";
import {
  aChartReading,
  aLevelChart,
  aMilestoneChart,
  aRevisedCumulativeChart,
  aTargetChart,
} from "@/testing/chart-builders";
import { aTarget } from "@/testing/target-builders";
import { fittingTicks } from "./axis-ticks";
import { plotLayout } from "./plot-layout";
import { fitText, textWidth, wrapText } from "./text-width";

const LONG =
  "海门区工业投资完成额，标题特别长，用来检验在窄图中能否正确换行而不会超出图片边界，并在放不下时以省略号结束";

describe("text", () => {
  it("is truncated with an ellipsis", () => {
    expect(fitText("海门区工业投资", 50, 10)).toBe("海门区工…");
    expect(fitText("海门区", 50, 10)).toBe("海门区");
  });

  it("breaks between Chinese words, never before a comma, and inside a word only where it is wider than the line", () => {
    expect(wrapText("海门区，工业投资", 40, 10, 3)).toEqual(["海门区，", "工业投资"]);
    expect(wrapText("海门区，工业投资", 20, 10, 4)).toEqual(["海门", "区，", "工业", "投资"]);
    const title = "规划建设中瑞(如皋)智能制造合作创新园、中日南通新时代产业合作园;加快建设启东-吴江高端制造产业园";
    expect(wrapText(title, 560, 15, 2)).toEqual([
      "规划建设中瑞(如皋)智能制造合作创新园、中日南通新时代产业合作园;加快建设",
      "启东-吴江高端制造产业园",
    ]);
    expect(wrapText("Industrial investment", 80, 10, 2)).toEqual(["Industrial", "investment"]);
    expect(wrapText("Industrial investment completed", 80, 10, 2)[1]).toMatch(/^investment.*…$/);
  });
});

it("keeps a word and its number on one line", () => {
  const counts = "共31项：已完成1项、超前3项、正常11项、滞后3项";
  expect(wrapText(counts, 226, 12, 2)).toEqual(["共31项：已完成1项、超前3项、", "正常11项、滞后3项"]);
});

it("never leaves a single sign on the last line, and gives titles lines of about one length", () => {
  expect(wrapText("大交通完成投资总额", 80, 10, 2)).toEqual(["大交通完成", "投资总额"]);
  const title = "Visits to multinationals' headquarters and other bodies in Shanghai";
  expect(wrapText(title, 420, 15, 2)).toEqual([
    "Visits to multinationals' headquarters and other bodies",
    "in Shanghai",
  ]);
  expect(wrapText(title, 420, 15, 2, true)).toEqual([
    "Visits to multinationals' headquarters",
    "and other bodies in Shanghai",
  ]);
});

it("measures the signs of units as narrow", () => {
  expect(textWidth("µg/m³", 10)).toBeLessThan(33);
  expect(textWidth("°C", 10)).toBeLessThan(12);
  expect(textWidth("—", 10)).toBe(10);
});

describe("axes", () => {
  it("have ticks only at whole numbers where they count", () => {
    const at = (metric: TargetChartInput["metric"]) => {
      const readings = [aChartReading("2023-03-31", 1)];
      const model = preparePlotChart(aTargetChart({ metric, readings, terms: aTarget({ value: new Decimal(2) }) }));
      return model.y.ticks.map(({ label }) => label);
    };
    expect(at({ name: "开工项目", unit: "个", unitEn: null, kind: "cumulative", precision: 0 })).toEqual([
      "0",
      "1",
      "2",
    ]);
    expect(at({ name: "投资", unit: "亿元", unitEn: null, kind: "cumulative", precision: 1 })).toContain("0.5");
  });

  it("always name the promised place and the latest one", () => {
    const label = (place: number) => `${place}`;
    const far = rankAxis([5, 23, 40], label, [7, 23]);
    expect(far.ticks.map((tick) => tick.at)).toEqual(expect.arrayContaining([1, 7, 23]));
    for (const [index, tick] of far.ticks.entries()) {
      expect(tick.at - (far.ticks[index - 1]?.at ?? -9)).toBeGreaterThan(2.5);
    }
    expect(rankAxis([2, 5], label, [2, 5]).ticks.map((tick) => tick.at)).toEqual([1, 2, 3, 4, 5]);
  });

  it("label as many decimals as the step needs, and are compact from ten million", () => {
    expect(tickLabel(0.5, 0.5, "zh-CN")).toBe("0.5");
    expect(tickLabel(1200000, 200000, "en")).toBe("1,200,000");
    expect(tickLabel(20000000, 5000000, "zh-CN")).toBe("2000万");
    expect(tickLabel(-2, 2, "en")).toBe("−2");
  });

  it("support a single value, no value, and zero", () => {
    expect(valueAxis([5], true, "en").domain).toEqual([0, 6]);
    expect(valueAxis([], true, "en").domain[1]).toBeGreaterThan(0);
    expect(valueAxis([0], false, "en").domain).toEqual([0, 1.2]);
  });

  it("label year and month over several years, and only years over many", () => {
    const three = timeAxis(isoDate("2022-01-01"), isoDate("2024-12-31"), "en");
    expect(three.ticks[0]?.label).toBe("Q1 2022");
    const ten = timeAxis(isoDate("2016-01-01"), isoDate("2025-12-31"), "zh-CN");
    expect(ten.ticks.map((tick) => tick.label)[0]).toBe("2016年");
    expect(ten.ticks).toHaveLength(10);
  });

  it("name a month in the middle of its band, between its grid lines", () => {
    const { domain, ticks } = timeAxis(isoDate("2023-01-01"), isoDate("2023-12-31"), "en");
    expect(ticks[0]).toEqual({ at: 19388, label: "Jan", labelAt: 19372.5 });
    expect([domain[0], ticks.at(-1)?.at]).toEqual([19357, domain[1]]);
    const years = timeAxis(isoDate("2016-01-01"), isoDate("2025-12-31"), "en").ticks;
    for (const [index, tick] of years.entries()) {
      expect(tick.labelAt).toBeGreaterThan(years[index - 1]?.at ?? 0);
      expect(tick.labelAt).toBeLessThan(tick.at);
    }
  });

  it("are marked as broken only if they leave out zero", () => {
    expect([valueAxis([24, 31], false, "en").isBroken, valueAxis([0, 31], true, "en").isBroken]).toEqual([true, false]);
    expect(valueAxis([-3, 20], false, "en").isBroken).toBe(false);
  });

  it("drop overlapping tick labels", () => {
    const axis = timeAxis(isoDate("2023-01-01"), isoDate("2023-12-31"), "zh-CN");
    expect(fittingTicks(axis, 600)).toHaveLength(12);
    const few = fittingTicks(axis, 150);
    expect(few.length).toBeLessThan(7);
    expect(few.at(-1)?.label).toBe("12月");
  });
});

describe("the cut-off", () => {
  const LONG_UNIT = "千克标准煤/万元地区生产总值（2020年可比价）";
  const inputs: readonly [string, TargetChartInput][] = [
    ["without data in January", aTargetChart({ today: isoDate("2023-01-05") })],
    ["on the first day", aTargetChart({ today: isoDate("2023-01-01") })],
    [
      "with a long unit",
      aLevelChart({ metric: { name: "能耗", unit: LONG_UNIT, unitEn: null, kind: "level", precision: 1 } }),
    ],
    ["with steps", aMilestoneChart()],
  ];

  it.each(inputs)("is in every figure %s, apart from the unit", (_, input) => {
    for (const lang of ["zh-CN", "en"] as const) {
      for (const [width, standalone] of [280, 320, 390, 480, 960].flatMap(
        (one) =>
          [
            [one, true],
            [one, false],
          ] as const,
      )) {
        const model = prepareTargetChart({ ...input, lang });
        const props = { model, width, height: 420, standalone, theme: "screen" } as const;
        const svg = renderToStaticMarkup(createElement(ChartFigure, props));
        const label = `${getTranslator(lang)("chart.cutOff")} ${formatIsoDate(input.today, lang)}`;
        const [, x, y] = new RegExp(`<text x="([\\d.]+)" y="([\\d.-]+)"[^>]*>${label}<`).exec(svg) ?? [];
        expect(x, `${lang} ${width}`).toBeDefined();
        const half = textWidth(label, 11) / 2;
        expect(Number(x) - half).toBeGreaterThanOrEqual(-0.01);
        expect(Number(x) + half).toBeLessThanOrEqual(width);
        expect(Number(y)).toBeGreaterThan(8);
        const { unitLabel } = model;
        const [, left, unitY] =
          new RegExp(`<text x="([\\d.]+)" y="([\\d.-]+)"[^>]*>${unitLabel.slice(0, 6)}`).exec(svg) ?? [];
        if (unitLabel === "" || unitY !== y) continue;
        expect(Number(x) - half).toBeGreaterThan(Number(left) + textWidth(unitLabel, 11));
      }
    }
  });
});

describe("the layout of a file", () => {
  it.each([
    [240, 160],
    [480, 320],
    [960, 540],
  ])("keeps every word inside %i × %i", (width, height) => {
    const model = preparePlotChart(aRevisedCumulativeChart({ title: LONG }));
    const layout = plotLayout(model, { width, height, standalone: true });
    for (const text of layout.texts) {
      expect(text.x + textWidth(text.text, text.size), text.text).toBeLessThanOrEqual(width);
      expect(text.y, text.text).toBeLessThanOrEqual(height);
    }
    for (const item of layout.legend) expect(item.x + 28 + textWidth(item.label, 11)).toBeLessThanOrEqual(width);
    expect(layout.texts.some((text) => text.text.includes("示例数据"))).toBe(true);
    expect(layout.texts.map((text) => text.y)).toEqual(layout.texts.map((text) => text.y).toSorted((a, b) => a - b));
  });

  it("contains only the plot for a figure on a page", () => {
    const model = preparePlotChart(aTargetChart());
    expect(plotLayout(model, { width: 480, height: 320, standalone: false }).texts).toEqual([]);
  });
});
