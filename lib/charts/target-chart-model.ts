// One target → its chart.
import type { TargetChartModel } from "@/lib/charts/chart-model";
import { prepareGanttChart } from "@/lib/charts/gantt-model";
import { preparePlotChart } from "@/lib/charts/plot-model";
import type { TargetChartInput } from "@/lib/charts/target-chart-input";

/**
 * The chart of one target at `input.today`: axes, ticks, series, marks, words and table, all decided here.
 * Readings after `today` and revisions after `today` are left out. A value that is not known is a gap.
 */
export function prepareTargetChart(input: TargetChartInput): TargetChartModel {
  return input.metric.kind === "milestone" ? prepareGanttChart(input) : preparePlotChart(input);
}
