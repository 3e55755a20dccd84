// The forecast against simulated outcomes: coverage of its range, and its mean error next to two simple methods.
import { Decimal } from "decimal.js";
import { endOfMonth, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { forecast } from "@/lib/domain/targets/forecast";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { FAMILIES, type Family, Random, type SimulatedYears } from "@/testing/forecast-families";
import { aBaseline, aReading, aTarget } from "@/testing/target-builders";

/** A family of years seen at one cut-off: shares, 1 = 100 %. */
export interface CalibrationCell {
  readonly family: string;
  readonly isTotal: boolean;
  readonly cutOff: IsoDate;
  readonly hasLastYear: boolean;
  /** The rules give no forecast yet. */
  readonly isHidden: boolean;
  readonly coverage: number;
  /** Outcomes below and above the range. */
  readonly below: number;
  readonly above: number;
  /** Mean absolute errors as a share of the mean outcome. */
  readonly error: number;
  readonly driftError: number;
  readonly lastYearError: number;
  /** The mean width of the range as a share of the mean outcome. */
  readonly width: number;
}

interface Tally {
  shown: number;
  below: number;
  above: number;
  error: number;
  drift: number;
  lastYear: number;
  width: number;
  outcome: number;
}

function monthEnds(year: number): IsoDate[] {
  return Array.from({ length: 12 }, (_, index) =>
    endOfMonth(isoDate(`${year}-${String(index + 1).padStart(2, "0")}-01`)),
  );
}

const THIS_YEAR = monthEnds(2023);
const LAST_YEAR = monthEnds(2022);
const TERMS = aTarget({ value: new Decimal(1000) });
const EMPTY = aReading("2023-12-31", null);

function readingsOf(days: readonly IsoDate[], values: readonly number[]): Reading[] {
  return values.map((value, index) => ({ ...EMPTY, asOf: days[index] ?? EMPTY.asOf, value: new Decimal(value) }));
}

function termsOf(family: Family, years: SimulatedYears): TargetTerms {
  const before = years.lastYear.at(-1) ?? 0;
  const climbs = family.climbs ? { baseline: aBaseline(String(before)), value: new Decimal(before + 10) } : {};
  return { ...TERMS, kind: family.kind, direction: family.direction, ...climbs };
}

/** The straight line: a total at its mean monthly pace, a level by its mean monthly change. */
function driftOf(family: Family, values: readonly number[]): number {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  if (family.kind === "cumulative") return (last * 12) / values.length;
  return last + ((last - first) / (values.length - 1)) * (12 - values.length);
}

/** Last year's shape: a total by last year's share, a level by last year's change. */
function lastYearOf(family: Family, values: readonly number[], lastYear: readonly number[]): number {
  const [last = 0, then = 0, end = 0] = [values.at(-1), lastYear[values.length - 1], lastYear.at(-1)];
  if (family.kind !== "cumulative") return last + end - then;
  return then > 0 ? (last * end) / then : last;
}

function count(tally: Tally, family: Family, years: SimulatedYears, months: number, hasLastYear: boolean): void {
  const cutOff = THIS_YEAR[months - 1] ?? EMPTY.asOf;
  const predicted = forecast(termsOf(family, years), {
    readings: readingsOf(THIS_YEAR, years.thisYear.slice(0, months)),
    lastYear: hasLastYear ? readingsOf(LAST_YEAR, years.lastYear) : [],
    today: cutOff,
  });
  if (!predicted.known) return;
  const [value, low, high] = [predicted.value.value, predicted.value.low, predicted.value.high].map(Number);
  const outcome = years.thisYear.at(-1) ?? 0;
  const known = years.thisYear.slice(0, months);
  const rounding = 1e-6;
  tally.shown += 1;
  if (outcome < (low ?? 0) - rounding) tally.below += 1;
  if (outcome > (high ?? 0) + rounding) tally.above += 1;
  tally.error += Math.abs(outcome - (value ?? 0));
  tally.drift += Math.abs(outcome - driftOf(family, known));
  tally.lastYear += Math.abs(outcome - lastYearOf(family, known, years.lastYear));
  tally.width += (high ?? 0) - (low ?? 0);
  tally.outcome += Math.abs(outcome);
}

/** One family at one cut-off (the end of month `months` of twelve), over `count` years. */
export function calibrationCell(family: Family, months: number, hasLastYear: boolean, years: number, seed: number) {
  const random = new Random(seed);
  const tally: Tally = { shown: 0, below: 0, above: 0, error: 0, drift: 0, lastYear: 0, width: 0, outcome: 0 };
  for (let year = 0; year < years; year += 1) count(tally, family, family.simulate(random), months, hasLastYear);
  const { shown, below, above, outcome } = tally;
  return {
    family: family.name,
    isTotal: family.kind === "cumulative",
    cutOff: THIS_YEAR[months - 1] ?? EMPTY.asOf,
    hasLastYear,
    isHidden: shown === 0,
    coverage: (shown - below - above) / shown,
    below: below / shown,
    above: above / shown,
    error: tally.error / outcome,
    driftError: tally.drift / outcome,
    lastYearError: tally.lastYear / outcome,
    width: tally.width / outcome,
  };
}

/** Every family at every cut-off (months of the year), with and without last year's values. */
export function calibrationTable(
  cutOffs: readonly number[],
  lastYear: readonly boolean[],
  years: number,
  seed: number,
): CalibrationCell[] {
  return FAMILIES.flatMap((family) =>
    cutOffs.flatMap((months) =>
      lastYear.map((hasLastYear) => calibrationCell(family, months, hasLastYear, years, seed)),
    ),
  );
}

/** The mean error next to that of the better simple method; without last year there is only one, the straight line. */
export function errorRatio({ error, driftError, lastYearError, hasLastYear }: CalibrationCell): number {
  return error / (hasLastYear ? Math.min(driftError, lastYearError) : driftError);
}

/** 70–90 % of outcomes lie inside the 80 % range, and the error is at most 10 % above that of the better method. */
export function isCalibrated(cell: CalibrationCell): boolean {
  return cell.coverage >= 0.7 && cell.coverage <= 0.9 && errorRatio(cell) <= 1.1;
}
