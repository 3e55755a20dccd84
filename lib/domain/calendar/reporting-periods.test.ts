import { describe, expect, it } from "vitest";
import { type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { nextReportAfter, reportingPeriods, reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { addWorkingDays, isWorkingDay } from "@/lib/domain/calendar/working-days";
import { aPlan, aTarget } from "@/lib/domain/targets/a-target";

const [from, to] = [isoDate("2023-01-01"), isoDate("2023-12-31")];
const plain = { cutOffWorkingDays: 5, mergeJanuaryFebruary: false };
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

  it("refuses what is no number of days", () => {
    for (const count of [-1, 1.5, Number.NaN, 1000]) expect(() => addWorkingDays(from, count)).toThrow(RangeError);
  });
});

describe("reportingPeriods", () => {
  it.each([
    ["none", 0],
    ["monthly", 12],
    ["bi-monthly", 6],
    ["quarterly", 4],
    ["half-yearly", 2],
    ["yearly", 1],
  ] as const)("%s has %d in a year", (calendar, count) => {
    const periods = reportingPeriods(calendar, from, to, plain);
    expect(periods).toHaveLength(count);
    if (count > 0) expect([periods[0]?.startOn, periods.at(-1)?.endOn]).toEqual([from, to]);
  });

  it("merges January and February in a monthly calendar", () => {
    const periods = reportingPeriods("monthly", from, to, { ...plain, mergeJanuaryFebruary: true });
    expect(periods).toHaveLength(11);
    expect(periods[0]).toEqual({ startOn: from, endOn: "2023-02-28", opensOn: "2023-03-01", dueOn: "2023-03-07" });
  });

  it("is cut to the target's own days", () => {
    const cut = reportingPeriods("quarterly", isoDate("2023-02-15"), isoDate("2023-11-20"), plain);
    expect(cut[0]?.startOn).toBe("2023-02-15");
    expect(ends(cut)).toEqual(["03-31", "06-30", "09-30", "11-20"]);
    expect(reportingPeriods("monthly", to, from, plain)).toEqual([]);
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

  it("awaits nothing once all is reported or the target is not in force", () => {
    expect(nextReportAfter(aTarget(), to)).toBeNull();
    for (const state of ["draft", "closed", "withdrawn"] as const) {
      expect(nextReportAfter(aTarget({ state }), null)).toBeNull();
    }
    expect(nextReportAfter(aTarget({ calendar: "none" }), null)).toBeNull();
  });

  it("agrees with the whole list, over years and merged months", () => {
    const terms = aTarget({ dueOn: isoDate("2025-11-10"), plan: aPlan({ mergeJanuaryFebruary: true }) });
    const periods = reportingPeriodsOf(terms);
    for (const [index, period] of periods.entries()) {
      expect(nextReportAfter(terms, period.endOn)).toEqual(periods[index + 1] ?? null);
    }
  });
});
