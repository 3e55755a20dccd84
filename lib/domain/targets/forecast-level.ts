// The forecast of a level or rate: the latest value, moved on by its own pace and by last year's change.
import {
  type Course,
  type LastYear,
  type Moment,
  mean,
  type Outlook,
  type Point,
  studentQuantile,
  sum,
} from "@/lib/domain/targets/forecast-curve";

// Calibrated on the families of testing/forecast-families.ts (docs/decisions/0061-forecast-calibration.md).
/** How the variance of a change grows beyond the lengths that were seen: between noise (0) and a random walk (1). */
const GROWTH = 0.8;
/** How sharply changes over about as many months as lie ahead are preferred: of double or half the length count 2 %. */
const LIKENESS = 8;
/** What last year's own changes count next to this year's, and the part of it of the same months. */
const LAST_YEAR = { counts: 0.5, sameMonths: 0.3 };
/** How sharply the smaller variance decides the weight. */
const SHARPNESS = 1.5;
/** Months that differ by less are the same. */
const CLOSE = 1e-6;

export type LevelMethod = "drift" | "last-value" | "year-to-date";

interface Change {
  readonly from: Point;
  readonly to: Pick<Moment, "at">;
  readonly months: number;
  readonly pace: number;
}

/**
 * The variance of a change over `months`, from the changes between pairs of values: from those over about as many months;
 * where most are over fewer months, from all of them, extended to that length. Short changes alone would be a poor
 * measure of a long one, because noise and season grow otherwise than a random walk.
 */
function varianceOver(months: number, points: readonly Pick<Point, "at" | "value">[]): number {
  const changes = points.flatMap((later, index) =>
    points
      .slice(0, index)
      .map((earlier) => ({ square: (later.value - earlier.value) ** 2, length: later.at - earlier.at })),
  );
  if (changes.length === 0) return 0;
  const isLonger = months > mean(changes.map(({ length }) => length)) + CLOSE;
  const weights = changes.map(({ length }) => (isLonger ? 1 : Math.exp(-LIKENESS * Math.log(length / months) ** 2)));
  const total = sum(weights);
  const square = sum(changes.map((change, index) => change.square * (weights[index] ?? 0))) / total;
  const length = sum(changes.map((change, index) => change.length * (weights[index] ?? 0))) / total;
  return square * (months / length) ** GROWTH;
}

/**
 * The variance of the growth of a year to date at the end: it is the mean of monthly rates, of which those to come vary
 * as those so far do.
 */
function variancePerMonths(points: readonly Point[], end: number): number {
  const last = points.at(-1);
  if (last === undefined || points.length < 2) return 0;
  const squares = points.map((point, index) => {
    const before = points[index - 1] ?? { at: 0, value: 0 };
    const months = point.at - before.at;
    return months * ((point.at * point.value - before.at * before.value) / months - last.value) ** 2;
  });
  return (sum(squares) / (points.length - 1)) * ((end - last.at) / (last.at * end));
}

/** The variance of the method's own error over the change, without last year. */
function ownVariance(method: LevelMethod, points: readonly Point[], { months, pace, from, to }: Change): number {
  if (method === "year-to-date") return variancePerMonths(points, to.at);
  const variance = varianceOver(
    months,
    points.map(({ at, value }) => ({ at, value: value - pace * at })),
  );
  if (method === "last-value") return variance;
  const span = from.at - (points[0]?.at ?? 0);
  return variance * (points.length / (points.length - 1)) * (1 + months / span);
}

/** The mean squared error of the method over the same months of last year, and over as many months from any other. */
function errorLastYear(lastYear: LastYear, points: readonly Point[], { from, to, months, pace }: Change): number {
  const first = points[0]?.at ?? 0;
  const slope = pace === 0 ? 0 : (lastYear.valueAt(from.at) - lastYear.valueAt(first)) / (from.at - first);
  const error = (at: number) => (lastYear.valueAt(at + months) - lastYear.valueAt(at) - slope * months) ** 2;
  const others = points.map((point) => point.at).filter((at) => at + months <= to.at + CLOSE);
  return LAST_YEAR.sameMonths * error(from.at) + (1 - LAST_YEAR.sameMonths) * mean(others.map(error));
}

/**
 * A level on a later day: v + (1 − w) × pace × months + w × last year's change over the same months. The pace is the
 * mean monthly change so far (`drift`), or 0. The weight w is by the variances of both ways: of the method, this year
 * and last year, and of the difference between the two years.
 *
 * Range: ± the 90th percentile of Student's t × the standard error. Null with fewer than two points.
 */
export function levelOutlook(
  points: readonly Point[],
  to: Moment,
  lastYear: Course["lastYear"],
  method: LevelMethod,
): Outlook | null {
  const [first, from] = [points[0], points.at(-1)];
  if (first === undefined || from === undefined || first === from) return null;
  const months = to.at - from.at;
  const pace = method === "drift" ? (from.value - first.value) / (from.at - first.at) : 0;
  const change: Change = { from, to, months, pace };
  let variance = ownVariance(method, points, change);
  let [value, weight] = [from.value + pace * months, 0];
  if (lastYear !== null) {
    variance += LAST_YEAR.counts * errorLastYear(lastYear, points, change);
    variance /= 1 + LAST_YEAR.counts;
    const differences = points.map((point) => ({ at: point.at, value: point.value - lastYear.valueAt(point.at) }));
    const between = varianceOver(months, differences);
    const [own, its] = [variance ** SHARPNESS, between ** SHARPNESS];
    weight = own + its > 0 ? own / (own + its) : 0;
    value += weight * (lastYear.valueAt(to.at) - lastYear.valueAt(from.at) - pace * months);
    variance = weight * between + (1 - weight) * variance;
  }
  const half = studentQuantile(points.length - 1) * Math.sqrt(variance);
  return { value, low: value - half, high: value + half, lastYearWeight: weight };
}
