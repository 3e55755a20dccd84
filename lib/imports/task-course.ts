// Which way the value of an imported task goes, and whether it has a way to go.
import type { TaskTarget } from "@/lib/imports/tasks/results";

export function directionOf({ kind, comparator }: TaskTarget): "increase" | "decrease" {
  return kind === "rank" || comparator === "at-most" || comparator === "less-than" ? "decrease" : "increase";
}

/** A level or ratio that starts short of its figure has a way to go; one that meets it must stay there. */
export function hasWayToGo(target: TaskTarget): boolean {
  const { kind, value, baselineValue } = target;
  if ((kind !== "level" && kind !== "ratio") || value === null || baselineValue === null) return false;
  return directionOf(target) === "increase" ? baselineValue < value : baselineValue > value;
}
