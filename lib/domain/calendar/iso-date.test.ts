import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween, endOfMonth, type IsoDate, isoDate, parseIsoDate } from "./iso-date";

/** The days of twelve centuries, with leap years and years without a leap day. */
const days = fc
  .integer({ min: 0, max: 438_000 })
  .map((count) => Temporal.PlainDate.from("1400-01-01").add({ days: count }).toString() as IsoDate);
const plain = (day: IsoDate) => Temporal.PlainDate.from(day);

test("computes days like Temporal", () => {
  fc.assert(
    fc.property(days, days, fc.integer({ min: -4000, max: 4000 }), (one, other, count) => {
      expect(addDays(one, count)).toBe(plain(one).add({ days: count }).toString());
      expect(addMonths(one, Math.trunc(count / 10))).toBe(
        plain(one)
          .add({ months: Math.trunc(count / 10) })
          .toString(),
      );
      expect(endOfMonth(one)).toBe(plain(one).with({ day: 31 }).toString());
      expect(daysBetween(one, other)).toBe(plain(one).until(plain(other), { largestUnit: "days" }).days);
      expect(parseIsoDate(one)).toBe(one);
    }),
    { numRuns: 2000 },
  );
});

test("accepts the texts that Temporal accepts as days, and no others", () => {
  const part = (least: number, most: number) =>
    fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, "0"));
  const texts = fc.tuple(fc.constantFrom("1900", "2000", "2023", "2024"), part(0, 14), part(0, 33));
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join("-");
      let accepted: string | null = null;
      try {
        accepted = Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
      } catch {}
      expect(parseIsoDate(text)).toBe(accepted);
    }),
    { numRuns: 2000 },
  );
  expect(["2023-1-5", "2023-02-29T00:00", "", "２０２３-01-01"].map(parseIsoDate)).toEqual([null, null, null, null]);
  expect(() => isoDate("2023-02-30")).toThrow(RangeError);
});

test("cuts a month to its last day", () => {
  expect(addMonths(isoDate("2023-12-31"), 2)).toBe("2024-02-29");
  expect(addMonths(isoDate("2023-03-31"), -1)).toBe("2023-02-28");
  expect(endOfMonth(isoDate("1900-02-03"))).toBe("1900-02-28");
});
