import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { aTarget } from "@/testing/target-builders";
import { dueReportState, dueReports, NOTHING_DUE, type SentReport, sumCounts, worstState } from "./due-reports";

const sent = (asOf: string, submittedOn: string, change: Partial<SentReport> = {}): SentReport => ({
  asOf: isoDate(asOf),
  submittedOn: isoDate(submittedOn),
  state: "approved",
  completedSteps: [],
  ...change,
});

const AUGUST = { startOn: isoDate("2023-08-01"), endOn: isoDate("2023-08-31"), dueOn: isoDate("2023-09-07") };
const stateOf = (reports: readonly SentReport[], today = "2023-09-30") =>
  dueReportState(AUGUST, reports, isoDate(today)).state;

describe("dueReportState", () => {
  it("is on time up to the due date and late after it, whatever the review takes", () => {
    expect(stateOf([sent("2023-08-31", "2023-09-07", { state: "submitted" })])).toBe("on-time");
    expect(stateOf([sent("2023-08-31", "2023-09-08")])).toBe("late");
  });

  it("counts the first submission, not its correction", () => {
    const first = sent("2023-08-31", "2023-09-05", { state: "superseded" });
    expect(stateOf([sent("2023-08-31", "2023-09-20"), first])).toBe("on-time");
  });

  it("is not completed by a report on a day inside the period", () => {
    expect(stateOf([sent("2023-08-20", "2023-08-21")])).toBe("missing");
  });

  it("is completed late by the report of a later period", () => {
    expect(stateOf([sent("2023-09-30", "2023-10-05")], "2023-10-31")).toBe("late");
  });

  it("is returned until it is sent again, and missing when it was only withdrawn or a draft", () => {
    const returned = sent("2023-08-31", "2023-09-05", { state: "returned" });
    expect(stateOf([returned])).toBe("returned");
    expect(stateOf([returned, sent("2023-08-31", "2023-09-12")])).toBe("late");
    expect(stateOf([sent("2023-08-31", "2023-09-05", { state: "withdrawn" })])).toBe("missing");
  });

  it("is open until the due date has passed", () => {
    expect(stateOf([], "2023-09-07")).toBeNull();
    expect(stateOf([], "2023-09-08")).toBe("missing");
  });
});

describe("dueReports", () => {
  const terms = aTarget({
    startOn: isoDate("2023-01-01"),
    dueOn: isoDate("2023-12-31"),
    calendar: "monthly",
    cutOffWorkingDays: 5,
    state: "received",
  });
  const year = [isoDate("2022-10-01"), isoDate("2023-09-30")] as const;
  const read = (reports: readonly SentReport[], change = {}) =>
    dueReports({ ...terms, ...change }, reports, NO_IMPORTED_DAYS, year, isoDate("2023-09-30")).map(
      ({ endOn, state }) => `${endOn.slice(0, 7)} ${state}`,
    );

  it("lists every period due in the months, also those skipped in silence", () => {
    expect(read([sent("2023-03-31", "2023-04-04")])).toEqual([
      "2023-01 late",
      "2023-02 late",
      "2023-03 on-time",
      "2023-04 missing",
      "2023-05 missing",
      "2023-06 missing",
      "2023-07 missing",
      "2023-08 missing",
    ]);
  });

  it("expects nothing for periods before the issue, nor without a calendar", () => {
    expect(read([], { issuedOn: isoDate("2023-07-15") })).toEqual(["2023-07 missing", "2023-08 missing"]);
    expect(read([], { calendar: "none" })).toEqual([]);
  });

  it("expects a milestone's report only while a planned step is open", () => {
    const step = (key: string, plannedOn: string) => ({
      key,
      title: key,
      titleEn: key,
      weight: 1,
      plannedOn: isoDate(plannedOn),
    });
    const steps = [step("one", "2023-03-15"), step("two", "2023-08-15")];
    const done = sent("2023-04-30", "2023-05-04", {
      completedSteps: [{ key: "one", doneOn: isoDate("2023-04-20") }],
    });
    expect(read([done], { kind: "milestone", steps })).toEqual(["2023-03 late", "2023-04 on-time", "2023-08 missing"]);
  });
});

it("the worst state of a sum of counts", () => {
  const counts = sumCounts([
    { ...NOTHING_DUE, "on-time": 3 },
    { ...NOTHING_DUE, late: 1, "on-time": 1 },
  ]);
  expect(counts).toEqual({ missing: 0, returned: 0, late: 1, "on-time": 4 });
  expect([worstState(counts), worstState(NOTHING_DUE)]).toEqual(["late", null]);
});
