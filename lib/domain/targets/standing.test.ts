import { Decimal } from "decimal.js";
import { describe, expect, it, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { freshnessOn, gapOn, isStaleGreen, lightOn } from "@/lib/domain/targets/standing";

const day = isoDate;
const year = {
  startOn: day("2023-01-01"),
  dueOn: day("2023-12-31"),
  behindFrom: null,
  farBehindFrom: null,
  nextReportOpensOn: null,
  hasValue: true,
  met: false,
};

describe("lightOn", () => {
  it.each([
    ["unset", {}, "2024-06-30", "unset"],
    ["on-track", {}, "2022-12-31", "not-started"],
    ["no-report", { hasValue: false, met: null }, "2023-05-31", "no-report"],
    ["no-report", { hasValue: false, met: null }, "2023-12-31", "no-report"],
    ["no-report", { hasValue: false, met: null }, "2024-01-01", "missed"],
    ["no-report", { hasValue: true, met: null }, "2026-05-31", "missed"],
    ["not-started", { hasValue: false, met: null }, "2023-05-31", "not-started"],
    ["not-started", { hasValue: false, met: null }, "2024-01-01", "missed"],
    ["missed", { hasValue: false, met: null }, "2023-05-31", "missed"],
    ["achieved", { hasValue: false, met: null }, "2024-05-31", "achieved"],
    ["achieved", { met: true }, "2024-05-31", "achieved"],
    ["on-track", {}, "2023-12-31", "on-track"],
    ["on-track", {}, "2024-01-01", "missed"],
    ["far-behind", {}, "2024-01-01", "missed"],
    ["on-track", { met: true }, "2024-01-01", "on-track"],
    ["behind", {}, "2023-09-30", "behind"],
    ["on-track", { nextReportOpensOn: day("2024-03-01") }, "2024-02-29", "on-track"],
    ["on-track", { nextReportOpensOn: day("2024-03-01") }, "2024-03-01", "missed"],
    ["ahead", { behindFrom: day("2023-09-01") }, "2023-08-31", "ahead"],
    ["ahead", { behindFrom: day("2023-09-01") }, "2023-09-01", "behind"],
    ["far-behind", { behindFrom: day("2023-09-01") }, "2023-09-01", "far-behind"],
    ["behind", { farBehindFrom: day("2023-09-01") }, "2023-09-01", "far-behind"],
    ["no-report", { farBehindFrom: day("2023-09-01"), hasValue: false }, "2023-09-01", "no-report"],
  ] as const)("%s %o on %s shows %s", (light, changes, today, shown) => {
    expect(lightOn({ ...year, light, ...changes }, day(today))).toBe(shown);
  });
});

test("gapOn() counts the steps past their planned dates, or gives the gap of the latest reading", () => {
  const gap = (value: number | null, ...openSteps: string[]) =>
    gapOn({ gapValue: value === null ? null : new Decimal(value), openSteps: openSteps.map(day) }, day("2023-09-30"));
  expect(gap(0, "2023-09-15", "2023-12-20")?.toNumber()).toBe(-1);
  expect(gap(1, "2023-09-15", "2023-09-29")?.toNumber()).toBe(-2);
  expect(gap(1, "2023-09-30")?.toNumber()).toBe(1);
  expect(gap(null, "2023-09-15")).toBeNull();
});

describe("freshnessOn", () => {
  const next = {
    notExpectedFrom: null,
    nextReportOpensOn: day("2023-10-01"),
    nextReportDueOn: day("2023-10-11"),
    hasValue: true,
  };

  it.each([
    ["2023-09-30", "current"],
    ["2023-10-01", "due"],
    ["2023-10-11", "due"],
    ["2023-10-12", "late"],
  ] as const)("on %s is %s", (today, freshness) => {
    expect(freshnessOn(next, day(today))).toBe(freshness);
  });

  it("is never after the first cut-off without a report", () => {
    expect(freshnessOn({ ...next, hasValue: false }, day("2023-10-11"))).toBe("due");
    expect(freshnessOn({ ...next, hasValue: false }, day("2023-10-12"))).toBe("never");
  });

  it("is current after the last report", () => {
    expect(freshnessOn({ ...next, nextReportOpensOn: null, nextReportDueOn: null }, day("2099-01-01"))).toBe("current");
  });

  it("is not-expected before the first period ends, without any period, and between two expected reports", () => {
    expect(freshnessOn({ ...next, hasValue: false }, day("2023-09-30"))).toBe("not-expected");
    const none = { ...next, nextReportOpensOn: null, nextReportDueOn: null };
    expect(freshnessOn({ ...none, hasValue: false }, day("2023-09-30"))).toBe("not-expected");
    const between = { ...next, notExpectedFrom: day("2023-08-01") };
    expect(freshnessOn(between, day("2023-07-31"))).toBe("current");
    expect(freshnessOn(between, day("2023-08-01"))).toBe("not-expected");
    expect(freshnessOn(between, day("2023-10-01"))).toBe("due");
  });
});

it("isStaleGreen is true for a green light with a late report", () => {
  expect(isStaleGreen("on-track", "current")).toBe(false);
  expect(isStaleGreen("ahead", "due")).toBe(false);
  expect(isStaleGreen("ahead", "late")).toBe(true);
  expect(isStaleGreen("on-track", "never")).toBe(true);
  expect(isStaleGreen("behind", "late")).toBe(false);
  expect(isStaleGreen("achieved", "late")).toBe(true);
  expect(isStaleGreen("achieved", "current")).toBe(false);
  expect(isStaleGreen("missed", "late")).toBe(false);
});
