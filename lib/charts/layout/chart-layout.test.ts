import { describe, expect, it } from "vitest";
import { tickLabel, timeAxis, valueAxis } from "@/lib/charts/model/chart-axes";
import { preparePlotChart } from "@/lib/charts/model/plot-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { aRevisedCumulativeChart, aTargetChart } from "@/testing/chart-builders";
import { fittingTicks, plotLayout } from "./plot-layout";
import { fitText, textWidth, wrapText } from "./text-width";

const LONG =
  "海门区工业投资完成额，标题特别长，用来检验在窄图中能否正确换行而不会超出图片边界，并在放不下时以省略号结束";

describe("text", () => {
  it("is truncated with an ellipsis", () => {
    expect(fitText("海门区工业投资", 50, 10)).toBe("海门区工…");
    expect(fitText("海门区", 50, 10)).toBe("海门区");
  });

  it("breaks between Chinese characters, never before a comma", () => {
    expect(wrapText("海门区，工业投资", 30, 10, 3)).toEqual(["海门", "区，工", "业投资"]);
    expect(wrapText("Industrial investment", 80, 10, 2)).toEqual(["Industrial", "investment"]);
    expect(wrapText("Industrial investment completed", 80, 10, 2)[1]).toMatch(/^investment.*…$/);
  });
});

describe("axes", () => {
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
    expect(three.ticks[0]?.label).toBe("Mar 2022");
    const ten = timeAxis(isoDate("2016-01-01"), isoDate("2025-12-31"), "zh-CN");
    expect(ten.ticks.map((tick) => tick.label)[0]).toBe("2016年");
    expect(ten.ticks).toHaveLength(10);
  });

  it("drop overlapping tick labels", () => {
    const axis = timeAxis(isoDate("2023-01-01"), isoDate("2023-12-31"), "zh-CN");
    expect(fittingTicks(axis, 600)).toHaveLength(12);
    const few = fittingTicks(axis, 150);
    expect(few.length).toBeLessThan(7);
    expect(few.at(-1)?.label).toBe("12月");
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
