// One target → its chart.
import type { TargetChartModel } from "./chart-model";
import { prepareGanttChart } from "./gantt-model";
import { preparePlotChart } from "./plot-model";
import type { TargetChartInput } from "./target-chart-input";

/**
 * The chart of one target at `input.today`: axes, ticks, series, marks, words and table, all decided here.
 * Readings after `today` and revisions after `today` are left out. A value that is not known is a gap.
 */
export function prepareTargetChart(input: TargetChartInput): TargetChartModel {
  return input.metric.kind === "milestone" ? prepareGanttChart(input) : preparePlotChart(input);
}
