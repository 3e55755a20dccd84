import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOfMonth, isoDate } from "@/lib/domain/calendar/iso-date";
import { monthsBetween, monthsElapsed } from "@/lib/domain/calendar/months";

describe("monthsElapsed", () => {
  it("is whole at the end of every month, in leap years too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1890, max: 2110 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const end = endOfMonth(isoDate(`${year}-${String(month).padStart(2, "0")}-01`));
        expect(monthsElapsed(end).toNumber()).toBe(year * 12 + month);
      }),
    );
  });

  it("counts a day as a part of its month", () => {
    expect(monthsBetween(isoDate("2023-12-31"), isoDate("2024-02-29")).toNumber()).toBe(2);
    expect(monthsBetween(isoDate("2022-12-31"), isoDate("2023-02-14")).toNumber()).toBe(1.5);
  });
});
