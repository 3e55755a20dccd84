// Positions on an axis, and the tick labels that fit.
import type { AxisTick, ChartAxis } from "@/lib/charts/model/chart-model";
import { TEXT_SIZE } from "./figure-layout";
import { textWidth } from "./text-width";

/** A value's position on an axis from `from` to `to` pixels. */
export function position(axis: ChartAxis, from: number, to: number): (value: number) => number {
  const [low, high] = axis.domain;
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

/** The width of the widest label. */
export function widest(ticks: readonly AxisTick[]): number {
  return Math.max(0, ...ticks.map((tick) => textWidth(tick.label, TEXT_SIZE)));
}

/** Ticks whose labels fit `width` pixels: all, or every second, third, … from the last. */
export function fittingTicks(axis: ChartAxis, width: number): AxisTick[] {
  const ticks = axis.ticks.filter((tick) => tick.label !== "");
  const minimumGap = widest(ticks) + 6;
  const scale = position(axis, 0, width);
  const at = (tick: AxisTick) => scale(tick.labelAt ?? tick.at);
  for (let every = 1; every < ticks.length; every += 1) {
    const labelled = ticks.filter((_, index) => (ticks.length - 1 - index) % every === 0);
    const apart = labelled.every((tick, index) => {
      const next = labelled[index + 1];
      return next === undefined || at(next) - at(tick) >= minimumGap;
    });
    if (apart) return labelled;
  }
  return ticks.slice(-1);
}

/** Space right of the plot so that the last tick label stays inside the figure. */
export function rightOverhang(axis: ChartAxis): number {
  const last = axis.ticks.at(-1);
  // A name in the middle of its month does not reach beyond it.
  if (last?.labelAt !== undefined) return 10;
  return Math.max(10, Math.ceil(textWidth(last?.label ?? "", TEXT_SIZE) / 2) + 2);
}
