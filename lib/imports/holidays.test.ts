import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { type ImportedDay, planHolidays, readDay } from "@/lib/imports/holidays";

const today = isoDate("2023-09-15");
const plan = (rows: readonly (readonly [string, string, string])[], known: readonly ImportedDay[] = []) =>
  planHolidays(
    rows.map(([day, kind, name], index) => ({ line: index + 2, values: { day, kind, name } })),
    new Map(known.map((one) => [one.day, one])),
    today,
  );
const outcomes = (...args: Parameters<typeof plan>) =>
  plan(...args).lines.map(({ line, outcome, why }) => [line, outcome, why]);

it.each(["2027-02-06", "2027/2/6", "2027.2.6", "2027年2月6日"])("reads %s", (text) => {
  expect(readDay(text)).toBe("2027-02-06");
});

describe("planHolidays", () => {
  it("adds new days, in either language", () => {
    const { lines, entries } = plan([
      ["2040-10-01", "放假", "国庆节"],
      ["2040/10/6", "make-up", "国庆节"],
    ]);
    expect(lines.map(({ outcome, was }) => [outcome, was])).toEqual([
      ["added", null],
      ["added", null],
    ]);
    expect(entries).toEqual([
      { day: "2040-10-01", kind: "holiday", name: "国庆节" },
      { day: "2040-10-06", kind: "make-up", name: "国庆节" },
    ]);
  });

  it("corrects days of the library and of earlier imports, and reports unchanged days", () => {
    const known = [{ day: isoDate("2040-10-01"), kind: "holiday", name: "国庆" } as const];
    const rows = [
      ["2023-10-07", "放假", "国庆节"],
      ["2023-10-08", "上班", "国庆节"],
      ["2040-10-01", "放假", "国庆节"],
    ] as const;
    const { lines, entries } = plan(rows, known);
    expect(lines.map(({ outcome, was }) => [outcome, was])).toEqual([
      ["changed", "make-up"],
      ["same", "make-up"],
      ["changed", "holiday · 国庆"],
    ]);
    expect(entries.map(({ day }) => day)).toEqual(["2023-10-07", "2040-10-01"]);
  });

  it("gives the reason for each rejected line and imports the others", () => {
    expect(
      outcomes([
        ["2040-02-30", "放假", "x"],
        ["1999-10-01", "放假", "x"],
        ["2040-10-01", "半天", "x"],
        ["2040-10-02", "放假", ""],
        ["2040-10-03", "放假", "x".repeat(61)],
        ["2040-10-04", "放假", "x"],
        ["2040-10-04", "上班", "x"],
        // A Tuesday, a working day already.
        ["2040-10-09", "上班", "x"],
        ["2023-09-14", "放假", "x"],
      ]),
    ).toEqual([
      [2, "refused", "not-a-day"],
      [3, "refused", "not-a-day"],
      [4, "refused", "not-a-kind"],
      [5, "refused", "no-name"],
      [6, "refused", "name-too-long"],
      [7, "added", null],
      [8, "refused", "twice"],
      [9, "refused", "works-already"],
      [10, "added", "past-day"],
    ]);
  });
});
