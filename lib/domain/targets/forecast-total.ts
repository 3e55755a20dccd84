// The forecast of a total: the latest value scaled along a curve between the plan and last year's months.
import {
  type Course,
  clamp,
  type LastYear,
  type Moment,
  type Outlook,
  type Point,
  sum,
} from "@/lib/domain/targets/forecast-curve";

// Calibrated on the families of testing/forecast-families.ts (docs/decisions/0061-forecast-calibration.md).
/** Half width in standard errors, and the smallest share of a step, in even steps, that noise is measured against. */
const WIDTH = 1.28;
const LEAST_STEP = 0.1;
/** Last year's shape counts in full if at most this part of its departure from the plan may be chance, and not at all above the second. */
const CHANCE = { trusted: 0.25, ignored: 0.8 };
/** The variance of counts next to that of independent events, when last year's shape is weighed. */
const COUNTS_VARY = 1.5;
/** By this factor a year may outgrow or fall short of the last one before that speaks against last year's shape. */
const USUAL_GROWTH = 2;
/** Without last year: the unevenness a year may have, and how far a bend so far may continue up- or downwards. */
const UNEVENNESS = 0.12;
const BEND = { up: 1.5, down: 1 };

interface Shares {
  /** Cumulative shares of the year by each moment, the last of which is 1. */
  readonly planned: readonly number[];
  readonly lastYear: readonly number[] | null;
}

/** The increments of cumulative numbers. */
function steps(cumulative: readonly number[]): number[] {
  return cumulative.map((value, index) => value - (cumulative[index - 1] ?? 0));
}

/** Mean squared difference of two sets of steps, relative to their size: the variance of a step of size 1. */
function dispersion(one: readonly number[], other: readonly number[], least: number, degrees: number): number {
  const squares = one.map((step, index) => {
    const against = other[index] ?? 0;
    return ((step - against) / Math.max((step + against) / 2, least)) ** 2;
  });
  return sum(squares) / degrees;
}

function isWhole(values: readonly number[]): boolean {
  return values.every((value) => Number.isInteger(value));
}

function sharesAt(course: Course, moments: readonly Moment[]): Shares {
  const whole = course.planned(course.end.on);
  const end = course.lastYear?.end ?? 0;
  return {
    planned: moments.map((moment) => course.planned(moment.on) / whole),
    lastYear: course.lastYear && end > 0 ? moments.map(({ at }) => (course.lastYear?.valueAt(at) ?? 0) / end) : null,
  };
}

/**
 * 1, or less if last year's shape makes this year much larger or smaller than last year, and more so than the plan does:
 * after one event in spring, ten by summer do not forecast ten times the events of last year.
 */
function likeness(last: number, planned: number, usual: number, end: number): number {
  const distance = (total: number) => Math.abs(Math.log(total / end));
  const excess = distance(last / usual) - Math.max(Math.log(USUAL_GROWTH), planned > 0 ? distance(last / planned) : 0);
  return Math.exp(-2 * Math.max(0, excess));
}

/**
 * How much of last year's departure from the plan is shape, not chance (0–1). Chance is what the months of the two
 * years differ by; its effect on a whole year's curve is that of a random walk tied at both ends. Counts vary at least
 * as much as independent events.
 */
function weightOf(values: readonly number[], lastYear: LastYear, shares: Shares): number {
  const usual = shares.lastYear ?? [];
  const reached = usual[values.length - 1] ?? 0;
  const last = values.at(-1) ?? 0;
  if (reached <= 0 || last <= 0 || values.length < 2) return 0;
  const own = steps(values.map((value) => (value / last) * reached));
  const least = LEAST_STEP / usual.length;
  const noise = dispersion(own, steps(usual).slice(0, own.length), least, 2 * (own.length - 1));
  const squares = steps(usual).map((step) => Math.max(step, 0) ** 2);
  const inner = shares.planned.slice(0, -1);
  const departure = sum(inner.map((planned, index) => ((usual[index] ?? 0) - planned) ** 2));
  const total = sum(squares);
  const chance = sum(
    inner.map((planned, index) => {
      const passed = sum(squares.slice(0, index + 1));
      return noise * ((1 - planned) ** 2 * passed + planned ** 2 * (total - passed));
    }),
  );
  const ofEvents = sum(inner.map((planned) => planned * (1 - planned))) * (COUNTS_VARY / lastYear.end);
  const part = departure > 0 ? Math.max(chance, lastYear.isCount ? ofEvents : 0) / departure : 1;
  const shape = clamp((CHANCE.ignored - part) / (CHANCE.ignored - CHANCE.trusted), 0, 1);
  return shape * (lastYear.isShape ? 1 : likeness(last, shares.planned[values.length - 1] ?? 0, reached, lastYear.end));
}

/** The relative variance of the expected total by the noise of the steps so far and of those to come. */
function noiseOf(values: readonly number[], value: number, curve: readonly number[], shares: Shares, weight: number) {
  const expected = steps(curve);
  const own = steps(values.map((one) => one / value));
  const least = LEAST_STEP / curve.length;
  let [noise, degrees] = [dispersion(own, expected.slice(0, own.length), least, own.length - 1), own.length - 1];
  if (shares.lastYear !== null) {
    // What is not taken from last year as shape was chance, and is likely to be again.
    const more = (curve.length - 1) * (1 - weight);
    const before = dispersion(steps(shares.lastYear), expected, least, curve.length - 1);
    noise = (noise * degrees + before * more) / (degrees + more);
    degrees += more;
  }
  const squares = expected.map((step) => Math.max(step, 0) ** 2);
  const reached = curve[own.length - 1] ?? 1;
  const passed = sum(squares.slice(0, own.length)) * ((1 - reached) / reached) ** 2;
  return noise * (passed + sum(squares.slice(own.length)));
}

/** How far the plan's curve missed the latest value when scaled from points as far back as the end is ahead: relative, signed. */
function planBend(values: readonly number[], planned: readonly number[]): number {
  const last = values.at(-1) ?? 0;
  const reached = planned[values.length - 1] ?? 0;
  let [misses, weights] = [0, 0];
  values.slice(0, -1).forEach((value, index) => {
    const share = planned[index] ?? 0;
    if (share <= 0) return;
    const weight = Math.exp(-2 * Math.log(reached ** 2 / share) ** 2);
    misses += weight * ((last - (value * reached) / share) / Math.abs(last));
    weights += weight;
  });
  return weights > 0 ? misses / weights : 0;
}

/** The curve that the total is scaled along; null if it expects nothing by the latest of `values`. */
function curveOf(values: readonly number[], course: Course, shares: Shares) {
  const weight = course.lastYear === null || shares.lastYear === null ? 0 : weightOf(values, course.lastYear, shares);
  const curve = shares.planned.map((share, index) => share + weight * ((shares.lastYear?.[index] ?? 0) - share));
  return (curve[values.length - 1] ?? 0) > 0 ? { weight, curve } : null;
}

/** The total expected at the next of `moments`, by the method of totalOutlook(): for its back-test. */
export function nextTotal(points: readonly Point[], ahead: readonly Moment[], course: Course): number | null {
  const values = points.map((point) => point.value);
  const curved = curveOf(values, course, sharesAt(course, [...points, ...ahead]));
  const [now, next] = [curved?.curve[values.length - 1], curved?.curve[values.length]];
  return now === undefined || next === undefined ? null : ((values.at(-1) ?? 0) * next) / now;
}

/**
 * A total on the due date: v ÷ c, with c the curve's share by the latest value v. The curve lies between the plan and
 * last year's months, by weightOf(). Null if the curve expects nothing yet.
 *
 * Range: ±1.3 standard errors, from the noise of the steps about the curve, so far and to come, and of last year's; for
 * counts at least that of independent events. Without last year's months it is wider, by the unevenness that years have
 * and, on its side, by the bend of this year's curve.
 */
export function totalOutlook(points: readonly Point[], ahead: readonly Moment[], course: Course): Outlook | null {
  const values = points.map((point) => point.value);
  const shares = sharesAt(course, [...points, ...ahead]);
  const curved = curveOf(values, course, shares);
  if (curved === null) return null;
  const { weight, curve } = curved;
  const last = values.at(-1) ?? 0;
  const reached = curve[values.length - 1] ?? 1;
  const value = last / reached;
  const left = (1 - reached) / reached;
  const isCount = isWhole(values);
  let variance = value === 0 ? 0 : noiseOf(values, value, curve, shares, weight);
  if (isCount) variance = Math.max(variance, left / Math.max(value, 1));
  variance *= 1 + weight ** 2;
  let bend = 0;
  if (shares.lastYear === null && last !== 0) {
    variance += UNEVENNESS ** 2 * left;
    bend = planBend(values, shares.planned);
  }
  const least = isCount ? Math.max(value - last, 0.5) / reached : 0;
  const error = Math.max(Math.sqrt(variance) * Math.abs(value), Math.sqrt(least));
  const half = (side: number) => WIDTH * Math.hypot(error, Math.max(side, 0) * Math.abs(value));
  return { value, low: value - half(-bend * BEND.down), high: value + half(bend * BEND.up), lastYearWeight: weight };
}
