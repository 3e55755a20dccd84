import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import {
  awaitedReport,
  customPeriods,
  nextReportAfter as nextReport,
  noReportExpectedFrom,
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
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { aPlan, aReading, aTarget } from "@/testing/target-builders";

const [from, to] = [isoDate("2023-01-01"), isoDate("2023-12-31")];
const isWorkingDay = (day: IsoDate) => isWorked(day, NO_IMPORTED_DAYS);
const addWorkingDays = (day: IsoDate, count: number) => addDaysOf(day, count, NO_IMPORTED_DAYS);
const nextReportAfter = (terms: TargetTerms, lastAsOf: IsoDate | null) =>
  nextReport(terms, lastAsOf === null ? null : aReading(lastAsOf, 1), NO_IMPORTED_DAYS);
const ends = (periods: readonly { endOn: IsoDate }[]) => periods.map((period) => period.endOn.slice(5));

describe("a target issued inside its period", () => {
  it("has no report due for periods that ended before", () => {
    const terms = aTarget({ issuedOn: isoDate("2023-09-30") });
    expect(nextReportAfter(terms, null)?.endOn).toBe("2023-09-30");
    expect(nextReportAfter(aTarget(), null)?.endOn).toBe("2023-01-31");
    expect(nextReportAfter(terms, isoDate("2023-07-31"))?.endOn).toBe("2023-08-31");
  });
});

describe("a publication lag", () => {
  const terms = (changes: Partial<TargetTerms>) => aTarget({ calendar: "monthly", ...changes });
  const next = (lag: number, last: string | null, changes: Partial<TargetTerms> = {}) => {
    const report = nextReportAfter(
      terms({ publicationLagMonths: lag, ...changes }),
      last === null ? null : isoDate(last),
    );
    return report && [report.endOn, report.opensOn, report.dueOn];
  };

  it("moves the opening and the due date of a report, not the day of its figure", () => {
    expect(next(0, "2023-08-31")).toEqual(["2023-09-30", "2023-10-01", "2023-10-11"]);
    expect(next(1, "2023-08-31")).toEqual(["2023-09-30", "2023-11-01", "2023-11-07"]);
    // 1 January 2024 is a holiday.
    expect(next(2, "2023-09-30")).toEqual(["2023-10-31", "2024-01-01", "2024-01-08"]);
  });

  it("reaches beyond the due date of the target, and over leap days", () => {
    expect(next(2, "2023-11-30")).toEqual(["2023-12-31", "2024-03-01", "2024-03-07"]);
    const yearly = { calendar: "yearly", cutOffWorkingDays: 0 } as const;
    expect(next(12, null, yearly)).toEqual(["2023-12-31", "2025-01-01", "2024-12-31"]);
    expect(next(24, null, yearly)).toEqual(["2023-12-31", "2026-01-01", "2025-12-31"]);
  });

  it("does not move the dates of a custom calendar", () => {
    const reportingDates = [{ asOf: isoDate("2023-06-20"), dueOn: isoDate("2023-06-30") }];
    const own = { calendar: "custom", reportingDates } as const;
    expect(next(3, null, own)).toEqual(["2023-06-20", "2023-06-21", "2023-06-30"]);
  });
});

describe("working days", () => {
  it("knows the National Day holiday of 2023 and its make-up days", () => {
    expect(["2023-10-06", "2023-10-07", "2023-10-08", "2023-10-09"].map((day) => isWorkingDay(isoDate(day)))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(addWorkingDays(isoDate("2023-09-30"), 5)).toBe("2023-10-11");
    expect(addWorkingDays(isoDate("2023-09-30"), 0)).toBe("2023-09-30");
  });

  it("falls back to weekends for years without published holidays", () => {
    expect(isWorkingDay(isoDate("2035-10-02"))).toBe(true);
    expect(isWorkingDay(isoDate("2035-10-06"))).toBe(false);
  });

  it("prefers imported days to the library, in both directions", () => {
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

  it("rejects a count that is not a whole number of days", () => {
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

  it("cuts the first and last period to the target's period", () => {
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

  it("is null after the last period, before receipt, and for a target not in force", () => {
    expect(nextReportAfter(aTarget(), to)).toBeNull();
    for (const state of ["draft", "issued", "closed", "withdrawn"] as const) {
      expect(nextReportAfter(aTarget({ state }), null)).toBeNull();
    }
    expect(nextReportAfter(aTarget({ calendar: "none" }), null)).toBeNull();
  });

  it("agrees with the full list of periods, over years and merged months", () => {
    const terms = aTarget({ dueOn: isoDate("2025-11-10"), plan: aPlan({ mergeJanuaryFebruary: true }) });
    const periods = reportingPeriodsOf(terms);
    for (const [index, period] of periods.entries()) {
      const next = periods[index + 1];
      const withDueOn = next === undefined ? null : { ...next, dueOn: reportDueOn(terms, next, NO_IMPORTED_DAYS) };
      expect(nextReportAfter(terms, period.endOn)).toEqual(withDueOn);
    }
  });
});

describe("a milestone", () => {
  const step = (key: string, plannedOn: string) => ({
    key,
    title: key,
    titleEn: key,
    weight: 1,
    plannedOn: isoDate(plannedOn),
  });
  const STEPS = [step("a", "2023-03-15"), step("b", "2023-06-30"), step("c", "2023-11-20")];
  const terms = aTarget({ kind: "milestone", value: null, steps: STEPS });
  const last = (asOf: string, ...done: string[]) =>
    aReading(asOf, null, { completedSteps: done.map((key) => ({ key, doneOn: isoDate("2023-01-02") })) });
  const next = (of: TargetTerms, report: Reading | null) => nextReport(of, report, NO_IMPORTED_DAYS);
  const quiet = (of: TargetTerms, report: Reading) => noReportExpectedFrom(of, report, NO_IMPORTED_DAYS);

  it("has its first report due for the period of its first step", () => {
    expect(next(terms, null)?.endOn).toBe("2023-03-31");
  });

  it.each([
    [last("2023-03-31", "a"), "2023-06-30", "2023-05-01"],
    [last("2023-06-30", "a", "b"), "2023-11-30", "2023-08-01"],
    [last("2023-02-28", "a", "b"), "2023-11-30", "2023-04-01"],
    [last("2023-05-31", "a"), "2023-06-30", null],
  ] as const)("after %o has a report due for the period of the next step, and none between", (report, endOn, from) => {
    expect(next(terms, report)?.endOn).toBe(endOn);
    expect(quiet(terms, report)).toBe(from);
  });

  it.each([
    [last("2023-03-31"), "2023-04-30"],
    [last("2023-07-31", "a"), "2023-08-31"],
    [last("2023-07-31", "b"), "2023-08-31"],
  ] as const)("after %o has a report due in every period until the overdue step is completed", (report, endOn) => {
    expect(next(terms, report)?.endOn).toBe(endOn);
    expect(quiet(terms, report)).toBeNull();
  });

  it("has no report due once every step is completed", () => {
    expect(next(terms, last("2023-09-30", "a", "b", "c"))).toBeNull();
    expect(quiet(terms, last("2023-09-30", "a", "b", "c"))).toBe("2023-11-01");
  });

  it("reports on a step planned after the due date by the due date, and on a step of a later year in that year", () => {
    expect(next({ ...terms, steps: [step("z", "2024-05-01")] }, null)?.endOn).toBe("2023-12-31");
    const long = { ...terms, dueOn: isoDate("2025-12-31"), steps: [step("z", "2024-05-01")] };
    expect(next(long, last("2023-01-31"))?.endOn).toBe("2024-05-31");
  });

  it("has a report due at once for steps planned before its issue", () => {
    expect(next({ ...terms, issuedOn: isoDate("2023-05-10") }, null)?.endOn).toBe("2023-05-31");
  });

  it("has a report due exactly for the first period by whose end an open step is planned", () => {
    const days = fc.integer({ min: 0, max: 364 }).map((offset) => addDays(from, offset));
    const calendar = fc.constantFrom("monthly" as const, "bi-monthly" as const, "quarterly" as const);
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 6 }),
        days,
        fc.nat(63),
        calendar,
        (planned, asOf, done, of) => {
          const steps = planned.map((day, index) => step(`s${index}`, day));
          const target = aTarget({ kind: "milestone", value: null, steps, calendar: of });
          const isDone = (index: number) => (done & (1 << index)) !== 0;
          const report = last(asOf, ...steps.filter((_, index) => isDone(index)).map(({ key }) => key));
          const open = planned.filter((_, index) => !isDone(index) || asOf < "2023-01-02");
          const periods = asOf >= target.dueOn ? [] : reportingPeriodsOf(target).filter(({ endOn }) => endOn > asOf);
          const expected = periods.find(({ endOn }) => open.some((day) => day <= endOn));
          expect(next(target, report)?.endOn).toBe(expected?.endOn);
          const between = periods.find(({ endOn }) => expected === undefined || endOn < expected.endOn);
          expect(quiet(target, report)).toBe(between?.opensOn ?? null);
        },
      ),
    );
  });
});

describe("the closing report", () => {
  const day = isoDate;
  const custom = aTarget({
    calendar: "custom",
    reportingDates: [{ asOf: day("2023-09-30"), dueOn: day("2023-10-10") }],
  });

  it("is expected after the due date where the calendar has no date left", () => {
    for (const terms of [aTarget({ calendar: "none" }), { ...custom, reportingDates: [] }]) {
      expect(awaitedReport(terms, null, NO_IMPORTED_DAYS)).toMatchObject({ endOn: terms.dueOn, opensOn: "2024-01-01" });
    }
    const march = aReading("2023-03-31", 40);
    expect(awaitedReport(aTarget({ calendar: "none" }), march, NO_IMPORTED_DAYS)?.endOn).toBe("2023-12-31");
    expect(awaitedReport(custom, march, NO_IMPORTED_DAYS)?.endOn).toBe("2023-09-30");
    expect(awaitedReport(custom, aReading("2023-09-30", 40), NO_IMPORTED_DAYS)?.endOn).toBe("2023-12-31");
  });

  it("opens later by the publication lag", () => {
    const terms = aTarget({ calendar: "none", publicationLagMonths: 3 });
    expect(awaitedReport(terms, null, NO_IMPORTED_DAYS)?.opensOn).toBe("2024-04-01");
  });

  it("is not expected of a target reported at its due date, or not in force", () => {
    expect(awaitedReport(custom, aReading("2023-12-31", 40), NO_IMPORTED_DAYS)).toBeNull();
    for (const state of ["draft", "issued", "closed", "withdrawn"] as const) {
      expect(awaitedReport({ ...custom, state }, null, NO_IMPORTED_DAYS)).toBeNull();
    }
  });
});

describe("a target that does not accept reports", () => {
  it("expects none from the day after the last one", () => {
    const report = aReading("2023-05-31", 40);
    for (const state of ["closed", "withdrawn"] as const) {
      expect(noReportExpectedFrom(aTarget({ state }), report, NO_IMPORTED_DAYS)).toBe("2023-06-01");
    }
    expect(noReportExpectedFrom(aTarget({ calendar: "none" }), report, NO_IMPORTED_DAYS)).toBe("2023-06-01");
    expect(noReportExpectedFrom(aTarget(), report, NO_IMPORTED_DAYS)).toBeNull();
  });
});

describe("custom dates", () => {
  const date = (asOf: string, dueOn: string) => ({ asOf: isoDate(asOf), dueOn: isoDate(dueOn) });
  const dates = [
    date("2022-12-31", "2023-01-10"),
    date("2023-03-20", "2023-03-22"),
    date("2023-09-10", "2023-09-30"),
    date("2024-06-30", "2024-07-05"),
  ];
  const terms = aTarget({ calendar: "custom", reportingDates: dates, dueOn: isoDate("2024-12-31") });

  it("split the target's period, each with its own due date", () => {
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

  it("have no report due after the last date, nor without dates", () => {
    expect(nextReportAfter(terms, isoDate("2024-06-30"))).toBeNull();
    expect(nextReportAfter({ ...terms, reportingDates: [] }, null)).toBeNull();
    expect(reportingPeriodsOf(aTarget({ calendar: "none" }))).toEqual([]);
  });

  it("have reports due only from the issue date on", () => {
    expect(nextReportAfter({ ...terms, issuedOn: isoDate("2023-04-01") }, null)?.endOn).toBe("2023-09-10");
  });
});
