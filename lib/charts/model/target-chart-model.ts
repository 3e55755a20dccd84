// The chart of one target.
import type { TargetChartModel } from "./chart-model";
import { prepareGanttChart } from "./gantt-model";
import { preparePlotChart } from "./plot-model";
import type { TargetChartInput } from "./target-chart-input";

/**
 * The chart of one target at `input.today`: axes, ticks, series, marks, text and table.
 * Ignores readings and revisions after `today`. An unknown value is a gap.
 */
export function prepareTargetChart(input: TargetChartInput): TargetChartModel {
  return input.metric.kind === "milestone" ? prepareGanttChart(input) : preparePlotChart(input);
}
