import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { forecast, monthlyPace } from "@/lib/domain/targets/forecast";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { aBaseline, aPlan, aReading, aTarget } from "@/testing/target-builders";

function numbers(terms: TargetTerms, readings: readonly Reading[]) {
  const result = forecast(terms, readings);
  if (!result.known) return result.reason;
  const { value, low, high, method } = result.value;
  return { value: value.toNumber(), low: low.toNumber(), high: high.toNumber(), method };
}

describe("forecast", () => {
  it("is unknown with fewer than three readings", () => {
    const two = [aReading("2023-01-31", 5), aReading("2023-02-28", 10)];
    expect(numbers(aTarget(), two)).toBe("too-few-points");
    expect(numbers(aTarget(), [...two, aReading("2023-03-31", null)])).toBe("too-few-points");
    expect(numbers(aTarget({ kind: "rank" }), two)).toBe("not-a-percentage");
  });

  it("follows the plan, without a range when past predictions were exact", () => {
    const readings = [5, 10, 15].map((value, i) =>
      aReading(["2023-01-31", "2023-02-28", "2023-03-31"][i] ?? "", value),
    );
    expect(numbers(aTarget(), readings)).toEqual({ value: 60, low: 60, high: 60, method: "plan-shape" });
  });

  it("computes its range from past errors", () => {
    const readings = [aReading("2023-01-31", 5), aReading("2023-02-28", 13), aReading("2023-03-31", "16.5")];
    const result = forecast(aTarget(), readings);
    if (!result.known) throw new Error(result.reason);
    // Predicted 10 and 19.5; erred by +3 and −3; RMS 3; 9 steps left: 1.28 × 3 × 3 = 11.52 around 66.
    expect(result.value.backTest.points.map((point) => point.predicted.toNumber())).toEqual([10, 19.5]);
    expect(result.value.backTest.meanAbsoluteError.toNumber()).toBe(3);
    expect(result.value.value.toNumber()).toBe(66);
    expect(result.value.low.toNumber()).toBe(54.48);
    expect(result.value.high.toNumber()).toBe(77.52);
  });

  it("does not forecast a total below its latest value unless it has fallen before", () => {
    const autumn = (values: readonly number[]) =>
      values.map((value, i) => aReading(["2023-09-30", "2023-10-31", "2023-11-30"][i] ?? "", value));
    expect(numbers(aTarget(), autumn([1, 20, 80]))).toMatchObject({ value: 87.272727, low: 80 });
    // Predicted 100 and 22, erred by −80 and +58: RMS √4882, one step left: 87.27 − 1.28 × 69.87.
    const fallen = numbers(aTarget(), autumn([90, 20, 80]));
    expect(typeof fallen === "string" ? fallen : fallen.low.toFixed(2)).toBe("-2.16");
  });

  it("follows last year's shape", () => {
    const points = [
      { on: isoDate("2023-01-31"), ratio: 0.02 },
      { on: isoDate("2023-02-28"), ratio: 0.05 },
      { on: isoDate("2023-03-31"), ratio: 0.1 },
    ];
    const terms = aTarget({ plan: aPlan({ shape: "last-year", points }) });
    const readings = [aReading("2023-01-31", 2), aReading("2023-02-28", 5), aReading("2023-03-31", 10)];
    expect(numbers(terms, readings)).toEqual({ value: 100, low: 100, high: 100, method: "plan-shape" });
  });

  it("extrapolates a level and holds a growth rate", () => {
    const days = ["2023-01-31", "2023-02-28", "2023-03-31"];
    const readings = [50, 51, 52].map((value, i) => aReading(days[i] ?? "", value));
    const level = aTarget({ kind: "level", value: new Decimal(60), baseline: aBaseline(49) });
    expect(numbers(level, readings)).toEqual({ value: 61, low: 61, high: 61, method: "drift" });
    const growth = numbers(aTarget({ kind: "growth", value: new Decimal(50) }), readings);
    expect(growth).toEqual({ value: 52, low: 48.16, high: 55.84, method: "last-value" });
  });

  it("is the reported value on the due date", () => {
    const days = ["2023-10-31", "2023-11-30", "2023-12-31"];
    const readings = [80, 91, 97].map((value, i) => aReading(days[i] ?? "", value));
    expect(numbers(aTarget(), readings)).toEqual({ value: 97, low: 97, high: 97, method: "plan-shape" });
  });
});

describe("monthlyPace", () => {
  it("is the pace so far and the pace needed", () => {
    const pace = monthlyPace(aTarget(), aReading("2023-09-30", 64));
    expect(pace.known && [pace.value.soFar.toNumber(), pace.value.needed.toNumber()]).toEqual([7.111111, 12]);
    const met = monthlyPace(aTarget(), aReading("2023-09-30", 101));
    expect(met.known && met.value.needed.toNumber()).toBe(0);
    expect(monthlyPace(aTarget(), aReading("2023-12-31", 64))).toEqual({ known: false, reason: "out-of-range" });
    expect(monthlyPace(aTarget({ kind: "level" }), aReading("2023-09-30", 64)).known).toBe(false);
  });
});
