import { Decimal } from "decimal.js";
import { expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assessOn } from "@/lib/domain/targets/overdue";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { aTarget } from "@/testing/target-builders";
import { sampleReadings } from "./sample-readings";

function samplesOf(terms: TargetTerms) {
  const alone: TargetTerms = { ...terms, calendar: "none" };
  return sampleReadings(terms, 1).map((reading) => [
    reading.value?.toNumber() ?? reading.completedSteps.length,
    assessOn(alone, [reading], DEFAULT_RULES, reading.asOf).light,
  ]);
}

const plan = (shape: TargetTerms["plan"]["shape"]) => ({ shape, points: [], values: [], mergeJanuaryFebruary: false });

it.each(["ratio", "growth", "level"] as const)("shows a %s below, inside and above its range", (kind) => {
  const range = aTarget({
    kind,
    comparator: "between",
    value: new Decimal(20),
    upperValue: new Decimal(30),
    baseline: null,
    plan: plan("flat"),
  });
  expect(samplesOf(range)).toEqual([
    [10, "far-behind"],
    [25, "on-track"],
    [40, "far-behind"],
  ]);
});

it("shows a total whose pace ends below, inside and above its range", () => {
  const range = { comparator: "between", value: new Decimal(20), upperValue: new Decimal(30), baseline: null } as const;
  const lights = samplesOf(aTarget({ ...range, kind: "cumulative", plan: plan("linear") })).map(([, light]) => light);
  expect(lights).toEqual(["far-behind", "on-track", "behind"]);
});

const step = (key: string, plannedOn: string) => ({
  key,
  title: key,
  titleEn: key,
  weight: 1,
  plannedOn: isoDate(plannedOn),
});

it("shows a milestone with no step completed, with the planned ones, and with all", () => {
  const steps = [step("a", "2023-03-31"), step("b", "2023-05-15"), step("c", "2023-11-30")];
  const milestone = { kind: "milestone", comparator: "equal", value: null, baseline: null } as const;
  expect(samplesOf(aTarget({ ...milestone, steps, plan: plan("milestones") }))).toEqual([
    [0, "far-behind"],
    [2, "on-track"],
    [3, "achieved"],
  ]);
  expect(samplesOf(aTarget({ ...milestone, steps: [step("c", "2023-11-30")], plan: plan("milestones") }))).toEqual([
    [0, "on-track"],
    [1, "achieved"],
  ]);
});
