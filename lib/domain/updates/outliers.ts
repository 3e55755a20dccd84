// Unusual values that a reviewer should check. They are not rejected.
import { Decimal } from "decimal.js";
import { monthsBetween } from "@/lib/domain/calendar/months";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { isCountUnit } from "@/lib/domain/units/units";

const OUTLIERS = ["negative", "decrease", "unchanged", "over-promise", "off-trend"] as const;
export type Outlier = (typeof OUTLIERS)[number];

/** Equal values in a row, including the new one, that count as unchanged. */
const UNCHANGED_RUN = 3;
/** Earlier values that a trend needs. */
const TREND_POINTS = 4;
const SPREADS = 3;

interface Point {
  readonly reading: Reading;
  readonly value: Decimal;
}

function pointsOf(terms: TargetTerms, readings: readonly Reading[]): Point[] {
  return readings.flatMap((reading) => {
    const value = readingValue(terms, reading);
    return value.known ? [{ reading, value: value.value }] : [];
  });
}

function median(sorted: readonly Decimal[]): Decimal {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return new Decimal(0);
  return sorted.length % 2 === 1 || low === undefined ? high : low.plus(high).div(2);
}

const ascending = (one: Decimal, other: Decimal) => one.comparedTo(other);

/**
 * Far from the trend: the change per month since the last value lies more than three spreads from the median change
 * per month so far. The spread is the median distance of the earlier changes from their median, and at least half of
 * that median, so that a perfectly even past does not make every new value an outlier. A past without any change gives
 * no trend. Needs four earlier values.
 */
function isOffTrend(points: readonly Point[], next: Point): boolean {
  if (points.length < TREND_POINTS) return false;
  const rates: Decimal[] = [];
  for (const [index, { reading, value }] of [...points, next].entries()) {
    const before = index === 0 ? undefined : [...points, next][index - 1];
    if (before === undefined) continue;
    const months = monthsBetween(before.reading.asOf, reading.asOf);
    if (months.lte(0)) return false;
    rates.push(value.minus(before.value).div(months));
  }
  const latest = rates.pop();
  if (latest === undefined) return false;
  const typical = median(rates.toSorted(ascending));
  const distances = rates.map((rate) => rate.minus(typical).abs()).sort(ascending);
  const spread = Decimal.max(median(distances), typical.abs().div(2));
  return spread.gt(0) && latest.minus(typical).abs().gt(spread.times(SPREADS));
}

/**
 * What is unusual about a reading, given the approved ones: a count below zero; a total that went down; the third equal
 * value in a row; a completion over 100 %; a change far from the trend. `earlier` may contain readings of any day: only
 * those before the reading's own count. For milestones, ranks and yes-no answers, only the completion is checked.
 */
export function findOutliers(
  terms: TargetTerms,
  earlier: readonly Reading[],
  reading: Reading,
  { completionRatio, unit }: { readonly completionRatio: number | null; readonly unit: string },
): Outlier[] {
  const found: Outlier[] = [];
  const [next] = pointsOf(terms, [reading]);
  if (terms.kind === "cumulative" && isCountUnit(unit) && next?.value.lt(0)) found.push("negative");
  if (KIND_RULES[terms.kind].isMeasured && next !== undefined) {
    const before = earlier.filter((one) => one.asOf < reading.asOf).toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
    const points = pointsOf(terms, before);
    const last = points.at(-1);
    if (terms.kind === "cumulative" && last !== undefined && next.value.lt(last.value)) found.push("decrease");
    const run = points.slice(1 - UNCHANGED_RUN);
    if (run.length === UNCHANGED_RUN - 1 && run.every(({ value }) => value.equals(next.value))) found.push("unchanged");
    if (isOffTrend(points, next)) found.push("off-trend");
  }
  if (completionRatio !== null && completionRatio > 1) found.push("over-promise");
  return found;
}
