// The value expected on the due date if the metric continues as before, with the range of 80 % of outcomes.
import { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { readingValue } from "@/lib/domain/targets/completion";
import { courseOf, isWithinYear, momentsOf, TOLERANCE } from "@/lib/domain/targets/forecast-course";
import { type Course, type Moment, momentsAhead, type Outlook, type Point } from "@/lib/domain/targets/forecast-curve";
import { type LevelMethod, levelOutlook } from "@/lib/domain/targets/forecast-level";
import { nextTotal, totalOutlook } from "@/lib/domain/targets/forecast-total";
import { goalOf } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import { known } from "@/lib/domain/targets/maybe";
import type { Known, Reading, TargetTerms } from "@/lib/domain/targets/types";

export const FEWEST_READINGS = 4;
/** The part of the period that has passed by the latest reading. */
const EARLIEST = 1 / 3;
/** The part of outcomes inside the range, in %. */
export const FORECAST_LEVEL = 80;
const DECIMALS = 6;
const FORECAST_METHODS = ["plan-shape", "drift", "last-value"] as const;
type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** A past report and what the same method predicted for it from the reports before. */
interface BackTestPoint {
  readonly asOf: IsoDate;
  readonly predicted: Decimal;
  readonly actual: Decimal;
}

interface BackTest {
  readonly points: readonly BackTestPoint[];
  /** Mean of |actual − predicted|, in the metric's unit. */
  readonly meanAbsoluteError: Decimal;
}

export interface Forecast {
  /** The due date. */
  readonly on: IsoDate;
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly method: ForecastMethod;
  /** How much of the course is last year's: 0–1, two decimals; null if last year is not known. */
  readonly lastYearWeight: number | null;
  readonly backTest: BackTest;
}

/**
 * Why there is no forecast: the kind has none; the due date has passed or been reported, or the target is closed or
 * withdrawn; fewer than four readings; less than a third of the period; neither last year nor the plan says how a total
 * is spread over the year; nothing planned or done yet; numbers too large.
 */
export type NoForecastReason =
  | "not-measured"
  | "over"
  | "too-few-readings"
  | "too-early"
  | "no-season"
  | "nothing-to-extrapolate"
  | "out-of-range";
interface NoForecast {
  readonly known: false;
  readonly reason: NoForecastReason;
  /** The readings with a value in the period. */
  readonly readings: number;
}

export interface ForecastInput {
  /** Approved, of any day; those of the target's own period count. */
  readonly readings: readonly Reading[];
  /** The values of the year before the period, at their own dates; empty if unknown. */
  readonly lastYear: readonly Reading[];
  readonly today: IsoDate;
}

/**
 * The value on the due date, with a range that contains 80 % of outcomes.
 *
 * - `plan-shape` for totals: totalOutlook(), along the plan or last year's months, as far as this year follows them;
 *   a flat plan counts as linear;
 * - `drift` for a climb, `last-value` for a state: levelOutlook(); growth is that of the year to date.
 *
 * Possible values only: a total that never fell stays above its latest value, one that was never negative above 0, a
 * ratio between 0 and 100 if all its readings are (a plan can be exceeded: 120 % of the plan).
 *
 * A total within a year needs a season: last year, or a plan with values or points by date. A straight plan says nothing
 * about the months to come: the same first half may end in a rush or in a lull.
 *
 * Last year counts for periods of up to twelve months, if its values reach their end and there are at least four; for
 * a total without them the points of a `last-year` plan. Not for growth, which compares with it already.
 */
export function forecast(terms: TargetTerms, input: ForecastInput): Known<Forecast> | NoForecast {
  const method = methodOf(terms);
  const moment = momentsOf(terms);
  const points = pointsOf(terms, input.readings, moment);
  const none = (reason: NoForecastReason): NoForecast => ({ known: false, reason, readings: points.length });
  if (method === "none") return none("not-measured");
  if (isOver(terms, points, input.today)) return none("over");
  if (points.length < FEWEST_READINGS) return none("too-few-readings");
  if ((points.at(-1)?.at ?? 0) < moment(terms.dueOn).at * EARLIEST - TOLERANCE) return none("too-early");
  const course = courseOf(terms, input.lastYear, moment);
  if (method === "plan-shape" && !hasSeason(terms, course)) return none("no-season");
  const outlook = outlookOf(terms, method, points, course, moment);
  if (outlook === null) return none("nothing-to-extrapolate");
  const numbers = possible(terms, points, outlook);
  if (!Object.values(numbers).every((number) => number.isFinite())) return none("out-of-range");
  const lastYearWeight = course.lastYear === null ? null : Math.round(outlook.lastYearWeight * 100) / 100;
  return known({
    on: terms.dueOn,
    ...numbers,
    method,
    lastYearWeight,
    backTest: backTest(terms, method, points, course),
  });
}

/** Over several years, the seasons of single ones even out. */
function hasSeason({ plan }: TargetTerms, { end, lastYear }: Course): boolean {
  return lastYear !== null || plan.shape === "values" || plan.shape === "points" || !isWithinYear(end);
}

function isOver({ state, dueOn }: TargetTerms, points: readonly Point[], today: IsoDate): boolean {
  if (state === "closed" || state === "withdrawn" || today > dueOn) return true;
  return points.some((point) => point.on >= dueOn);
}

function rounded(value: number): Decimal {
  return new Decimal(value).toDecimalPlaces(DECIMALS, Decimal.ROUND_HALF_UP);
}

/** The readings with a value since the start date, in order, one per day: the last one wins. */
function pointsOf(terms: TargetTerms, readings: readonly Reading[], moment: (on: IsoDate) => Moment): Point[] {
  const byDay = new Map<IsoDate, Point>();
  for (const reading of readings) {
    const value = readingValue(terms, reading);
    if (value.known && reading.asOf >= terms.startOn)
      byDay.set(reading.asOf, { ...moment(reading.asOf), value: value.value.toNumber() });
  }
  return [...byDay.values()].sort((a, b) => a.at - b.at);
}

/** A total follows its plan, whatever is promised of it; without a figure a value with a start moves. */
function methodOf(terms: TargetTerms): ForecastMethod | "none" {
  if (terms.kind === "cumulative") return "plan-shape";
  if (!KIND_RULES[terms.kind].isMeasured) return "none";
  const goal = goalOf(terms);
  if (goal.type === "unset") return goal.start === null ? "last-value" : "drift";
  return GOAL_RULES[goal.type].forecast;
}

function levelMethodOf(terms: TargetTerms, method: ForecastMethod, end: Moment): LevelMethod {
  if (method === "drift") return "drift";
  return terms.kind === "growth" && isWithinYear(end) ? "year-to-date" : "last-value";
}

function outlookOf(
  terms: TargetTerms,
  method: ForecastMethod,
  points: readonly Point[],
  course: Course,
  moment: (on: IsoDate) => Moment,
): Outlook | null {
  if (method !== "plan-shape") {
    return levelOutlook(points, course.end, course.lastYear, levelMethodOf(terms, method, course.end));
  }
  return totalOutlook(points, momentsAhead(points, course.end, moment), course);
}

/** The outlook within what is possible. */
function possible(terms: TargetTerms, points: readonly Point[], outlook: Outlook) {
  const values = points.map((point) => point.value);
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (terms.kind === "cumulative") {
    const rises = values.every((value, index) => value >= (values[index - 1] ?? value));
    if (rises) least = values.at(-1) ?? least;
    else if (values.every((value) => value >= 0)) least = 0;
  }
  const starts = [terms.baseline?.value, terms.value].flatMap((one) => (one == null ? [] : [one.toNumber()]));
  if (terms.kind === "level" && [...values, ...starts].every((value) => value >= 0)) least = 0;
  if (terms.kind === "ratio" && values.every((value) => value >= 0 && value <= 100)) [least, most] = [0, 100];
  const inside = (value: number) => rounded(Math.min(most, Math.max(least, value)));
  return { value: inside(outlook.value), low: inside(outlook.low), high: inside(outlook.high) };
}

function backTest(terms: TargetTerms, method: ForecastMethod, points: readonly Point[], course: Course): BackTest {
  const predict = (past: readonly Point[], next: Point, later: readonly Point[]) =>
    method === "plan-shape"
      ? nextTotal(past, [next, ...later, course.end], course)
      : (levelOutlook(past, next, course.lastYear, levelMethodOf(terms, method, course.end))?.value ?? null);
  const tested = points.flatMap((point, index) => {
    const predicted = predict(points.slice(0, index), point, points.slice(index + 1));
    if (index === 0 || predicted === null || !Number.isFinite(predicted)) return [];
    return [{ asOf: point.on, predicted: rounded(predicted), actual: rounded(point.value) }];
  });
  const total = tested.reduce((sum, { actual, predicted }) => sum.plus(actual.minus(predicted).abs()), new Decimal(0));
  const meanAbsoluteError = tested.length === 0 ? total : total.div(tested.length);
  return { points: tested, meanAbsoluteError: meanAbsoluteError.toDecimalPlaces(DECIMALS, Decimal.ROUND_HALF_UP) };
}
