import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { type YearFigures, yearValues } from "./year-values";

const D = (value: number) => new Decimal(value);

function aYear(year: number, latest: [string, number] | null, baseline: number | null = null): YearFigures {
  return {
    startOn: isoDate(`${year}-01-01`),
    dueOn: isoDate(`${year}-12-31`),
    value: D(400),
    baseline: baseline === null ? null : { value: D(baseline), year: year - 1, origin: "printed" },
    latest: latest && { asOf: isoDate(latest[0]), value: D(latest[1]) },
  };
}

const inWords = (targets: readonly YearFigures[]) =>
  yearValues(targets)?.map(({ on, value, source }) => `${on} ${value} ${source}`) ?? null;

test("the years of a metric are one line, from the baseline of the first to the latest value of the last", () => {
  const years = [aYear(2023, ["2023-12-31", 405], 316), aYear(2024, null, 405), aYear(2025, ["2025-09-30", 300])];
  expect(inWords(years)).toEqual(["2022-12-31 316 baseline", "2023-12-31 405 final", "2025-09-30 300 latest"]);
});

test("two targets of one year are not one line", () => {
  expect(inWords([aYear(2023, null), aYear(2023, null)])).toBeNull();
});

test("without values the line is empty", () => {
  expect([inWords([]), inWords([aYear(2023, null)])]).toEqual([[], []]);
});
