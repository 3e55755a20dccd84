import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { aReading, aTarget } from "@/testing/target-builders";
import { forecastOutcome } from "./forecast-outcome";

const range = (low: number, value: number, high: number) => ({
  low: new Decimal(low),
  value: new Decimal(value),
  high: new Decimal(high),
});
const atLeast100 = aTarget({ kind: "cumulative", comparator: "at-least", value: new Decimal(100) });
const about100 = { ...atLeast100, comparator: "about" as const, tolerance: new Decimal(5), orBetter: false };

test.each([
  ["the whole range meets the target", atLeast100, range(101, 105, 110), "met"],
  ["only the low end misses it", atLeast100, range(95, 105, 110), "likely"],
  ["only the high end meets it", atLeast100, range(90, 95, 101), "unlikely"],
  ["the whole range misses it", atLeast100, range(80, 90, 99), "missed"],
  ["a band is met only in the middle of the range", about100, range(90, 100, 110), "likely"],
  ["the figure is not set", { ...atLeast100, value: null }, range(80, 90, 99), null],
])("when %s", (_, terms, forecast, outcome) => {
  expect(forecastOutcome(terms, forecast, [])).toBe(outcome);
});

test("a promise for every month is missed by one month, and never met by the last", () => {
  const terms = aTarget({ kind: "level", judging: "every-period", value: new Decimal(95) });
  const kept = [aReading("2023-01-31", 96), aReading("2023-03-31", 97)];
  expect(forecastOutcome(terms, range(96, 97, 98), kept)).toBeNull();
  expect(forecastOutcome(terms, range(96, 97, 98), [...kept, aReading("2023-02-28", 80)])).toBe("missed");
});

test.each(["average", "average-by-days", "best"] as const)("the last value does not decide: %s", (judging) => {
  expect(forecastOutcome({ ...atLeast100, judging }, range(101, 105, 110), [])).toBeNull();
});
