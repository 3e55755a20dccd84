import { expect, it } from "vitest";
import { readingsAt } from "@/lib/charts/model/plot-rows";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { aLevelChart, aRankChart, aRevisedCumulativeChart } from "@/testing/chart-builders";
import type { TargetChartInput } from "./target-chart-input";

function differences(input: TargetChartInput): (string | undefined)[] {
  const model = prepareTargetChart(input);
  if (model.drawing !== "plot") throw new Error("not a plot");
  const reported = model.series.find(({ role }) => role === "reported");
  return (reported?.points ?? []).map(
    ({ x }) => readingsAt(model, x).find(({ key }) => key === "reported")?.againstPlan,
  );
}

it("names the difference of each reported value from the plan of its day, none for a gap", () => {
  expect(differences(aRevisedCumulativeChart())).toEqual([
    undefined,
    "比计划低13.33亿元",
    "比计划低3亿元",
    "比计划高3.33亿元",
    "比计划高1.67亿元",
    "与计划一致",
    undefined,
    "比计划低6亿元",
    "比计划低0.5亿元",
  ]);
  expect(differences(aLevelChart({ lang: "en" }))).toEqual([
    "1.5 kgce above plan",
    "1 kgce above plan",
    "1.2 kgce above plan",
  ]);
});

it("names no difference where no plan is drawn", () => {
  expect(differences(aRankChart()).every((one) => one === undefined)).toBe(true);
});
