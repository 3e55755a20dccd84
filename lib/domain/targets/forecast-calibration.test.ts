// The claim of the 80 % range, on 200 simulated years of each family; `npm run bench -- forecast` takes 1,000.
import { describe, expect, it } from "vitest";
import { calibrationCell, errorRatio } from "@/testing/forecast-calibration";
import { FAMILIES } from "@/testing/forecast-families";

const YEARS = 200;
const SEED = 1;
const CUT_OFFS = [
  { month: "June", months: 6 },
  { month: "September", months: 9 },
];
const CASES = FAMILIES.flatMap((family) => CUT_OFFS.map((cutOff) => ({ ...cutOff, name: family.name, family })));

describe("the forecast of simulated years, with last year's values", () => {
  it.each(CASES)("contains 70–90 % of outcomes and errs little more than the better method: $name, $month", (one) => {
    const cell = calibrationCell(one.family, one.months, true, YEARS, SEED);
    expect(cell.isHidden).toBe(false);
    expect(cell.coverage).toBeGreaterThanOrEqual(0.7);
    expect(cell.coverage).toBeLessThanOrEqual(0.9);
    expect(errorRatio(cell)).toBeLessThanOrEqual(1.1);
  });

  it.each(FAMILIES)("is hidden in March, with three of twelve months: $name", (family) => {
    for (const hasLastYear of [true, false])
      expect(calibrationCell(family, 3, hasLastYear, 1, SEED).isHidden).toBe(true);
  });
});

describe("the forecast of simulated years, without last year's values", () => {
  it.each(FAMILIES.filter(({ kind }) => kind !== "cumulative"))(
    "contains 70–90 % of outcomes of a level or rate one month ahead, too: $name, November",
    (family) => {
      const { coverage } = calibrationCell(family, 11, false, YEARS, SEED);
      expect(coverage).toBeGreaterThanOrEqual(0.7);
      expect(coverage).toBeLessThanOrEqual(0.9);
    },
  );

  it.each(CASES.filter(({ family }) => family.kind === "cumulative"))(
    "is not given for a total: $name, $month",
    ({ family, months }) => {
      expect(calibrationCell(family, months, false, 1, SEED).isHidden).toBe(true);
    },
  );

  it.each(CASES.filter(({ family }) => family.kind !== "cumulative"))(
    "contains 70–90 % of outcomes of a level or rate, and errs no more than the straight line: $name, $month",
    ({ family, months }) => {
      const cell = calibrationCell(family, months, false, YEARS, SEED);
      expect(cell.coverage).toBeGreaterThanOrEqual(0.7);
      expect(cell.coverage).toBeLessThanOrEqual(0.9);
      expect(errorRatio(cell)).toBeLessThanOrEqual(1.1);
    },
  );
});
