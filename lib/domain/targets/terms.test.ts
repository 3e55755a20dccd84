import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { defaultTerms, normalizeTerms, validateTerms } from "@/lib/domain/targets/terms";
import { METRIC_KINDS } from "@/lib/domain/targets/types";

const YEAR = { startOn: isoDate("2023-01-01"), dueOn: isoDate("2023-12-31") };
const terms = { ...defaultTerms("cumulative", YEAR), value: "402" };

test("a draft may lack its value; an issued target needs it, except for milestones and yes-no", () => {
  for (const kind of METRIC_KINDS) {
    const blank = defaultTerms(kind, YEAR);
    expect(validateTerms(blank, { kind, state: "draft", citesSource: false })).toEqual({});
    const needed = kind === "milestone" || kind === "yes-no" ? {} : { value: "required" };
    expect(validateTerms(blank, { kind, state: "issued", citesSource: false })).toEqual(needed);
  }
});

test.each([
  [{ dueOn: isoDate("2022-12-31") }, { dueOn: "before-start" }],
  [{ comparator: "between" as const }, { upperValue: "required" }],
  [{ comparator: "between" as const, upperValue: "401.9" }, { upperValue: "below-value" }],
  [{ comparator: "within-rank" as const }, { comparator: "wrong-kind" }],
  [{ baselineValue: "3" }, { baselineYear: "required" }],
])("rejects %j", (change, faults) => {
  const facts = { kind: "cumulative", state: "issued", citesSource: true } as const;
  expect(validateTerms({ ...terms, ...change }, facts)).toEqual(faults);
});

test("rejects a rank that is not a whole number from 1", () => {
  const rank = { ...defaultTerms("rank", YEAR), value: "0", stretchValue: "1.5" };
  const faults = { value: "not-a-place", stretchValue: "not-a-place" };
  expect(validateTerms(rank, { kind: "rank", state: "issued", citesSource: true })).toEqual(faults);
});

test("normalizeTerms removes leftovers of ranges and baselines", () => {
  expect(normalizeTerms({ ...terms, upperValue: "500", baselineYear: 2022, baselineOrigin: "derived" })).toEqual(terms);
  expect(normalizeTerms({ ...terms, baselineValue: "3", baselineYear: 2022 }).baselineOrigin).toBe("entered");
});

test("a baseline is printed only where a source is cited", () => {
  const facts = { kind: "cumulative", state: "issued" } as const;
  const printed = { ...terms, baselineValue: "316.5", baselineYear: 2022, baselineOrigin: "printed" } as const;
  expect(validateTerms(printed, { ...facts, citesSource: false })).toEqual({ baselineOrigin: "needs-source" });
  expect(validateTerms(printed, { ...facts, citesSource: true })).toEqual({});
  for (const baselineOrigin of ["derived", "entered"] as const) {
    expect(validateTerms({ ...printed, baselineOrigin }, { ...facts, citesSource: false })).toEqual({});
  }
});
