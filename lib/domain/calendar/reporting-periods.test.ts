import { describe, expect, it } from "vitest";
import { type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import {
  customPeriods,
  nextReportAfter as nextReport,
  regularPeriods,
  reportDueOn,
  reportingPeriodsOf,
} from "@/lib/domain/calendar/reporting-periods";
import {
  addWorkingDays as addDaysOf,
  type ImportedDays,
  isWorkingDay as isWorked,
  NO_IMPORTED_DAYS,
} from "@/lib/domain/calendar/working-days";
import { aPlan, aTarget } from "@/lib/domain/targets/a-target";
import type { TargetTerms } from "@/lib/domain/targets/types";

const [from, to] = [isoDate("2023-01-01"), isoDate("2023-12-31")];
const isWorkingDay = (day: IsoDate) => isWorked(day, NO_IMPORTED_DAYS);
const addWorkingDays = (day: IsoDate, count: number) => addDaysOf(day, count, NO_IMPORTED_DAYS);
const nextReportAfter = (terms: TargetTerms, lastAsOf: IsoDate | null) => nextReport(terms, lastAsOf, NO_IMPORTED_DAYS);
const ends = (periods: readonly { endOn: IsoDate }[]) => periods.map((period) => period.endOn.slice(5));

describe("a target issued inside its period", () => {
  it("owes no report for what ended before", () => {
    const terms = aTarget({ issuedOn: isoDate("2023-09-30") });
    expect(nextReportAfter(terms, null)?.endOn).toBe("2023-09-30");
    expect(nextReportAfter(aTarget(), null)?.endOn).toBe("2023-01-31");
    expect(nextReportAfter(terms, isoDate("2023-07-31"))?.endOn).toBe("2023-08-31");
  });
});

describe("working days", () => {
  it("knows the National Day holiday of 2023 and the days that pay for it", () => {
    expect(["2023-10-06", "2023-10-07", "2023-10-08", "2023-10-09"].map((day) => isWorkingDay(isoDate(day)))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(addWorkingDays(isoDate("2023-09-30"), 5)).toBe("2023-10-11");
    expect(addWorkingDays(isoDate("2023-09-30"), 0)).toBe("2023-09-30");
  });

  it("falls back to weekends where the holidays are not known", () => {
    expect(isWorkingDay(isoDate("2035-10-02"))).toBe(true);
    expect(isWorkingDay(isoDate("2035-10-06"))).toBe(false);
  });

  it("takes what was imported over the library, both ways", () => {
    const imported: ImportedDays = new Map([
      [isoDate("2035-10-02"), "holiday"],
      [isoDate("2035-10-06"), "make-up"],
      // The library has a make-up day here.
      [isoDate("2023-10-07"), "holiday"],
    ]);
    expect(isWorked(isoDate("2035-10-02"), imported)).toBe(false);
    expect(isWorked(isoDate("2035-10-06"), imported)).toBe(true);
    expect(addDaysOf(isoDate("2023-09-30"), 1, imported)).toBe("2023-10-08");
  });

  it("refuses what is no number of days", () => {
    for (const count of [-1, 1.5, Number.NaN, 1000]) expect(() => addWorkingDays(from, count)).toThrow(RangeError);
  });
});

describe("regularPeriods", () => {
  it.each([
    ["monthly", 12],
    ["bi-monthly", 6],
    ["quarterly", 4],
    ["half-yearly", 2],
    ["yearly", 1],
  ] as const)("%s has %d in a year", (calendar, count) => {
    const periods = regularPeriods(calendar, from, to, false);
    expect(periods).toHaveLength(count);
    expect([periods[0]?.startOn, periods.at(-1)?.endOn]).toEqual([from, to]);
  });

  it("merges January and February in a monthly calendar", () => {
    const periods = regularPeriods("monthly", from, to, true);
    expect(periods).toHaveLength(11);
    expect(periods[0]).toEqual({ startOn: from, endOn: "2023-02-28", opensOn: "2023-03-01", namedDueOn: null });
  });

  it("is cut to the target's own days", () => {
    const cut = regularPeriods("quarterly", isoDate("2023-02-15"), isoDate("2023-11-20"), false);
    expect(cut[0]?.startOn).toBe("2023-02-15");
    expect(ends(cut)).toEqual(["03-31", "06-30", "09-30", "11-20"]);
    expect(regularPeriods("monthly", to, from, false)).toEqual([]);
  });
});

describe("nextReportAfter", () => {
  it.each([
    [null, "2023-01-31"],
    ["2023-01-30", "2023-01-31"],
    ["2023-08-31", "2023-09-30"],
    ["2022-12-31", "2023-01-31"],
  ])("after %s awaits %s", (lastAsOf, endOn) => {
    expect(nextReportAfter(aTarget(), lastAsOf === null ? null : isoDate(lastAsOf))?.endOn).toBe(endOn);
  });

  it("awaits nothing once all is reported, before the owner has signed for it, or out of force", () => {
    expect(nextReportAfter(aTarget(), to)).toBeNull();
    for (const state of ["draft", "issued", "closed", "withdrawn"] as const) {
      expect(nextReportAfter(aTarget({ state }), null)).toBeNull();
    }
    expect(nextReportAfter(aTarget({ calendar: "none" }), null)).toBeNull();
  });

  it("agrees with the whole list, over years and merged months", () => {
    const terms = aTarget({ dueOn: isoDate("2025-11-10"), plan: aPlan({ mergeJanuaryFebruary: true }) });
    const periods = reportingPeriodsOf(terms);
    for (const [index, period] of periods.entries()) {
      const next = periods[index + 1];
      const owed = next === undefined ? null : { ...next, dueOn: reportDueOn(terms, next, NO_IMPORTED_DAYS) };
      expect(nextReportAfter(terms, period.endOn)).toEqual(owed);
    }
  });
});

describe("dates of one's own", () => {
  const date = (asOf: string, dueOn: string) => ({ asOf: isoDate(asOf), dueOn: isoDate(dueOn) });
  const dates = [
    date("2022-12-31", "2023-01-10"),
    date("2023-03-20", "2023-03-22"),
    date("2023-09-10", "2023-09-30"),
    date("2024-06-30", "2024-07-05"),
  ];
  const terms = aTarget({ calendar: "custom", reportingDates: dates, dueOn: isoDate("2024-12-31") });

  it("part the target's days, each due on its own day", () => {
    expect(customPeriods(dates, terms.startOn, terms.dueOn)).toEqual([
      { startOn: "2023-01-01", endOn: "2023-03-20", opensOn: "2023-03-21", namedDueOn: "2023-03-22" },
      { startOn: "2023-03-21", endOn: "2023-09-10", opensOn: "2023-09-11", namedDueOn: "2023-09-30" },
      { startOn: "2023-09-11", endOn: "2024-06-30", opensOn: "2024-07-01", namedDueOn: "2024-07-05" },
    ]);
  });

  it.each([
    [null, "2023-03-20", "2023-03-22"],
    ["2023-03-19", "2023-03-20", "2023-03-22"],
    ["2023-03-20", "2023-09-10", "2023-09-30"],
    ["2023-09-10", "2024-06-30", "2024-07-05"],
  ])("after %s await %s by %s", (lastAsOf, endOn, dueOn) => {
    expect(nextReportAfter(terms, lastAsOf === null ? null : isoDate(lastAsOf))).toMatchObject({ endOn, dueOn });
  });

  it("owe nothing after the last, nor where there are none", () => {
    expect(nextReportAfter(terms, isoDate("2024-06-30"))).toBeNull();
    expect(nextReportAfter({ ...terms, reportingDates: [] }, null)).toBeNull();
    expect(reportingPeriodsOf(aTarget({ calendar: "none" }))).toEqual([]);
  });

  it("are owed only from the day of issue on", () => {
    expect(nextReportAfter({ ...terms, issuedOn: isoDate("2023-04-01") }, null)?.endOn).toBe("2023-09-10");
  });
});
