import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { lastYearReadings, lastYearValues, type PastValue } from "@/lib/domain/targets/last-year";
import { aTarget } from "@/testing/target-builders";

function aPastValue(asOf: string, origin: PastValue["origin"] = "printed"): PastValue {
  return { asOf: isoDate(asOf), value: new Decimal(40), origin };
}

describe("lastYearValues", () => {
  it("keeps the values of the year before the period", () => {
    const pastValues = ["2021-12-31", "2022-01-31", "2022-12-31", "2023-01-31"].map((day) => aPastValue(day));
    const kept = lastYearValues({ terms: aTarget(), pastValues, readings: [] });
    expect(kept.map((past) => past.asOf)).toEqual(["2022-01-31", "2022-12-31"]);
  });

  it("does not use samples next to real reports", () => {
    const pastValues = [aPastValue("2022-06-30", "illustrative"), aPastValue("2022-12-31", "derived")];
    const days = (readings: readonly { readonly illustrative: boolean }[]) =>
      lastYearValues({ terms: aTarget(), pastValues, readings }).map((past) => past.asOf);
    expect(days([{ illustrative: true }])).toEqual(["2022-06-30", "2022-12-31"]);
    expect(days([{ illustrative: true }, { illustrative: false }])).toEqual(["2022-12-31"]);
  });
});

describe("lastYearReadings", () => {
  it("gives the percentage of a ratio as a numerator of 100", () => {
    const target = { terms: aTarget({ kind: "ratio" }), pastValues: [aPastValue("2022-12-31")], readings: [] };
    expect(lastYearReadings(target)).toMatchObject([{ numerator: new Decimal(40), denominator: new Decimal(100) }]);
  });
});
