import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { isClosedForEntry } from "@/lib/domain/calendar/late-entry";
import { type ImportedDays, NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { aTarget } from "@/testing/target-builders";

// August's report is due five working days after it: 7 September 2023. Two more working days end on the 11th.
const closed = (
  today: string,
  days: number | null,
  openings: { periodEnd: string; openUntil: string }[] = [],
  imported: ImportedDays = NO_IMPORTED_DAYS,
) =>
  isClosedForEntry(
    aTarget(),
    isoDate("2023-08-31"),
    isoDate(today),
    days,
    openings.map(({ periodEnd, openUntil }) => ({ periodEnd: isoDate(periodEnd), openUntil: isoDate(openUntil) })),
    imported,
  );

test.each([
  ["2023-09-11", 2, false],
  ["2023-09-12", 2, true],
  ["2023-09-08", 0, true],
  ["2030-01-01", null, false],
] as const)("on %s, closing after %s days: %s", (today, days, expected) => {
  expect(closed(today, days)).toBe(expected);
});

test("an opening holds for its own period and to its own day", () => {
  const opening = { periodEnd: "2023-08-31", openUntil: "2023-09-20" };
  expect(closed("2023-09-20", 2, [opening])).toBe(false);
  expect(closed("2023-09-21", 2, [opening])).toBe(true);
  expect(closed("2023-09-20", 2, [{ ...opening, periodEnd: "2023-07-31" }])).toBe(true);
});

test("an imported holiday moves the cut-off and the closing", () => {
  const imported: ImportedDays = new Map([[isoDate("2023-09-07"), "holiday"]]);
  expect([closed("2023-09-12", 2, [], imported), closed("2023-09-13", 2, [], imported)]).toEqual([false, true]);
});
