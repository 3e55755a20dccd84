import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { Comparator, TargetTerms } from "@/lib/domain/targets/types";
import {
  aChartReading,
  aGrowthChart,
  aLevelChart,
  aMilestoneChart,
  aRatioChart,
  aTargetChart,
  aYesNoChart,
} from "@/testing/chart-builders";
import { aBaseline, aPlan, aTarget } from "@/testing/target-builders";
import { findingSentence } from "./chart-finding";
import type { TargetChartInput } from "./target-chart-input";
import { prepareTargetChart } from "./target-chart-model";

function sentence(input: TargetChartInput): string {
  const { finding, lang } = prepareTargetChart(input);
  return findingSentence(finding, lang);
}

/** The transport investment of the page: CNY 40.2 billion, reported until 26 September. */
function investment(lang: "zh-CN" | "en"): TargetChartInput {
  const standing = {
    light: "on-track",
    freshness: "current",
    completionRatio: 0.720995,
    gapPoints: 0.2988,
    gapValue: new Decimal("1.2"),
    judgedValue: new Decimal("289.84"),
  } as const;
  const terms = aTarget({ value: new Decimal(402) });
  return aTargetChart({ lang, terms, standing, readings: [aChartReading("2023-09-26", "289.84")] });
}

describe("the finding", () => {
  it("states promise, value, share and difference from the plan, with the light", () => {
    expect(sentence(investment("en"))).toBe(
      "2023 target at least CNY 40.2 billion; CNY 28.98 billion by 26 September (72.1%), 0.3 points ahead of plan: on track",
    );
    expect(sentence(investment("zh-CN"))).toBe(
      "2023年目标不少于402亿元；截至9月26日完成289.8亿元（完成率72.1%），快于计划进度0.3个百分点，状态：正常",
    );
    expect(prepareTargetChart(investment("en")).finding.light).toEqual({
      light: "on-track",
      label: "on track",
      isStale: false,
    });
  });

  it("states a gap beyond 100 points in the metric's unit, and none in points", () => {
    const input = investment("en");
    const far = (gapPoints: number) => ({ ...input, standing: { ...input.standing, gapPoints } });
    expect(sentence(far(-1525))).toContain("(72.1%), CNY 120 million behind plan: on track");
    expect(sentence({ ...far(1525), lang: "zh-CN" })).toContain("快于计划进度1.2亿元，");
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (gapPoints) => {
        const [, points] = /([\d.]+) points? (?:ahead|behind)/.exec(sentence(far(gapPoints))) ?? [];
        expect(Number(points ?? 0)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("says of a green light that its report is late", () => {
    const input = investment("en");
    const late = prepareTargetChart({ ...input, standing: { ...input.standing, freshness: "late" } });
    expect(late.finding.light).toEqual({ light: "on-track", label: "on track, report late", isStale: true });
  });

  it("keeps the words of the promise", () => {
    const growth = aGrowthChart();
    const about = { ...growth.terms, comparator: "about" } as const;
    expect(sentence(aGrowthChart({ terms: about, lang: "en" }))).toContain(
      "2023 target about 27%; 28.1% on 30 September",
    );
    expect(sentence(aGrowthChart({ terms: about }))).toContain("2023年目标27%左右；9月30日为28.1%");
    expect(sentence(aGrowthChart({ lang: "en" }))).toContain("1.1 points better than the target");
    expect(sentence(aRatioChart({ lang: "en" }))).toBe(
      "2023 target between 60% and 70%; 65% on 30 September, within the range: on track",
    );
    expect(sentence(aLevelChart())).toBe(
      "2023年目标不超过40千克标准煤；9月30日为44.2千克标准煤（完成率65%），慢于计划进度1.2千克标准煤，状态：滞后",
    );
  });

  it("says above or below, not ahead or behind, of a total with two sides, a range or a limit", () => {
    const total =
      (comparator: Comparator, value: number, upperValue: number | null = null) =>
      (lang: "zh-CN" | "en") =>
        sentence(
          aTargetChart({
            lang,
            metric: { name: "新建公路", unit: "公里", unitEn: null, kind: "cumulative", precision: 0 },
            terms: aTarget({
              comparator,
              direction: comparator === "at-most" ? "decrease" : "increase",
              value: new Decimal(1000),
              upperValue: upperValue === null ? null : new Decimal(upperValue),
            }),
            readings: [aChartReading("2023-03-31", value)],
          }),
        );
    expect(total("equal", 343)("zh-CN")).toContain("，高于计划进度9.3个百分点，");
    expect(total("equal", 343)("en")).toContain(", 9.3 points above plan:");
    expect(total("equal", 200)("zh-CN")).toContain("，低于计划进度5个百分点，");
    expect(total("at-most", 300)("zh-CN")).toContain("，高于计划进度5个百分点，");
    expect(total("at-most", 120)("en")).toContain(", 13 points below plan:");
    expect(total("about", 343)("en")).toContain(", 7.7 points above the planned range:");
    expect(total("between", 500, 1200)("zh-CN")).toContain("，高于计划进度区间16.7个百分点，");
    expect(total("between", 280, 1200)("en")).toContain(", within the planned range:");
    expect(total("at-least", 343)("en")).toContain(", 9.3 points ahead of plan:");
    expect(total("at-least", 200)("zh-CN")).toContain("，慢于计划进度5个百分点，");
  });

  it("says on which side of the limit, the range or the tolerance a value is", () => {
    const state = (changes: Partial<TargetTerms>, value: number) => (lang: "zh-CN" | "en") =>
      sentence(
        aGrowthChart({
          lang,
          terms: aTarget({ kind: "growth", plan: aPlan({ shape: "flat" }), ...changes }),
          readings: [aChartReading("2023-06-30", value)],
        }),
      );
    const limit = { comparator: "at-most", direction: "decrease", value: new Decimal(5) } as const;
    expect(state(limit, 5.6)("en")).toContain(", 0.6 points above the limit:");
    expect(state(limit, 5.6)("zh-CN")).toContain("，高于上限0.6个百分点，");
    expect(state(limit, 4.6)("en")).toContain(", 0.4 points below the limit:");
    expect(state(limit, 5)("en")).toContain(", on target:");
    expect(state({ ...limit, comparator: "less-than" }, 5)("en")).toContain(", level with the target:");
    const range = { comparator: "between", value: new Decimal(60), upperValue: new Decimal(70) } as const;
    expect(state(range, 125)("en")).toContain(", 55 points above the range:");
    expect(state(range, 55)("zh-CN")).toContain("，低于目标区间5个百分点，");
    const about = { comparator: "about", value: new Decimal(27) } as const;
    expect(state(about, 23.4)("en")).toContain(", 2.3 points below the tolerated range:");
    expect(state(about, 26)("zh-CN")).toContain("，在允许偏差范围内，");
    expect(state({ comparator: "equal", value: new Decimal(27) }, 28)("zh-CN")).toContain("，高于目标1个百分点，");
    expect(state({ value: new Decimal(27) }, 26)("en")).toContain(", 1 point short of the target:");
  });

  it("says that a climb went beyond its upper limit", () => {
    const terms = {
      ...aLevelChart().terms,
      direction: "increase",
      comparator: "about",
      value: new Decimal(80),
    } as const;
    const climb = (value: number) =>
      sentence(aLevelChart({ lang: "en", terms, readings: [aChartReading("2023-06-30", value)] }));
    expect(climb(90)).toMatch(/, .*6.*above the tolerated range:/);
    expect(climb(60)).toMatch(/ behind plan:/);
  });

  it("counts the steps of a milestone, and those that are overdue", () => {
    expect(sentence(aMilestoneChart({ lang: "en" }))).toBe(
      "2023 target: all 4 steps done; 2 of 4 steps by 30 September, 1 step overdue: far behind",
    );
    expect(sentence(aYesNoChart({ lang: "en" }))).toContain("2023 target: done; done as of 30 September");
    const open = aYesNoChart({ today: isoDate("2023-04-10") });
    expect(sentence(open)).toContain("；截至3月31日尚未办成");
    expect(sentence({ ...open, lang: "en" })).toContain("; not done as of 31 March");
  });

  it("names the steps past their dates on the day of view, reported or not", () => {
    const later = aMilestoneChart({ lang: "en", today: isoDate("2024-01-10") });
    expect(sentence(later)).toContain(", 1 step overdue, 1 more past its date, not yet reported:");
    expect(sentence({ ...later, lang: "zh-CN" })).toContain("，1个节点逾期，另有1个已过计划日期，尚未报送，");
    const readings = [aChartReading("2023-03-30", null, { completedSteps: [] })];
    expect(sentence(aMilestoneChart({ lang: "en", readings }))).toContain(
      ", 3 steps past their dates, not yet reported:",
    );
  });

  it("says that there is no figure, or no value", () => {
    const terms = aTarget({ kind: "ratio", value: null, baseline: aBaseline(55) });
    expect(sentence(aTargetChart({ terms, needsNoReport: true, lang: "en" }))).toBe(
      "2023 target value not set; no report expected: not assessed",
    );
    expect(sentence(aTargetChart({ lang: "zh-CN" }))).toBe("2023年目标不少于100亿元；尚无审核通过的进展，状态：未报送");
  });

  it("names the year of a value from another year", () => {
    const readings = [aChartReading("2022-12-31", 20)];
    expect(sentence(aTargetChart({ readings, lang: "en", today: isoDate("2023-02-01") }))).toContain("by 31 Dec 2022");
  });
});

describe("an empty chart", () => {
  it("says why, and keeps the axis of its metric", () => {
    const terms = aTarget({ kind: "ratio", value: null, baseline: aBaseline(55) });
    const metric = { name: "占比", unit: "%", unitEn: null, kind: "ratio", precision: 1 } as const;
    const model = prepareTargetChart(aTargetChart({ terms, metric, needsNoReport: true }));
    expect(model.emptyLabel).toBe("2023年目标值未设定，无需报送");
    expect(model.drawing === "plot" && model.y.domain).toEqual([0, 100]);
  });
});

describe("the title", () => {
  it("is the metric's name where the target's title does not contain it; the title is then named below", () => {
    const metric = { name: "新开工项目数", unit: "个", unitEn: null, kind: "cumulative", precision: 0 } as const;
    const other = prepareTargetChart(aTargetChart({ metric }));
    expect([other.title, other.identityLabel]).toEqual(["新开工项目数", "A-07 · 海门区工业投资完成额 · 海门区"]);
    const same = prepareTargetChart(aTargetChart());
    expect([same.title, same.identityLabel]).toEqual(["海门区工业投资完成额", "A-07 · 海门区"]);
  });
});

describe("a step", () => {
  const rowsOf = (input: TargetChartInput) => {
    const model = prepareTargetChart(input);
    if (model.drawing !== "gantt") throw new Error("not a gantt");
    return model;
  };

  it("prints its due date, its actual date and the days between them", () => {
    expect(rowsOf(aMilestoneChart({ lang: "en" })).rows.map(({ detail }) => detail)).toEqual([
      "due 31 Mar, done 20 Mar",
      "due 31 May, done 12 Jul, 42 days late",
      "due 31 Aug, 30 days late",
      "due 31 Dec",
    ]);
    expect(rowsOf(aMilestoneChart()).rows[2]?.detail).toBe("计划8月31日，逾期30天");
  });

  it("says that nothing is reported since its date, and runs until the day of view after the due date", () => {
    const late = rowsOf(aMilestoneChart({ lang: "en", today: isoDate("2024-03-31") }));
    expect(late.rows[3]?.detail).toBe("due 31 Dec, 91 days late, not yet reported");
    expect(late.rows.map(({ isUnreported }) => isUnreported)).toEqual([false, false, false, true]);
    expect(late.x.domain[1]).toBe(late.marks[0]?.x);
    expect(late.marks[0]).toMatchObject({ on: "2024-03-31", label: "Cut-off" });
  });
});
