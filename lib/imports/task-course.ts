// Which way the value of an imported task goes, whether better counts as well, and whether it has a way to go.
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import type { Direction, Judging } from "@/lib/domain/targets/types";
import { isLessBetter, mustHold } from "@/lib/imports/grammar/better-words";
import type { TaskTarget } from "@/lib/imports/tasks/results";

/** 起数, 人数, 年均值: short names that only the title explains. */
const SHORT_NAME = 4;

function isLessBetterIn({ metric, title }: TaskTarget): boolean | null {
  const name = metric ?? "";
  return isLessBetter(name) ?? (name.length <= SHORT_NAME ? isLessBetter(title ?? "") : null);
}

function isBelowBaseline({ value, baselineValue }: TaskTarget): boolean {
  return value !== null && baselineValue !== null && baselineValue > value;
}

/**
 * A comparator with one side decides. Otherwise less is better for a figure of 0, for metrics such as accidents, and
 * for a level or ratio that starts above its figure. A total below last year's stays open: fewer new jobs are no gain.
 */
export function directionOf(target: TaskTarget): Direction {
  const { kind, comparator, value, growthPct } = target;
  if (kind === "rank" || comparator === "at-most" || comparator === "less-than") return "decrease";
  if (comparator === "at-least" || comparator === "more-than") return "increase";
  if (value === 0) return "decrease";
  // The figure is the size of a fall: 单位GDP能耗下降3%.
  if (kind === "growth" && growthPct !== null && growthPct < 0) return "increase";
  const isLess = isLessBetterIn(target);
  if (isLess !== null) return isLess ? "decrease" : "increase";
  return (kind === "level" || kind === "ratio") && isBelowBaseline(target) ? "decrease" : "increase";
}

/**
 * Whether a value beyond a bare number keeps the promise as well: only above a positive figure, where more is better
 * and the number is not short of its baseline. Nothing else in a table says which side is the better one.
 */
export function isOrBetter(target: TaskTarget): boolean {
  const { comparator, value } = target;
  const isBare = comparator === "equal" && value !== null;
  return isBare && value > 0 && directionOf(target) === "increase" && !isBelowBaseline(target);
}

/** Every period counts for what must hold all the time: 动态清零, 零事故. Null: as usual for the kind. */
export function judgingOf(target: TaskTarget): Judging | null {
  const { kind, value, title, metric } = target;
  const isState = kind === "yes-no" || value === 0;
  const holds = target.mustHold === true || mustHold(`${title ?? ""} ${metric ?? ""}`);
  return isState && holds && KIND_RULES[kind].judgings.includes("every-period") ? "every-period" : null;
}

/** A level or ratio that starts short of its figure has a way to go; one that meets it must stay there. */
export function hasWayToGo(target: TaskTarget): boolean {
  const { kind, value, baselineValue } = target;
  if ((kind !== "level" && kind !== "ratio") || value === null || baselineValue === null) return false;
  if (judgingOf(target) !== null) return false;
  return directionOf(target) === "increase" ? baselineValue < value : baselineValue > value;
}
