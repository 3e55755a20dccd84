import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assessTarget } from "@/lib/domain/targets/assess";
import { GAP_MEASURES } from "@/lib/domain/targets/assessment";
import { DEFAULT_RULES, STRICT_RULES } from "@/lib/domain/targets/rule-sets";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { aBaseline, aPlan, aReading, aTarget } from "@/testing/target-builders";

const light = (terms: TargetTerms, reading: Reading | null) =>
  assessTarget(terms, reading === null ? [] : [reading], DEFAULT_RULES).light;
const strictLight = (terms: TargetTerms, reading: Reading) =>
  assessTarget(terms, reading === null ? [] : [reading], STRICT_RULES).light;
const D = (value: number | string) => new Decimal(value);

describe("worked examples", () => {
  it("15.4 % at the end of February is behind a linear plan", () => {
    const assessment = assessTarget(aTarget(), [aReading("2023-02-28", "15.4")], STRICT_RULES);
    expect(assessment).toEqual({
      completionRatio: { known: true, value: 0.154 },
      expectedRatio: { known: true, value: 0.166667 },
      gapPoints: { known: true, value: -1.2667 },
      gapValue: { known: true, value: new Decimal("-1.266667") },
      judgedValue: { known: true, value: new Decimal("15.4") },
      met: { known: true, value: false },
      light: "behind",
      basis: {
        decider: "bands",
        formula: "way",
        startValue: new Decimal(0),
        isExpectedAtOnce: false,
        isHeadroom: false,
        bounds: { measure: "points", aheadFrom: 5, onTrackFrom: 0, behindFrom: -15 },
      },
    });
    expect(light(aTarget(), aReading("2023-02-28", "15.4"))).toBe("on-track");
  });

  it("15.4 % is on track against a last-year plan with 15 %", () => {
    const plan = aPlan({
      shape: "last-year",
      points: [
        { on: isoDate("2023-01-31"), ratio: 0.06 },
        { on: isoDate("2023-02-28"), ratio: 0.15 },
        { on: isoDate("2023-06-30"), ratio: 0.52 },
      ],
    });
    const assessment = assessTarget(aTarget({ plan }), [aReading("2023-02-28", "15.4")], STRICT_RULES);
    expect(assessment.gapPoints).toEqual({ known: true, value: 0.4 });
    expect(assessment.light).toBe("on-track");
  });

  it("the strict rule set expects 11/12 at the end of November", () => {
    expect(strictLight(aTarget(), aReading("2023-11-30", 91))).toBe("behind");
    expect(strictLight(aTarget(), aReading("2023-11-30", 92))).toBe("on-track");
    expect(light(aTarget(), aReading("2023-11-30", 91))).toBe("on-track");
  });

  it("a total of 402 亿元 starts at 0, not at last year's 316.5", () => {
    const investment = aTarget({ comparator: "equal", orBetter: true, value: D(402), baseline: aBaseline("316.5") });
    const assessment = assessTarget(investment, [aReading("2023-06-30", 201)], DEFAULT_RULES);
    expect(assessment.completionRatio).toEqual({ known: true, value: 0.5 });
    expect(assessment.gapPoints).toEqual({ known: true, value: 0 });
    expect(light(investment, aReading("2023-06-30", "316.5"))).toBe("ahead");
  });

  it("a falling level starts at its baseline", () => {
    const dust = aTarget({
      kind: "level",
      direction: "decrease",
      comparator: "at-most",
      value: D(30),
      baseline: aBaseline(40),
    });
    const assessment = assessTarget(dust, [aReading("2023-06-30", 36)], DEFAULT_RULES);
    expect(assessment.completionRatio).toEqual({ known: true, value: 0.4 });
    expect(assessment.gapPoints).toEqual({ known: true, value: -10 });
    expect(assessment.light).toBe("behind");
    expect(light(dust, aReading("2023-06-30", 30))).toBe("ahead");
    expect(light(dust, aReading("2023-12-31", 29))).toBe("achieved");
    expect(assessTarget(dust, [aReading("2023-06-30", 42)], DEFAULT_RULES).completionRatio).toEqual({
      known: true,
      value: -0.2,
    });
  });

  it("a rank of 2 with a stretch of 1 (保二争一) is judged by the place", () => {
    const rank = aTarget({ kind: "rank", comparator: "within-rank", value: D(2), stretchValue: D(1) });
    const lights = [1, 2, 3, 4].map((place) => light(rank, aReading("2023-06-30", place)));
    expect(lights).toEqual(["ahead", "on-track", "behind", "far-behind"]);
    const atDue = [1, 2, 3].map((place) => light(rank, aReading("2023-12-31", place)));
    expect(atDue).toEqual(["achieved", "achieved", "far-behind"]);
    const { completionRatio, gapPoints } = assessTarget(rank, [aReading("2023-06-30", 1)], DEFAULT_RULES);
    expect(completionRatio).toEqual({ known: false, reason: "not-a-percentage" });
    expect(gapPoints).toEqual({ known: false, reason: "not-a-percentage" });
    expect(light(rank, aReading("2023-06-30", 0))).toBe("no-report");
    expect(light(rank, aReading("2023-06-30", "1.5"))).toBe("no-report");
  });

  it("31 of at least 30 is achieved, with a completion above 1", () => {
    const assessment = assessTarget(aTarget({ value: D(30) }), [aReading("2023-09-30", 31)], DEFAULT_RULES);
    expect(assessment.light).toBe("achieved");
    expect(assessment.completionRatio).toEqual({ known: true, value: 1.033333 });
  });
});

describe("bands", () => {
  it.each([
    [55, "ahead"],
    [54.9999, "on-track"],
    [45, "on-track"],
    [44.9999, "behind"],
    [35, "behind"],
    [34.9999, "far-behind"],
    [-10, "far-behind"],
  ])("puts %d of 100 at mid-year into %s", (value, expected) => {
    expect(light(aTarget(), aReading("2023-06-30", value))).toBe(expected);
  });

  it("is far behind on the due date when not met", () => {
    expect(light(aTarget(), aReading("2023-12-31", 99))).toBe("far-behind");
    expect(light(aTarget({ comparator: "more-than" }), aReading("2023-12-31", 100))).toBe("far-behind");
  });
});

describe("comparators", () => {
  it("equal 88 is met by a larger count only where the author says so", () => {
    const projects = aTarget({ comparator: "equal", value: D(88) });
    expect(light(projects, aReading("2023-10-31", 73))).toBe("on-track");
    expect(light(projects, aReading("2023-12-31", 88))).toBe("achieved");
    expect(light(projects, aReading("2023-12-31", 89))).toBe("far-behind");
    const orMore = { ...projects, orBetter: true };
    expect(light(orMore, aReading("2023-10-31", 89))).toBe("achieved");
    expect(light(orMore, aReading("2023-12-31", 87))).toBe("far-behind");
  });

  it("about 27 % or better is met from 5 % below the figure up", () => {
    const growth = aTarget({
      kind: "growth",
      comparator: "about",
      orBetter: true,
      value: D(27),
      baseline: aBaseline(12),
    });
    expect(light(growth, aReading("2023-06-30", "25.65"))).toBe("on-track");
    expect(light(growth, aReading("2023-06-30", "25.64"))).toBe("behind");
    expect(light(growth, aReading("2023-06-30", 29))).toBe("ahead");
    expect(light(growth, aReading("2023-12-31", 27))).toBe("achieved");
    expect(assessTarget(growth, [aReading("2023-06-30", 27)], DEFAULT_RULES).completionRatio).toEqual({
      known: true,
      value: 1,
    });
  });

  it("about 3 % is a band on both sides, as wide as its tolerance", () => {
    const prices = aTarget({ kind: "growth", comparator: "about", value: D(3) });
    const lights = ["0.2", "2.7", "2.85", "3.15", "3.2", "4"].map((value) =>
      light(prices, aReading("2023-06-30", value)),
    );
    expect(lights).toEqual(["far-behind", "behind", "on-track", "on-track", "behind", "far-behind"]);
    const wider = { ...prices, tolerance: D("0.5") };
    expect(light(wider, aReading("2023-12-31", "2.5"))).toBe("achieved");
    expect(light(wider, aReading("2023-12-31", "3.6"))).toBe("far-behind");
  });

  it("a climb to about 100 that goes too far is not ahead", () => {
    const level = aTarget({ kind: "level", comparator: "about", value: D(100), baseline: aBaseline(60) });
    const lights = [70, 80, 104, 107, 120].map((value) => light(level, aReading("2023-06-30", value)));
    expect(lights).toEqual(["far-behind", "on-track", "ahead", "behind", "far-behind"]);
    expect(light(level, aReading("2023-12-31", 105))).toBe("achieved");
    expect(light(level, aReading("2023-12-31", 106))).toBe("far-behind");
  });

  it("a cumulative at-most is a budget", () => {
    const budget = aTarget({ direction: "decrease", comparator: "at-most" });
    const assessment = assessTarget(budget, [aReading("2023-06-30", 60)], DEFAULT_RULES);
    expect(assessment.completionRatio).toEqual({ known: true, value: 0.6 });
    expect(assessment.gapPoints).toEqual({ known: true, value: -10 });
    expect(assessment.light).toBe("behind");
    expect(light(budget, aReading("2023-06-30", 40))).toBe("ahead");
    expect(light(budget, aReading("2023-06-30", 50))).toBe("on-track");
    expect(light(budget, aReading("2023-11-30", 101))).toBe("far-behind");
    expect(light(budget, aReading("2023-12-31", 100))).toBe("achieved");
    expect(light({ ...budget, comparator: "less-than" }, aReading("2023-12-31", 100))).toBe("far-behind");
    expect(light({ ...budget, value: D(0) }, aReading("2023-06-30", 0))).toBe("on-track");
    expect(light({ ...budget, value: D(0) }, aReading("2023-06-30", 1))).toBe("far-behind");
  });

  it("a ratio between two figures is judged by whether it is inside", () => {
    const share = aTarget({ kind: "ratio", comparator: "between", value: D(30), upperValue: D(35) });
    expect(light(share, aReading("2023-06-30", 32))).toBe("on-track");
    expect(light(share, aReading("2023-06-30", 36))).toBe("behind");
    expect(light(share, aReading("2023-06-30", 41))).toBe("far-behind");
    expect(light(share, aReading("2023-12-31", 30))).toBe("achieved");
    expect(light(share, aReading("2023-12-31", 29))).toBe("far-behind");
    expect(light({ ...share, upperValue: null }, aReading("2023-06-30", 32))).toBe("unset");
  });

  it("a total may grow into its range but not beyond it", () => {
    const range = aTarget({ comparator: "between", value: D(100), upperValue: D(120) });
    expect(light(range, aReading("2023-06-30", 50))).toBe("on-track");
    expect(light(range, aReading("2023-06-30", 30))).toBe("far-behind");
    expect(light(range, aReading("2023-11-30", 100))).toBe("on-track");
    expect(light(range, aReading("2023-03-31", 75))).toBe("far-behind");
    expect(assessTarget(range, [aReading("2023-03-31", 75)], DEFAULT_RULES)).toMatchObject({
      gapPoints: { value: -37.5 },
      gapValue: { value: D(-45) },
    });
    expect(light(range, aReading("2023-12-30", 101))).toBe("on-track");
    expect(light(range, aReading("2023-11-30", 121))).toBe("far-behind");
    expect(light(range, aReading("2023-12-31", 110))).toBe("achieved");
  });
});

describe("a figure of zero", () => {
  it("zero accidents is missed by one accident, whatever the metric's direction", () => {
    for (const comparator of ["equal", "about"] as const) {
      for (const direction of ["increase", "decrease"] as const) {
        const accidents = aTarget({ comparator, direction, value: D(0) });
        expect(light(accidents, aReading("2023-06-30", 0))).toBe("on-track");
        expect(light(accidents, aReading("2023-06-30", 3))).toBe("far-behind");
        expect(light(accidents, aReading("2023-12-31", 7))).toBe("far-behind");
        expect(light(accidents, aReading("2023-12-31", 0))).toBe("achieved");
      }
    }
  });

  it("is reached from the side of its baseline: arrears from 100 down, a balance from −50 up", () => {
    const arrears = aTarget({ kind: "level", comparator: "equal", value: D(0), baseline: aBaseline(100) });
    const assessment = assessTarget(arrears, [aReading("2023-06-30", 40)], DEFAULT_RULES);
    expect(assessment.completionRatio).toEqual({ known: true, value: 0.6 });
    expect(assessment.met).toEqual({ known: true, value: false });
    expect(assessment.light).toBe("ahead");
    expect(light(arrears, aReading("2023-12-31", 1))).toBe("far-behind");
    expect(light(arrears, aReading("2023-12-31", 0))).toBe("achieved");
    const balance = { ...arrears, baseline: aBaseline(-50) };
    expect(light(balance, aReading("2023-06-30", -40))).toBe("far-behind");
    expect(light(balance, aReading("2023-06-30", -25))).toBe("on-track");
    expect(light(balance, aReading("2023-12-31", 0))).toBe("achieved");
    expect(light(balance, aReading("2023-12-31", 3))).toBe("far-behind");
    expect(light({ ...balance, orBetter: true }, aReading("2023-12-31", 3))).toBe("achieved");
  });

  it("less than zero with planned values is on track below zero and far behind from zero on, in any measure", () => {
    const planned = { on: isoDate("2023-06-30"), value: new Decimal(0) };
    const terms = aTarget({
      comparator: "less-than",
      value: new Decimal(0),
      plan: aPlan({ shape: "values", values: [planned] }),
    });
    for (const measure of GAP_MEASURES) {
      const bounds = { aheadFrom: 5, onTrackFrom: -5, behindFrom: -10, measure };
      const rules = { ...DEFAULT_RULES, kinds: { cumulative: bounds } };
      expect(assessTarget(terms, [aReading("2023-06-30", -1)], rules).light, measure).toBe("on-track");
      expect(assessTarget(terms, [aReading("2023-06-30", 0)], rules).light, measure).toBe("far-behind");
    }
  });

  it("is met only by zero without a baseline", () => {
    const balance = aTarget({ kind: "level", comparator: "equal", value: D(0) });
    expect(light(balance, aReading("2023-06-30", -20))).toBe("far-behind");
    expect(light(balance, aReading("2023-06-30", 20))).toBe("far-behind");
    expect(light(balance, aReading("2023-06-30", 0))).toBe("on-track");
  });
});

describe("a closed target", () => {
  it.each([
    ["not-completed", "missed"],
    ["partly-completed", "missed"],
    ["completed", "achieved"],
  ] as const)("closed as %s is %s, whatever was reported", (verdict, expected) => {
    const closed = aTarget({ state: "closed", verdict });
    expect(light(closed, aReading("2023-06-30", 90))).toBe(expected);
    expect(light(closed, null)).toBe(expected);
    expect(assessTarget(closed, [aReading("2023-06-30", 90)], DEFAULT_RULES).gapPoints).toEqual({
      known: true,
      value: 40,
    });
  });
});

describe("levels and ratios", () => {
  it("judges a level without a baseline against the figure itself: 73 % of a 95 % standard is far behind", () => {
    const standard = aTarget({ kind: "level", value: D(95) });
    const assessment = assessTarget(standard, [aReading("2023-08-31", 73)], DEFAULT_RULES);
    expect(assessment.completionRatio).toEqual({ known: true, value: 0.768421 });
    expect(assessment.expectedRatio).toEqual({ known: true, value: 1 });
    expect(assessment.gapPoints).toEqual({ known: true, value: -23.1579 });
    expect(assessment.light).toBe("far-behind");
    expect(light(standard, aReading("2023-08-31", 94))).toBe("behind");
    expect(light(standard, aReading("2023-08-31", 95))).toBe("on-track");
    expect(light(standard, aReading("2023-12-31", 95))).toBe("achieved");
    const ratio = aTarget({ kind: "ratio", value: D(95) });
    expect(light(ratio, aReading("2023-08-31", 73))).toBe("far-behind");
    const grain = aTarget({ kind: "level", value: D(13000), plan: aPlan({ shape: "points" }) });
    expect(light(grain, aReading("2023-08-31", 12900))).toBe("behind");
    expect(light(grain, aReading("2023-08-31", 13100))).toBe("on-track");
  });

  it("a ratio without a baseline is never green below its figure", () => {
    const share = aTarget({ kind: "ratio", value: D(50) });
    const at = (numerator: number) => aReading("2023-06-30", null, { numerator: D(numerator), denominator: D(100) });
    expect([45, 49, 50, 53].map((n) => light(share, at(n)))).toEqual(["behind", "behind", "on-track", "ahead"]);
    expect(light(share, at(42))).toBe("far-behind");
  });

  it("a ratio with a baseline starts there and can be lost until the due date", () => {
    const share = aTarget({ kind: "ratio", value: D(60), baseline: aBaseline(50) });
    expect(light(share, aReading("2023-06-30", 55))).toBe("on-track");
    expect(light(share, aReading("2023-06-30", 61))).toBe("ahead");
    expect(light(share, aReading("2023-12-31", 61))).toBe("achieved");
  });

  it("a level already at its target is judged by whether it is met", () => {
    const level = aTarget({ kind: "level", value: D(50), baseline: aBaseline(50) });
    const result = assessTarget(level, [aReading("2023-06-30", 50)], DEFAULT_RULES);
    expect(result.completionRatio).toEqual({ known: false, reason: "target-equals-baseline" });
    expect(result.light).toBe("on-track");
    expect(light(level, aReading("2023-06-30", 49))).toBe("behind");
    expect(light(level, aReading("2023-12-31", 50))).toBe("achieved");
  });

  it("a level with a flat plan is expected at once and achieved only on the due date", () => {
    const level = aTarget({
      kind: "level",
      value: new Decimal(60),
      baseline: aBaseline(50),
      plan: aPlan({ shape: "flat" }),
    });
    const assessment = assessTarget(level, [aReading("2023-03-31", 57)], DEFAULT_RULES);
    expect(assessment.gapPoints).toEqual({ known: true, value: -5 });
    expect(assessment.light).toBe("behind");
    expect(light(level, aReading("2023-03-31", 60))).toBe("on-track");
    expect(light(level, aReading("2023-12-31", 60))).toBe("achieved");
  });

  it("a fall from a baseline above the target is not progress", () => {
    const level = aTarget({ kind: "level", value: D(50), baseline: aBaseline(60) });
    expect(light(level, aReading("2023-06-30", 49))).toBe("behind");
    expect(light(level, aReading("2023-06-30", 30))).toBe("far-behind");
    expect(light(level, aReading("2023-06-30", 55))).toBe("ahead");
  });
});

describe("missing inputs", () => {
  it.each([
    [aTarget({ value: null }), aReading("2023-06-30", 5), "no-target-value", "unset"],
    [aTarget(), null, "no-report", "no-report"],
    [aTarget(), aReading("2023-06-30", null), "no-report", "no-report"],
    [aTarget({ kind: "milestone", value: null }), null, "no-steps", "unset"],
    [
      aTarget({ kind: "ratio" }),
      aReading("2023-06-30", null, { numerator: D(3), denominator: D(0) }),
      "zero-denominator",
      "no-report",
    ],
    [aTarget(), aReading("2023-06-30", "1e400"), "out-of-range", "no-report"],
    [aTarget(), aReading("2023-06-30", "NaN"), "out-of-range", "no-report"],
  ] as const)("%#", (terms, reading, reason, expected) => {
    const assessment = assessTarget(terms, reading === null ? [] : [reading], DEFAULT_RULES);
    expect(assessment.completionRatio).toEqual({ known: false, reason });
    expect(assessment.light).toBe(expected);
  });

  it("a draft and a plan without points are unset", () => {
    expect(light(aTarget({ state: "draft" }), aReading("2023-06-30", 50))).toBe("unset");
    expect(light(aTarget({ plan: aPlan({ shape: "points" }) }), aReading("2023-06-30", 50))).toBe("unset");
  });
});
