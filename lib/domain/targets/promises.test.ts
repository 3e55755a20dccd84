// Promises that governments printed, each with readings, the light they get, and why. The wording of the promise is the
// source's, shortened; the readings are examples.
import { describe, expect, it } from "vitest";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { assessOn } from "@/lib/domain/targets/overdue";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import { CITIES } from "@/testing/promises/cities";
import { PLANS } from "@/testing/promises/plans";
import { WORLD } from "@/testing/promises/world";
import { aReading } from "@/testing/target-builders";

describe.each([
  ["cities", CITIES],
  ["plans", PLANS],
  ["world", WORLD],
])("%s", (_name, cases) => {
  it.each(cases.map((one) => [`${one.promise}: ${one.light}, ${one.why}`, one] as const))("%s", (_title, one) => {
    const readings = one.readings.map((reading) =>
      "asOf" in reading ? reading : aReading(reading[0], String(reading[1])),
    );
    const latest = readings.at(-1)?.asOf ?? addDays(one.terms.startOn, 1);
    const { light } = assessOn(one.terms, readings, DEFAULT_RULES, one.on === undefined ? latest : isoDate(one.on));
    expect(light).toBe(one.light);
  });
});

it("covers at least 50 promises", () => {
  expect(new Set([...CITIES, ...PLANS, ...WORLD].map(({ promise }) => promise)).size).toBeGreaterThanOrEqual(50);
});
