// The value expected on the due date if the metric continues as before, and the pace that is needed.
import { Decimal } from "decimal.js";
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { monthsBetween } from "@/lib/domain/calendar/months";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { readingValue } from "@/lib/domain/targets/completion";
import { planShare } from "@/lib/domain/targets/expected";
import { goalOf } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import { known, unknown } from "@/lib/domain/targets/maybe";
import type { Maybe, Reading, TargetTerms } from "@/lib/domain/targets/types";

const FEWEST_POINTS = 3;
/** Half width of the range in standard errors: 80 % of outcomes, if errors are normal and independent. */
const RANGE_WIDTH = new Decimal("1.28");
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
  readonly backTest: BackTest;
}

interface Point {
  readonly asOf: IsoDate;
  readonly value: Decimal;
}

type Predict = (past: readonly Point[], on: IsoDate) => Decimal | null;

/**
 * The value on the due date, with a range, from the approved readings inside the target's period.
 *
 * - `plan-shape` for totals: the latest value scaled along the plan, v × e(due) ÷ e(as of), so that a year whose work
 *   comes late is not forecast as a failure in spring. A flat plan counts as linear;
 * - `drift` for a climb: the latest value plus the mean monthly change since the first reading × the months left;
 * - `last-value` for a state: the latest value.
 *
 * Range: ±1.28 × RMS of the method's past one-step errors (its back-test) × √(steps left), where a step is the mean
 * time between reports. A total that never fell is not forecast below its latest value. After a reading of the due
 * date or later, the forecast is that value, without a range.
 *
 * Unknown: `too-few-points` with fewer than 3 usable readings or none to test on; `not-a-percentage` for rank,
 * milestone and yes-no; `out-of-range` when a number is too large to compute with.
 */
export function forecast(terms: TargetTerms, readings: readonly Reading[]): Maybe<Forecast> {
  const method = methodOf(terms);
  if (method === "none") return unknown("not-a-percentage");
  const points = pointsOf(terms, readings);
  const latest = points.at(-1);
  const first = points[0];
  if (latest === undefined || first === undefined || points.length < FEWEST_POINTS) return unknown("too-few-points");
  const predict = predictorOf(terms, method);
  const tested = backTest(points, predict);
  const end = latest.asOf >= terms.dueOn ? latest.value : predict(points, terms.dueOn);
  if (end === null || tested.length === 0) return unknown("too-few-points");
  const monthsLeft = Decimal.max(0, monthsBetween(latest.asOf, terms.dueOn));
  const stepsLeft = monthsLeft.div(monthsBetween(first.asOf, latest.asOf).div(points.length - 1));
  const spread = rootMeanSquare(tested).times(RANGE_WIDTH).times(stepsLeft.sqrt());
  const rises = terms.kind === "cumulative" && points.every((point, i) => i === 0 || !isFall(points[i - 1], point));
  const low = rises ? Decimal.max(end.minus(spread), latest.value) : end.minus(spread);
  const numbers = { value: rounded(end), low: rounded(Decimal.min(low, end)), high: rounded(end.plus(spread)) };
  if (!Object.values(numbers).every((number) => number.isFinite())) return unknown("out-of-range");
  return known({ on: terms.dueOn, ...numbers, method, backTest: summary(tested) });
}

function isFall(before: Point | undefined, after: Point): boolean {
  return before !== undefined && after.value.lt(before.value);
}

function rounded(value: Decimal): Decimal {
  return value.toDecimalPlaces(DECIMALS, Decimal.ROUND_HALF_UP);
}

/** The readings with a value since the start date, in order, one per day: the last one wins. */
function pointsOf(terms: TargetTerms, readings: readonly Reading[]): Point[] {
  const byDay = new Map<IsoDate, Point>();
  for (const reading of readings) {
    const value = readingValue(terms, reading);
    if (value.known && reading.asOf >= terms.startOn)
      byDay.set(reading.asOf, { asOf: reading.asOf, value: value.value });
  }
  return [...byDay.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

/** A total follows its plan, whatever is promised of it; without a figure a value with a start moves. */
function methodOf(terms: TargetTerms): ForecastMethod | "none" {
  if (terms.kind === "cumulative") return "plan-shape";
  if (!KIND_RULES[terms.kind].isMeasured) return "none";
  const goal = goalOf(terms);
  if (goal.type === "unset") return goal.start === null ? "last-value" : "drift";
  return GOAL_RULES[goal.type].forecast;
}

function predictorOf(terms: TargetTerms, method: ForecastMethod): Predict {
  if (method === "last-value") return (past) => past.at(-1)?.value ?? null;
  if (method === "drift") return drift;
  const shape = terms.plan.shape === "flat" ? "linear" : terms.plan.shape;
  const curve: TargetTerms = { ...terms, plan: { ...terms.plan, shape } };
  return (past, on) => scaleByPlan(curve, past, on);
}

function scaleByPlan(curve: TargetTerms, past: readonly Point[], on: IsoDate): Decimal | null {
  const last = past.at(-1);
  if (last === undefined) return null;
  const [now, then] = [planShare(curve, last.asOf), planShare(curve, on)];
  if (!now.known || !then.known || now.value.lte(0)) return null;
  return last.value.times(then.value).div(now.value);
}

function drift(past: readonly Point[], on: IsoDate): Decimal | null {
  const [first, last] = [past[0], past.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const aMonth = last.value.minus(first.value).div(monthsBetween(first.asOf, last.asOf));
  return last.value.plus(aMonth.times(monthsBetween(last.asOf, on)));
}

function backTest(points: readonly Point[], predict: Predict): BackTestPoint[] {
  return points.flatMap((point, index) => {
    const predicted = predict(points.slice(0, index), point.asOf);
    return predicted === null ? [] : [{ asOf: point.asOf, predicted: rounded(predicted), actual: point.value }];
  });
}

function summary(points: readonly BackTestPoint[]): BackTest {
  const total = points.reduce((sum, { actual, predicted }) => sum.plus(actual.minus(predicted).abs()), new Decimal(0));
  return { points, meanAbsoluteError: rounded(total.div(points.length)) };
}

function rootMeanSquare(points: readonly BackTestPoint[]): Decimal {
  const squares = points.reduce(
    (sum, { actual, predicted }) => sum.plus(actual.minus(predicted).pow(2)),
    new Decimal(0),
  );
  return squares.div(points.length).sqrt();
}

export interface Pace {
  /** Per month so far, from the start date to the as-of date. */
  readonly soFar: Decimal;
  /** Per month from the as-of date to the due date: (T − v) ÷ months left; 0 once met. Under a budget it is what is left to spend. */
  readonly needed: Decimal;
}

/**
 * The monthly pace of a cumulative metric, in its unit: so far, and needed from the as-of date on. Unknown:
 * `not-a-percentage` for other kinds; `no-target-value`; as readingValue(); `out-of-range` when no time has passed or
 * none is left.
 */
export function monthlyPace(terms: TargetTerms, reading: Reading): Maybe<Pace> {
  if (terms.kind !== "cumulative") return unknown("not-a-percentage");
  if (terms.value === null) return unknown("no-target-value");
  const value = readingValue(terms, reading);
  if (!value.known) return value;
  const [passed, left] = [
    monthsBetween(addDays(terms.startOn, -1), reading.asOf),
    monthsBetween(reading.asOf, terms.dueOn),
  ];
  if (passed.lte(0) || left.lte(0)) return unknown("out-of-range");
  return known({
    soFar: rounded(value.value.div(passed)),
    needed: rounded(Decimal.max(0, terms.value.minus(value.value).div(left))),
  });
}
