// How the readings of a target count: the value that is judged, and the periods that were kept.
import { Decimal } from "decimal.js";
import { daysBetween, type IsoDate, laterDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { type ReportingPeriod, reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { readingValue } from "@/lib/domain/targets/completion";
import { goalOf, meetsGoal } from "@/lib/domain/targets/goal";
import type { Goal } from "@/lib/domain/targets/goal-types";
import { known, unknown } from "@/lib/domain/targets/maybe";
import type { Judging, Maybe, Reading, TargetTerms } from "@/lib/domain/targets/types";

/** A reporting period up to the latest reading, the period of that included; later ones only where asked for. */
export interface JudgedPeriod {
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  /** The latest reading inside the period; null when nothing was reported for it. */
  readonly reading: Reading | null;
  /** In the metric's unit; null when nothing usable was reported. */
  readonly value: Decimal | null;
  /** Whether the value meets the goal by itself; null when nothing usable was reported. */
  readonly isKept: boolean | null;
}

/**
 * The periods up to the latest reading, in order. Periods that ended before the target was issued do not count, unless
 * they were reported. A reading outside every period (calendar `none`) is a period by itself; readings before the
 * start date do not count.
 *
 * @param readings in any order.
 * @param today adds the periods since the latest reading whose reports are expected on this day.
 */
export function judgedPeriods(terms: TargetTerms, readings: readonly Reading[], today?: IsoDate): JudgedPeriod[] {
  const counted = readings.filter(({ asOf }) => asOf >= terms.startOn).toSorted(compareByDate);
  const latest = counted.at(-1);
  if (latest === undefined) return [];
  const isOpen = ({ opensOn }: ReportingPeriod) => today !== undefined && opensOn <= today;
  const periods = reportingPeriodsOf(terms).filter((one) => one.startOn <= latest.asOf || isOpen(one));
  const isOutside = ({ asOf }: Reading) => !periods.some(({ startOn, endOn }) => startOn <= asOf && asOf <= endOn);
  const own = counted.filter(isOutside).map((reading) => ({ startOn: reading.asOf, endOn: reading.asOf }));
  return [...periods, ...own]
    .toSorted((one, other) => (one.endOn < other.endOn ? -1 : 1))
    .map(({ startOn, endOn }) => {
      const reading = counted.findLast(({ asOf }) => startOn <= asOf && asOf <= endOn) ?? null;
      return { startOn, endOn, ...countedValue(terms, reading) };
    })
    .filter(({ endOn, reading }) => reading !== null || terms.issuedOn === null || endOn >= terms.issuedOn);
}

function countedValue(terms: TargetTerms, reading: Reading | null) {
  const value = reading === null ? null : readingValue(terms, reading);
  if (value === null || !value.known) return { reading, value: null, isKept: null };
  const met = meetsGoal(goalOf(terms, reading?.peers), value.value);
  return { reading, value: value.value, isKept: met.known ? met.value : null };
}

function compareByDate(one: Reading, other: Reading): number {
  return one.asOf < other.asOf ? -1 : one.asOf > other.asOf ? 1 : 0;
}

export interface JudgedReadings {
  /** The value that is compared with the goal, in the metric's unit. */
  readonly value: Maybe<Decimal>;
  readonly goal: Goal;
  /** A period did not meet the goal although every period must. */
  readonly hasLapsed: boolean;
  /** Periods before the latest reading without a usable report, where each period counts; otherwise 0. */
  readonly missingPeriods: number;
}

/**
 * What the readings amount to, by the judging of the terms: see Judging. `average-by-denominator` is Σ numerators ÷
 * Σ denominators × 100; days are counted from the start of each period to its end, or to the latest reading.
 *
 * Unknown: as readingValue() of the latest reading; `zero-denominator` when the denominators add up to 0, or a period
 * was reported without one.
 *
 * @param readings in any order, one of them `latest`.
 */
export function judgeReadings(terms: TargetTerms, readings: readonly Reading[], latest: Reading): JudgedReadings {
  const value = readingValue(terms, latest);
  const single: JudgedReadings = { value, goal: goalOf(terms, latest.peers), hasLapsed: false, missingPeriods: 0 };
  if (!value.known || terms.judging === "latest" || terms.judging === "end-of-period") return single;
  const periods = judgedPeriods(terms, readings);
  const values = periods.flatMap((one) => (one.value === null ? [] : [one.value]));
  if (values.length === 0) return single;
  if (terms.judging === "sum-of-years") return { ...single, ...sumOfYears(periods, latest.asOf) };
  if (terms.judging === "best") return { ...single, ...judgeBest(terms, periods) };
  if (terms.judging === "every-period") {
    const missingPeriods = periods.filter(({ isKept }) => isKept === null).length;
    return { ...single, hasLapsed: periods.some(({ isKept }) => isKept === false), missingPeriods };
  }
  const missingPeriods = periods.length - values.length;
  return { ...single, value: average(terms.judging, periods, latest.asOf), missingPeriods };
}

/** The last value of each year, added. An earlier year counts as reported once its last period is. */
function sumOfYears(
  periods: readonly JudgedPeriod[],
  until: IsoDate,
): Pick<JudgedReadings, "value" | "missingPeriods"> {
  const lastOfYear = new Map<number, JudgedPeriod>();
  for (const period of periods) {
    const year = yearOf(period.endOn);
    if (period.value !== null || year < yearOf(until)) lastOfYear.set(year, period);
  }
  const years = [...lastOfYear.values()];
  const values = years.flatMap(({ value }) => (value === null ? [] : [value]));
  return { value: known(Decimal.sum(0, ...values)), missingPeriods: years.length - values.length };
}

/**
 * The readings as one course over the whole period: where years are added, each value is the sum of the last values of
 * the earlier years and its own; else unchanged.
 *
 * @param readings in any order.
 */
export function accumulatedReadings<R extends Reading>(terms: TargetTerms, readings: readonly R[]): R[] {
  if (terms.judging !== "sum-of-years") return [...readings];
  return readings.map((reading) => {
    const { value } = judgeReadings(
      terms,
      readings.filter(({ asOf }) => asOf <= reading.asOf),
      reading,
    );
    return reading.value === null || !value.known ? reading : { ...reading, value: value.value };
  });
}

/** The value nearest to meeting its goal: the highest where more is better, the lowest where less is. */
function judgeBest(
  terms: TargetTerms,
  periods: readonly JudgedPeriod[],
): Partial<Pick<JudgedReadings, "value" | "goal">> {
  const judged = periods.flatMap(({ reading, value, isKept }) => {
    if (value === null || isKept === null) return [];
    const goal = goalOf(terms, reading?.peers);
    return [{ value: known(value), goal, miss: distanceFrom(goal, value) }];
  });
  const [first, ...others] = judged;
  if (first === undefined) return {};
  const { value, goal } = others.reduce((best, one) => (one.miss.lt(best.miss) ? one : best), first);
  return { value, goal };
}

/** By how much a value misses its goal; negative on the good side of a goal with one side. */
function distanceFrom(goal: Goal, value: Decimal): Decimal {
  const limits = goal.type === "unset" ? [] : goal.limits;
  return limits.reduce((sum, { operator, figure }) => {
    const miss = operator.startsWith(">") ? figure.minus(value) : value.minus(figure);
    return limits.length === 1 ? miss : sum.plus(Decimal.max(miss, 0));
  }, new Decimal(0));
}

function average(judging: Judging, periods: readonly JudgedPeriod[], until: IsoDate): Maybe<Decimal> {
  let [sum, weights] = [new Decimal(0), new Decimal(0)];
  for (const { startOn, endOn, reading, value } of periods) {
    if (reading === null || value === null) continue;
    const weight = weightOf(judging, reading, { startOn, endOn: endOn < until ? endOn : laterDate(startOn, until) });
    if (weight === null) return unknown("zero-denominator");
    sum = sum.plus(value.times(weight));
    weights = weights.plus(weight);
  }
  return weights.gt(0) ? known(sum.div(weights)) : unknown("zero-denominator");
}

function weightOf(
  judging: Judging,
  { denominator }: Reading,
  { startOn, endOn }: { readonly startOn: IsoDate; readonly endOn: IsoDate },
): Decimal | null {
  if (judging === "average-by-days") return new Decimal(daysBetween(startOn, endOn) + 1);
  if (judging === "average-by-denominator") return denominator;
  return new Decimal(1);
}
