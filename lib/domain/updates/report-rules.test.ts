import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import {
  asOfError,
  measureErrors,
  missingMeasures,
  noteError,
  type ReportFacts,
  stepsError,
} from "@/lib/domain/updates/report-rules";

const facts: ReportFacts = {
  kind: "cumulative",
  startOn: isoDate("2023-01-01"),
  dueOn: isoDate("2023-12-31"),
  stepKeys: ["a", "b"],
  today: isoDate("2023-09-30"),
  isClosed: (day) => day < "2023-03-01",
  previousValue: () => new Decimal(300),
};

test.each([
  ["2022-12-31", "before-start"],
  ["2023-02-28", "closed-for-entry"],
  ["2023-09-30", undefined],
  ["2023-10-01", "in-the-future"],
])("a report of %s: %s", (day, fault) => {
  expect(asOfError(isoDate(day), facts)).toBe(fault);
});

test.each([
  ["cumulative", "-0.1", undefined],
  ["level", "-300", undefined],
  ["ratio", "-2", undefined],
  ["growth", "-0.1", undefined],
  ["rank", "-1", "not-a-place"],
  ["yes-no", "-1", "not-yes-or-no"],
  ["rank", "0", "not-a-place"],
  ["rank", "1.5", "not-a-place"],
  ["yes-no", "0.5", "not-yes-or-no"],
] as const)("%s %s: %s", (kind, value, fault) => {
  expect(measureErrors(kind, { value: new Decimal(value), denominator: null }).value).toBe(fault);
});

test("a denominator must be above zero", () => {
  expect(measureErrors("ratio", { value: null, denominator: new Decimal(0) }).denominator).toBe("not-above-zero");
  expect(measureErrors("ratio", { value: null, denominator: new Decimal(-3) }).denominator).toBe("not-above-zero");
});

test("a ratio takes its two parts or the published percentage, not both", () => {
  const missing = (value: number | null, numerator: number | null, denominator: number | null) => {
    const decimal = (number: number | null) => (number === null ? null : new Decimal(number));
    const measures = { value: decimal(value), numerator: decimal(numerator), denominator: decimal(denominator) };
    return missingMeasures("ratio", measures);
  };
  expect(missing(27, null, null)).toEqual({});
  expect(missing(null, -3, 10)).toEqual({});
  expect(missing(27, 3, 10)).toEqual({ value: "parts-or-percentage" });
  expect(missing(27, 3, null)).toEqual({ value: "parts-or-percentage" });
  expect(missing(null, 3, null)).toEqual({ denominator: "required" });
  expect(missing(null, null, 10)).toEqual({ numerator: "required" });
  expect(missing(null, null, null)).toEqual({ numerator: "share-required" });
});

test("rejects unknown, repeated and future steps", () => {
  const step = (key: string, on = "2023-05-31") => ({ key, doneOn: isoDate(on) });
  const asOf = isoDate("2023-06-30");
  expect(stepsError([step("a"), step("b")], asOf, facts)).toBeUndefined();
  expect(stepsError([step("a"), step("a")], asOf, facts)).toBe("unknown-step");
  expect(stepsError([step("c")], asOf, facts)).toBe("unknown-step");
  expect(stepsError([step("a", "2023-07-01")], asOf, facts)).toBe("step-after-as-of");
});

test("a correction and a decreased total need a reason", () => {
  const reading = (value: number) => ({ asOf: facts.today, value: new Decimal(value) });
  expect(noteError(reading(300), true, facts)).toBe("correction-needs-reason");
  expect(noteError(reading(299), false, facts)).toBe("decrease-needs-reason");
  expect(noteError(reading(300), false, facts)).toBeUndefined();
  expect(noteError(reading(299), false, { ...facts, kind: "level" })).toBeUndefined();
});
