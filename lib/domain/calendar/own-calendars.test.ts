import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { findDateErrors, findPastDateErrors } from "@/lib/domain/calendar/own-calendars";
import { nextReportAfter, noReportExpectedFrom } from "@/lib/domain/calendar/reporting-periods";
import { NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { freshnessOn } from "@/lib/domain/targets/standing";
import type { ReportingDate } from "@/lib/domain/targets/types";
import { aTarget } from "@/testing/target-builders";

const date = (asOf: string, dueOn: string): ReportingDate => ({ asOf: isoDate(asOf), dueOn: isoDate(dueOn) });
const today = isoDate("2023-09-15");
const PASSED = date("2023-06-30", "2023-07-10");
const BEGUN = date("2023-09-10", "2023-09-20");
const TO_COME = date("2023-12-20", "2023-12-25");
const before = [PASSED, BEGUN, TO_COME];
const faults = (after: readonly ReportingDate[]) =>
  findPastDateErrors(before, after, today).map(({ index, field, fault }) => [index, field, fault]);

describe("dates", () => {
  it("rejects a due date before the as-of date and a repeated as-of date", () => {
    expect(findDateErrors(before)).toEqual([]);
    expect(findDateErrors([date("2023-06-30", "2023-06-29"), date("2023-06-30", "2023-06-30")])).toEqual([
      { index: 0, field: "dueOn", fault: "due-before-as-of" },
      { index: 1, field: "asOf", fault: "date-twice" },
    ]);
  });

  it("future dates can change", () => {
    expect(faults(before)).toEqual([]);
    expect(faults([PASSED, BEGUN, date("2023-09-15", "2023-09-15"), date("2023-11-30", "2023-12-05")])).toEqual([]);
    expect(faults([PASSED, BEGUN])).toEqual([]);
  });

  it("a past as-of date cannot change, and its due date moves to today at the earliest", () => {
    expect(faults([PASSED, date("2023-09-10", "2023-09-30"), TO_COME])).toEqual([]);
    expect(faults([PASSED, date("2023-09-10", "2023-09-15"), TO_COME])).toEqual([]);
    expect(faults([PASSED, date("2023-09-10", "2023-09-14"), TO_COME])).toEqual([[1, "dueOn", "in-the-past"]]);
    expect(faults([PASSED, date("2023-09-09", "2023-09-20"), TO_COME])).toEqual([
      [1, "asOf", "date-in-the-past"],
      [null, "asOf", "date-has-passed"],
    ]);
  });

  it("dates that have passed cannot change, and none can be added before today", () => {
    expect(faults([date("2023-06-30", "2023-10-10"), BEGUN])).toEqual([[0, "dueOn", "date-has-passed"]]);
    expect(faults([BEGUN, TO_COME])).toEqual([[null, "asOf", "date-has-passed"]]);
    expect(faults([...before, date("2023-08-31", "2023-09-30")])).toEqual([[3, "asOf", "date-in-the-past"]]);
  });
});

it("a valid change does not change the freshness of any day before today", () => {
  const offset = fc.integer({ min: -120, max: 120 });
  const dates = fc
    .uniqueArray(fc.tuple(offset, fc.nat(40)), { maxLength: 6, selector: ([at]) => at })
    .map((pairs) =>
      pairs
        .toSorted(([one], [other]) => one - other)
        .map(([at, days]) => ({ asOf: addDays(today, at), dueOn: addDays(today, at + days) })),
    );
  const fresh = (list: readonly ReportingDate[], lastAsOf: number | null, day: number) => {
    const terms = aTarget({ calendar: "custom", reportingDates: list, dueOn: isoDate("2024-12-31") });
    const last = lastAsOf === null ? null : { asOf: addDays(today, lastAsOf), completedSteps: [] };
    const next = nextReportAfter(terms, last, NO_IMPORTED_DAYS);
    const inputs = {
      notExpectedFrom: last && noReportExpectedFrom(terms, last, NO_IMPORTED_DAYS),
      nextReportOpensOn: next?.opensOn ?? null,
      nextReportDueOn: next?.dueOn ?? null,
      hasValue: lastAsOf !== null,
    };
    return freshnessOn(inputs, addDays(today, day));
  };
  const past = fc.integer({ min: -120, max: -1 });
  fc.assert(
    fc.property(dates, dates, fc.option(past), past, (old, wished, lastAsOf, day) => {
      // The permitted part of the requested dates: the past unchanged, the future as requested.
      const after = [...old.filter((one) => one.asOf < today), ...wished.filter((one) => one.asOf >= today)];
      expect(findPastDateErrors(old, after, today)).toEqual([]);
      expect(fresh(after, lastAsOf, day)).toBe(fresh(old, lastAsOf, day));
    }),
  );
});
