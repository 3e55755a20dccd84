import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assessTarget } from "@/lib/domain/targets/assess";
import { termsFrom } from "@/lib/domain/targets/revisions";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import { aReading } from "@/testing/target-builders";
import { readNewTarget } from "./new-target";

const ENERGY = {
  code: "2025-E01",
  title: "单位GDP能耗",
  owner: "development",
  metric: "",
  "metric.kind": "change",
  "metric.name": "单位GDP能耗比2020年变化",
  "metric.unit": "%",
  "metric.direction": "decrease",
  "metric.precision": "1",
  "change.amount": "13.5",
  "change.year": "2020",
  startOn: "2021-01-01",
  dueOn: "2025-12-31",
  calendar: "yearly",
  visibility: "public",
};

const read = (change: Record<string, string> = {}) => readNewTarget({ ...ENERGY, ...change }, () => undefined);

function errorsOf(change: Record<string, string>) {
  const result = read(change);
  return result.ok ? {} : result.errors;
}

describe("a change over years in the form of a new target", () => {
  it("reads a fall of 13.5 % against 2020 as a level of at most -13.5, from 0 in 2020", () => {
    const result = read();
    expect(result.ok && { kind: result.target.kind, terms: result.target.terms }).toMatchObject({
      kind: "level",
      terms: {
        comparator: "at-most",
        value: "-13.5",
        baselineValue: "0",
        baselineYear: 2020,
        baselineOrigin: "derived",
        planShape: "linear",
        judging: "latest",
      },
    });
  });

  it("reads a rise of 5 percentage points as a level of at least 5", () => {
    const result = read({ "metric.direction": "increase", "metric.unit": "个百分点", "change.amount": "5" });
    expect(result.ok && result.target.terms).toMatchObject({ comparator: "at-least", value: "5", baselineValue: "0" });
  });

  it.each([
    ["2021-12-31", "-2.7", "on-track"],
    ["2021-12-31", "0", "far-behind"],
    ["2023-12-31", "-7.3", "behind"],
    ["2025-12-31", "-13.4", "far-behind"],
    ["2025-12-31", "-13.5", "achieved"],
  ])("gives %s with %s the light %s", (asOf, value, light) => {
    const result = read();
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    const terms = termsFrom(result.target.terms, { kind: "level", direction: "decrease", steps: [] });
    const inForce = { ...terms, state: "received" as const };
    expect(assessTarget(inForce, [aReading(asOf, value)], DEFAULT_RULES).light).toBe(light);
  });

  it("takes planned values by year", () => {
    const result = read({ planShape: "values", "plan:2021-12-31": "-2.7", "plan:2023-12-31": "-8" });
    expect(result.ok && result.target.terms).toMatchObject({
      planShape: "values",
      planValues: [
        { on: isoDate("2021-12-31"), value: "-2.7" },
        { on: isoDate("2023-12-31"), value: "-8" },
      ],
    });
  });

  it.each([
    ["change.amount", "-13.5", "change-not-above-zero"],
    ["change.amount", "0", "change-not-above-zero"],
    ["change.amount", "much", "not-a-number"],
    ["change.year", "", "required"],
    ["change.year", "20", "not-a-year"],
  ])("names the field %s for %j", (field, typed, fault) => {
    expect(errorsOf({ [field]: typed })).toEqual({ [field]: fault });
  });

  it("leaves a draft without an amount open", () => {
    const result = read({ "change.amount": "" });
    expect(result.ok && result.target.terms.value).toBe(null);
  });
});
