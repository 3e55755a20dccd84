import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { assessTarget } from "@/lib/domain/targets/assess";
import { explainLight } from "@/lib/domain/targets/explain";
import { DEFAULT_RULES, gapBand } from "@/lib/domain/targets/rule-sets";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { aBaseline, aReading, aTarget } from "@/testing/target-builders";

function explained(terms: TargetTerms, value: number | null, asOf = "2023-06-30") {
  return assessTarget(terms, value === null ? [] : [aReading(asOf, value)], DEFAULT_RULES).basis;
}

describe("the basis of a light", () => {
  const value = new Decimal(100);
  test.each([
    ["a total on its way", aTarget(), 40, "bands", "way"],
    ["a total that is there", aTarget(), 120, "met", "way"],
    ["nothing reported", aTarget(), null, "no-report", "way"],
    ["no target value", aTarget({ value: null }), 40, "not-set", "way"],
    ["a draft with its value", aTarget({ state: "draft" }), 40, "not-judged", "way"],
    ["a place", aTarget({ kind: "rank", comparator: "within-rank", value: new Decimal(2) }), 3, "place", "none"],
    ["a growth rate that is met", aTarget({ kind: "growth", value: new Decimal(8) }), 9, "state", "share"],
    ["a growth rate that is not met", aTarget({ kind: "growth", value: new Decimal(8) }), 7, "state", "share"],
    ["below a ceiling", aTarget({ comparator: "at-most", direction: "decrease", value }), 40, "headroom", "share"],
    ["above a ceiling", aTarget({ comparator: "at-most", direction: "decrease", value }), 101, "over-ceiling", "share"],
    ["a yes-no before its due date", aTarget({ kind: "yes-no", value: null }), 0, "yes-no", "answer"],
    [
      "a level inside its range",
      aTarget({ kind: "level", comparator: "between", value, upperValue: new Decimal(110) }),
      105,
      "range",
      "none",
    ],
  ] as const)("%s", (_name, terms, reported, decider, formula) => {
    expect(explained(terms, reported)).toMatchObject({ decider, formula });
  });

  it("names the due date once it has passed unmet", () => {
    expect(explained(aTarget(), 40, "2023-12-31").decider).toBe("due-passed");
  });

  it("names the verdict of a closed target, and a missing report after the due date", () => {
    expect(explained(aTarget({ state: "closed", verdict: "not-completed" }), 100).decider).toBe("verdict");
    const silent = assessTarget(aTarget(), [], DEFAULT_RULES);
    expect(explainLight(silent, "missed", false).decider).toBe("due-without-report");
    const behind = assessTarget(aTarget(), [aReading("2023-06-30", 40)], DEFAULT_RULES);
    expect(explainLight(behind, "missed", true).decider).toBe("due-passed");
    expect(explainLight(behind, "not-started", true).decider).toBe("not-started");
    expect(explainLight(behind, behind.light, true)).toEqual(behind.basis);
  });

  it("a level without a baseline is expected at once", () => {
    const standard = aTarget({ kind: "level", value: new Decimal(95) });
    expect(explained(standard, 73, "2023-08-31")).toEqual({
      decider: "state",
      formula: "share",
      startValue: null,
      isExpectedAtOnce: true,
      isHeadroom: false,
      bounds: { measure: "percent", aheadFrom: 5, onTrackFrom: -5, behindFrom: -15 },
    });
  });

  it("counts a total from 0 and a level from its baseline", () => {
    expect(explained(aTarget({ baseline: aBaseline(316.5) }), 40).startValue?.toString()).toBe("0");
    expect(explained(aTarget({ kind: "level", baseline: aBaseline(60) }), 80).startValue?.toString()).toBe("60");
  });
});

test("a light decided by bands is the band of its gap", () => {
  const kind = fc.constantFrom("cumulative" as const, "level" as const, "ratio" as const);
  fc.assert(
    fc.property(kind, fc.integer({ min: -50, max: 250 }), fc.integer({ min: 0, max: 120 }), (of, value, base) => {
      const terms = aTarget({ kind: of, baseline: aBaseline(base) });
      const made = assessTarget(terms, [aReading("2023-06-30", value)], DEFAULT_RULES);
      if (made.basis.decider !== "bands" || !made.gapPoints.known) return;
      expect(made.light).toBe(gapBand(DEFAULT_RULES, made.gapPoints.value));
    }),
    { numRuns: 500 },
  );
});
