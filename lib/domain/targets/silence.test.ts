// After the due date silence never keeps a plain green light, whatever the calendar.
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import { freshnessOn, hasValue, isGreen, isStaleGreen, lightOn } from "@/lib/domain/targets/standing";
import { standingAt } from "@/lib/domain/targets/standing-timeline";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { aReading, aTarget } from "@/testing/target-builders";

const EPOCH = "1970-01-01T00:00:00Z";

/** The light and freshness on a day, with these readings approved before. */
function seenOn(today: IsoDate, terms: TargetTerms, readings: readonly Reading[]) {
  const history = {
    imported: NO_IMPORTED_DAYS,
    rules: [{ rules: DEFAULT_RULES, knownFrom: EPOCH }],
    owners: [{ owner: "transport", knownFrom: EPOCH }],
    terms: [{ terms, knownFrom: EPOCH, adjusted: false }],
    approvals: readings.map((reading, index) => ({
      updateId: String(index),
      reading,
      illustrative: false,
      approvedAt: `${reading.asOf}T12:00:00Z`,
      supersededAt: null,
    })),
  };
  const standing = standingAt(history, `${today}T00:00:00Z`);
  if (standing === null) throw new Error("no standing");
  const inputs = { ...standing, hasValue: hasValue(standing) };
  return { light: lightOn(inputs, today), freshness: freshnessOn(inputs, today) };
}

const SUMMER_AFTER = isoDate("2024-06-01");
const custom = [{ asOf: isoDate("2023-09-30"), dueOn: isoDate("2023-10-10") }];

describe("after the due date, without a closing report", () => {
  it("a standard met in March is late where the target has no reporting dates", () => {
    const terms = aTarget({ kind: "level", value: new Decimal(95), calendar: "none" });
    const readings = [aReading("2023-03-31", 97)];
    expect(seenOn(isoDate("2023-11-30"), terms, readings)).toEqual({ light: "on-track", freshness: "not-expected" });
    expect(seenOn(SUMMER_AFTER, terms, readings)).toEqual({ light: "on-track", freshness: "late" });
  });

  it("zero accidents by the last custom date are late", () => {
    const terms = aTarget({ comparator: "equal", value: new Decimal(0), calendar: "custom", reportingDates: custom });
    const { light, freshness } = seenOn(SUMMER_AFTER, terms, [aReading("2023-09-30", 0)]);
    expect([isGreen(light), freshness]).toEqual([true, "late"]);
  });

  it("a state for every period, last confirmed in January, falls behind", () => {
    const terms = aTarget({ kind: "level", value: new Decimal(95), judging: "every-period", calendar: "none" });
    expect(seenOn(SUMMER_AFTER, terms, [aReading("2023-01-31", 97)])).toEqual({ light: "behind", freshness: "late" });
  });
});

test("no calendar, kind or judging keeps a plain green", () => {
  const aTerms = fc.record({
    kind: fc.constantFrom("cumulative" as const, "level" as const, "growth" as const),
    comparator: fc.constantFrom("at-least" as const, "at-most" as const, "equal" as const, "about" as const),
    direction: fc.constantFrom("increase" as const, "decrease" as const),
    calendar: fc.constantFrom("none" as const, "custom" as const, "monthly" as const, "yearly" as const),
    judging: fc.constantFrom("latest" as const, "every-period" as const, "average" as const, "best" as const),
    value: fc.integer({ min: 0, max: 3 }).map((figure) => new Decimal(figure)),
    reportingDates: fc.constantFrom([], custom),
  });
  const someReadings = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(aTerms, someReadings, fc.integer({ min: 0, max: 4 }), (changes, months, value) => {
      const days = months
        .toSorted((one, other) => one - other)
        .map((month) => `2023-${String(month).padStart(2, "0")}-15`);
      const seen = seenOn(
        SUMMER_AFTER,
        aTarget(changes),
        days.map((day) => aReading(day, value)),
      );
      expect(!isGreen(seen.light) || isStaleGreen(seen.light, seen.freshness)).toBe(true);
    }),
  );
});
