// What a target's chart is called, on its own and among others.
import type { TargetChartInput } from "./target-chart-input";

type Named = Pick<TargetChartInput, "title" | "metric">;

/** A name that the target's title does not contain. Steps and answers have none: their metric repeats the title. */
function measureOf({ title, metric }: Named): string | null {
  const isMeasured = metric.kind !== "milestone" && metric.kind !== "yes-no";
  return isMeasured && metric.name !== "" && !title.includes(metric.name) ? metric.name : null;
}

/** The title of a chart of one target: what it measures; the target's title is in the line below its picture. */
export function chartTitle(input: Named): string {
  return measureOf(input) ?? input.title;
}

/** The same among other targets, where no such line tells which target it is: 工业投资 · 扩大有效投资. */
export function panelTitle(input: Named): string {
  return [measureOf(input), input.title].filter((part) => part !== null).join(" · ");
}
