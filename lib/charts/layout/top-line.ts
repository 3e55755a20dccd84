// The line above a plot: its unit on the left, and the cut-off above its mark, next to the unit, or on a line of its own.
import type { ChartMark } from "@/lib/charts/model/chart-model";
import { padOf, TEXT_SIZE } from "./figure-layout";
import { textWidth } from "./text-width";

const TOP = 26;
const LINE = 15;
const GAP = 8;

/** "Data cut-off 5 January 2023"; empty without a mark of the day of view. */
export function cutOffText(marks: readonly ChartMark[]): string {
  const today = marks.find(({ role }) => role === "today");
  return today === undefined ? "" : `${today.label} ${today.detail}`;
}

function fitsBeside(unitLabel: string, cutOff: string, width: number): boolean {
  return textWidth(unitLabel, TEXT_SIZE) + GAP + textWidth(cutOff, TEXT_SIZE) <= width;
}

/** Space above the plot, with a second line where the cut-off has no room next to the unit. @param width of the figure. */
export function topMargin(unitLabel: string, marks: readonly ChartMark[], width: number, right: number): number {
  const cutOff = cutOffText(marks);
  const room = width - 2 * padOf(true) - right;
  return cutOff === "" || fitsBeside(unitLabel, cutOff, room) ? TOP : TOP + LINE;
}

interface CutOffPlace {
  readonly middle: number;
  /** How far above the unit. */
  readonly above: number;
}

/** The middle of the label: above its mark at `x` where the unit leaves room for it, between `left` and `right`. */
export function placeCutOff(unitLabel: string, cutOff: string, x: number, left: number, right: number): CutOffPlace {
  const half = textWidth(cutOff, TEXT_SIZE) / 2;
  const isBeside = fitsBeside(unitLabel, cutOff, right - left);
  const first = isBeside ? left + textWidth(unitLabel, TEXT_SIZE) + GAP : left;
  return { middle: Math.max(first + half, Math.min(right - half, x)), above: isBeside ? 0 : LINE };
}
