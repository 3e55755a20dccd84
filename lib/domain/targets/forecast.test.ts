import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, endOfMonth, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { forecast } from "@/lib/domain/targets/forecast";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { aBaseline, aPlan, aReading, aTarget } from "@/testing/target-builders";

const TODAY = isoDate("2023-09-30");

/** Readings at the ends of the months from January of `year` on; null for a month without a report. */
function months(year: number, values: readonly (number | null)[]): Reading[] {
  return values.flatMap((value, index) =>
    value === null ? [] : [aReading(endOfMonth(addMonths(isoDate(`${year}-01-01`), index)), value)],
  );
}

function numbers(
  terms: TargetTerms,
  readings: readonly Reading[],
  { lastYear = [], today = TODAY }: { lastYear?: readonly Reading[]; today?: IsoDate } = {},
) {
  const result = forecast(terms, { readings, lastYear, today });
  if (!result.known) return result.reason;
  const { value, low, high, method, lastYearWeight } = result.value;
  return { value: value.toNumber(), low: low.toNumber(), high: high.toNumber(), method, lastYearWeight };
}

function rangeOf(...given: Parameters<typeof numbers>) {
  const result = numbers(...given);
  if (typeof result === "string") throw new Error(result);
  return result;
}

/** An even year, as the office plans it by month: the season of a total without a last year. */
const EVEN = aTarget({
  plan: aPlan({
    shape: "points",
    points: Array.from({ length: 12 }, (_, index) => ({
      on: endOfMonth(addMonths(isoDate("2023-01-01"), index)),
      ratio: (index + 1) / 12,
    })),
  }),
});

/** 3 % of the year by January, 27 % by June. */
const LATE = [1, 3, 7, 12, 19, 27, 36, 46, 58, 71, 85, 100];
const LATE_YEAR = months(
  2022,
  LATE.map((value) => value * 2 + 0.1),
);

describe("forecast", () => {
  it("takes four readings and a third of the period", () => {
    const terms = EVEN;
    expect(numbers(terms, [])).toBe("too-few-readings");
    expect(numbers(terms, months(2023, [5, 10, 15]))).toBe("too-few-readings");
    expect(numbers(terms, months(2023, [5, 10, 15, null, null, null]))).toBe("too-few-readings");
    expect(numbers(terms, [...months(2023, [5, 10, 15]), aReading("2023-04-30", null)])).toBe("too-few-readings");
    const weekly = ["2023-02-07", "2023-02-14", "2023-02-21", "2023-02-28"].map((day, i) => aReading(day, i + 5));
    expect(numbers(terms, weekly)).toBe("too-early");
    expect(numbers(terms, months(2023, [5, 10, 15, 20]))).toMatchObject({ value: 60, method: "plan-shape" });
    const twoYears = aTarget({ dueOn: isoDate("2024-12-31") });
    expect(numbers(twoYears, months(2023, [1, 2, 3, 4, 5, 6, 7]))).toBe("too-early");
    expect(numbers(twoYears, months(2023, [1, 2, 3, 4, 5, 6, 7, 8]))).toMatchObject({ value: 24 });
  });

  it("is gone after the due date, after its reading and when the target is closed", () => {
    const readings = months(2023, [8, 16, 25, 33, 41, 50, 58, 66, 75, 83, 91]);
    const value = (today: string) => numbers(EVEN, readings, { today: isoDate(today) });
    expect(value("2023-12-31")).toMatchObject({ method: "plan-shape" });
    expect(value("2024-01-01")).toBe("over");
    const reported = [...readings, aReading("2023-12-31", 99)];
    expect(numbers(aTarget(), reported, { today: isoDate("2023-12-31") })).toBe("over");
    expect(numbers(aTarget({ state: "closed", verdict: "completed" }), readings)).toBe("over");
  });

  it("is not given for a rank, steps or an answer", () => {
    for (const kind of ["rank", "milestone", "yes-no"] as const)
      expect(numbers(aTarget({ kind }), months(2023, [1, 1, 1, 1, 1, 1]))).toBe("not-measured");
  });

  it("scales a total along its plan", () => {
    const points = [0.02, 0.05, 0.1, 0.2].map((ratio, index) => ({
      on: endOfMonth(addMonths(isoDate("2023-01-01"), index)),
      ratio,
    }));
    const terms = aTarget({ plan: aPlan({ shape: "points", points }) });
    expect(numbers(terms, months(2023, [2.5, 5.5, 11.5, 22.5]))).toMatchObject({ value: 112.5, lastYearWeight: null });
    const flat = aTarget({ plan: aPlan({ shape: "flat" }), dueOn: isoDate("2024-12-31") });
    expect(numbers(flat, months(2023, [1, 2, 3, 4, 5, 6, 7, 8]))).toMatchObject({ value: 24 });
  });

  it("is not given for a total whose season is unknown: no last year, and a straight plan", () => {
    const half = months(2023, [2.4, 7.1, 17, 29.5, 47, 68.3]);
    for (const shape of ["linear", "flat", "last-year"] as const)
      expect(numbers(aTarget({ plan: aPlan({ shape }) }), half)).toBe("no-season");
    expect(numbers(aTarget(), half, { lastYear: months(2022, LATE.slice(0, 8)) })).toBe("no-season");
    expect(numbers(aTarget(), half, { lastYear: LATE_YEAR })).toMatchObject({ method: "plan-shape" });
    expect(numbers(EVEN, half)).toMatchObject({ method: "plan-shape", lastYearWeight: null });
    const level = aTarget({ kind: "level", value: new Decimal(60), baseline: aBaseline(49) });
    expect(numbers(level, months(2023, [50, 51, 52, 53, 54, 55]))).toMatchObject({ method: "drift" });
  });

  it("follows last year's months where this year does", () => {
    const half = months(2023, [2.4, 7.1, 17, 29.5, 47, 68.3]);
    const known = rangeOf(aTarget(), half, { lastYear: LATE_YEAR });
    expect(known.lastYearWeight).toBe(1);
    expect(known.value).toBeCloseTo(252.6, 1);
    const unknown = rangeOf(EVEN, half);
    expect(unknown).toMatchObject({ value: 136.6, lastYearWeight: null });
    // Wider, and upwards: the months so far rise from one to the next.
    expect(unknown.high - unknown.value).toBeGreaterThan(3 * (known.high - known.value));
    expect(unknown.high - unknown.value).toBeGreaterThan(1.5 * (unknown.value - unknown.low));
  });

  it("takes the points of a last-year plan in place of unknown values", () => {
    const points = LATE.slice(0, -1).map((share, index) => ({
      on: endOfMonth(addMonths(isoDate("2023-01-01"), index)),
      ratio: share / 100,
    }));
    const terms = aTarget({ plan: aPlan({ shape: "last-year", points }) });
    const half = months(2023, [2.4, 7.1, 17, 29.5, 47, 68.3]);
    expect(rangeOf(terms, half)).toMatchObject({ lastYearWeight: 1 });
    expect(rangeOf(terms, half).value).toBeCloseTo(252.96, 1);
  });

  it("does not follow a last year that is chance, incomplete or of another size", () => {
    const even = months(2023, [9, 17, 26, 33, 42, 50]);
    const weight = (lastYear: readonly Reading[]) => rangeOf(EVEN, even, { lastYear }).lastYearWeight;
    expect(weight(months(2022, [7, 17, 24, 33, 43, 49, 58, 68, 75, 83, 93, 101]))).toBe(0);
    expect(weight(months(2022, LATE.slice(0, 8)))).toBeNull();
    const events = months(2023, [0, 6, 21, 21, 27, 32]);
    const few = months(2022, [0, 0, 1, 1, 1, 1, 8, 15, 18, 21, 21, 25]);
    expect(rangeOf(aTarget(), events, { lastYear: few }).lastYearWeight).toBeLessThan(0.05);
  });

  it("gives counts at least the range of independent events", () => {
    const { low, value, high } = rangeOf(EVEN, months(2023, [5, 10, 15, 20, 25, 30]));
    // The unevenness of an unknown year and √(60 events × half left ÷ half past), each at 1.28 standard errors.
    expect([low, value, high]).toEqual([46.463433, 60, 73.536567]);
    const none = rangeOf(EVEN, months(2023, [0, 0, 0, 0, 0, 0]));
    expect(none).toMatchObject({ value: 0, low: 0, high: 1.28 });
  });

  it("has nothing to scale before the plan begins", () => {
    const points = [{ on: isoDate("2023-10-31"), ratio: 0 }];
    const terms = aTarget({ plan: aPlan({ shape: "points", points }) });
    expect(numbers(terms, months(2023, [0, 0, 0, 0, 0, 0]))).toBe("nothing-to-extrapolate");
  });

  it("keeps a total above its latest value, or above 0 once it has fallen", () => {
    const jump = rangeOf(EVEN, months(2023, [null, null, null, null, 1, 20, 22, 80.5]));
    expect(jump.low).toBe(80.5);
    const fallen = rangeOf(EVEN, months(2023, [90, 20, 80, 30, 25, 3]));
    expect(fallen.low).toBe(0);
    const balance = rangeOf(EVEN, months(2023, [9, -20, 8, -30, 25, 3]));
    expect(balance.low).toBeLessThan(0);
  });

  it("keeps a level at 0 or above unless its readings, baseline or figure are below", () => {
    const arrears = aTarget({ kind: "level", comparator: "at-most", value: new Decimal(0), baseline: aBaseline(12) });
    const falling = months(2023, [10, 8, 6, 4, 3]);
    expect(rangeOf(arrears, falling)).toMatchObject({ value: 0, low: 0 });
    const balance = { ...arrears, comparator: "at-least" as const, value: new Decimal(-5) };
    expect(rangeOf(balance, falling).low).toBeLessThan(0);
  });

  it("keeps a share between 0 and 100 unless the data leave it", () => {
    const terms = aTarget({ kind: "ratio", value: new Decimal(99), baseline: aBaseline(80) });
    const share = (values: readonly number[]) =>
      months(2023, values).map((reading) => ({ ...reading, numerator: reading.value, denominator: new Decimal(100) }));
    expect(rangeOf(terms, share([84, 89, 92, 97]))).toMatchObject({ value: 100, high: 100 });
    expect(rangeOf(terms, share([84, 89, 92, 103])).value).toBeGreaterThan(100);
  });

  it("moves a climb on by its mean monthly change and holds a state", () => {
    const level = aTarget({ kind: "level", value: new Decimal(60), baseline: aBaseline(49) });
    const readings = months(2023, [50, 51, 52, 53]);
    expect(numbers(level, readings)).toMatchObject({ value: 61, low: 61, high: 61, method: "drift" });
    const state = rangeOf(aTarget({ kind: "level", value: new Decimal(50) }), readings);
    expect(state).toMatchObject({ value: 53, method: "last-value" });
    expect(state.low).toBeLessThan(50);
  });

  it("moves a level by last year's change over the same months", () => {
    const season = [30, 32, 36, 40, 44, 47, 48, 47, 44, 40, 36, 32];
    const terms = aTarget({ kind: "level", value: new Decimal(20) });
    const half = months(2023, [31.2, 32.9, 37.3, 40.9, 45.1, 48.2]);
    const { value, low, high, lastYearWeight } = rangeOf(terms, half, { lastYear: months(2022, season) });
    expect(lastYearWeight).toBeGreaterThan(0.95);
    expect(value).toBeCloseTo(33.2, 0);
    expect(high - low).toBeLessThan(3);
  });

  it("narrows the growth of a year to date as the year fills, whatever last year did", () => {
    const terms = aTarget({ kind: "growth", value: new Decimal(5) });
    const values = [8, 5, 6.5, 5.5, 6, 5.8, 6.2, 5.9, 6.1];
    const width = (count: number) => {
      const { low, high, lastYearWeight } = rangeOf(terms, months(2023, values.slice(0, count)), {
        lastYear: months(2022, [9, 1, 8, 2, 9, 1, 8, 2, 9, 1, 8, 2]),
      });
      expect(lastYearWeight).toBeNull();
      return high - low;
    };
    expect(width(9)).toBeLessThan(width(5) / 2);
  });

  it("tests each reading against the readings before", () => {
    const result = forecast(EVEN, { readings: months(2023, [5, 13, 16.5, 24]), lastYear: [], today: TODAY });
    if (!result.known) throw new Error(result.reason);
    const { points, meanAbsoluteError } = result.value.backTest;
    expect(points.map((point) => point.predicted.toNumber())).toEqual([10, 19.5, 22]);
    expect(meanAbsoluteError.toNumber()).toBeCloseTo((3 + 3 + 2) / 3, 5);
  });

  it("has a reason for numbers too large to compute with", () => {
    expect(numbers(EVEN, months(2023, [1e300, 1e301, 1e302, 1e308]))).toBe("out-of-range");
  });

  it("gives finite numbers in order, or a reason, for any readings", () => {
    const values = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), { maxLength: 12 });
    const kinds = fc.constantFrom<TargetTerms["kind"]>("cumulative", "level", "growth", "ratio");
    const plans = fc.constantFrom(EVEN.plan, aPlan());
    fc.assert(
      fc.property(kinds, plans, values, values, (kind, plan, thisYear, lastYear) => {
        const result = numbers(aTarget({ kind, plan }), months(2023, thisYear), { lastYear: months(2022, lastYear) });
        if (typeof result === "string") return;
        expect([result.low, result.value, result.high].every(Number.isFinite)).toBe(true);
        expect(result.low).toBeLessThanOrEqual(result.value);
        expect(result.value).toBeLessThanOrEqual(result.high);
      }),
    );
  });
});
