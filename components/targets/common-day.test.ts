import { expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { TargetRow } from "@/lib/views/target";
import { commonDay } from "./common-day";

const rowsOf = (...days: (string | null)[]) =>
  days.map((day) => ({
    standing: { latest: day === null ? null : { asOf: isoDate(day) } } as TargetRow["standing"],
  }));

it.each([
  [["2023-08-31", "2023-09-30", "2023-08-31", null], "2023-08-31"],
  [["2023-08-31", "2023-09-30"], "2023-09-30"],
  [["2023-09-30", "2023-08-31"], "2023-09-30"],
  [[null, null], null],
  [[], null],
])("takes the most frequent day of %j", (days, day) => {
  expect(commonDay(rowsOf(...days))).toBe(day);
});
