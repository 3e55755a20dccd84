import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { resultValue, yearEndValue } from "@/lib/domain/targets/year-end-value";

const DUE = isoDate("2026-12-31");

test("only a value with the due date or a later as-of date is the year-end value", () => {
  const value = new Decimal(31);
  expect(yearEndValue({ value, asOf: DUE }, DUE)).toEqual({ known: true, value });
  expect(yearEndValue({ value, asOf: isoDate("2026-01-31") }, DUE)).toEqual({ known: false, asOf: "2026-01-31" });
  expect(yearEndValue({ value, asOf: isoDate("2026-12-30") }, DUE)).toEqual({ known: false, asOf: "2026-12-30" });
  expect(yearEndValue({ value: null, asOf: null }, DUE)).toEqual({ known: false, asOf: null });
});

test("the result of a total whose years are added is their sum", () => {
  const reported = { value: new Decimal(120), judgedValue: new Decimal(320) };
  expect(resultValue("sum-of-years", reported)?.toNumber()).toBe(320);
  expect(resultValue("average", reported)?.toNumber()).toBe(120);
});
