import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { aTarget } from "@/testing/target-builders";
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
  expect(forecastOutcome(terms, forecast)).toBe(outcome);
});
