import type { ChartReading, TargetChartInput } from "./target-chart-input";

/** The latest reading on the day of view. */
export function latestReading({ readings, today }: TargetChartInput): ChartReading | null {
  const known = readings.filter(({ asOf }) => asOf <= today);
  return known.reduce<ChartReading | null>((last, one) => (last === null || one.asOf > last.asOf ? one : last), null);
}
