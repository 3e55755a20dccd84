// The terms and readings of promises that governments printed, in short.
import { Decimal } from "decimal.js";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { Light, MilestoneStep, Reading, TargetTerms } from "@/lib/domain/targets/types";
import { aBaseline, aPlan, aReading, aTarget } from "@/testing/target-builders";

export const D = (value: number | string) => new Decimal(value);
export const years = (from: number, to: number) => ({
  startOn: isoDate(`${from}-01-01`),
  dueOn: isoDate(`${to}-12-31`),
});
export const base = (value: number | string, year: number) => ({ ...aBaseline(value), year });

export interface Case {
  readonly promise: string;
  readonly terms: TargetTerms;
  /** [as-of date, value] of each report, oldest first. */
  readonly readings: readonly (readonly [string, number | string] | Reading)[];
  /** The day it is looked at; the day of the latest report unless given. */
  readonly on?: string;
  readonly light: Light;
  readonly why: string;
}

export const total = (value: number | string, changes: Partial<TargetTerms> = {}) =>
  aTarget({ value: D(value), ...changes });
export const level = (value: number | string, changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "level", value: D(value), ...changes });
export const ratio = (value: number | string, changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "ratio", value: D(value), ...changes });
export const growth = (value: number | string, changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "growth", value: D(value), ...changes });
export const rank = (value: number, changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "rank", comparator: "within-rank", direction: "decrease", value: D(value), ...changes });
export const place = (asOf: string, value: number, peers: number) => aReading(asOf, value, { peers });
export const yesNo = (changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "yes-no", comparator: "equal", value: null, ...changes });
export const step = (key: string, plannedOn: string, weight = 1): MilestoneStep => ({
  key,
  title: key,
  titleEn: key,
  weight,
  plannedOn: isoDate(plannedOn),
});
export const milestone = (...steps: MilestoneStep[]) =>
  aTarget({ kind: "milestone", comparator: "equal", value: null, plan: aPlan({ shape: "milestones" }), steps });
export const done = (asOf: string, ...keys: string[]): Reading =>
  aReading(asOf, null, { completedSteps: keys.map((key) => ({ key, doneOn: isoDate(asOf) })) });
export const part = (asOf: string, numerator: number, denominator: number): Reading =>
  aReading(asOf, null, { numerator: D(numerator), denominator: D(denominator) });

export const values = (...list: readonly (readonly [string, number | string])[]) =>
  aPlan({ shape: "values", values: list.map(([on, value]) => ({ on: isoDate(on), value: D(value) })) });

export const YEARLY = { calendar: "yearly" as const };
export const AVERAGE_OF_FIVE = growth(7, {
  comparator: "more-than",
  judging: "average",
  ...years(2016, 2020),
  ...YEARLY,
});
export const EVERY_MONTH_95 = ratio(95, { judging: "every-period" });
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
  (days, month) => `2023-${String(month + 1).padStart(2, "0")}-${days}`,
);
export const monthly = (...values: (number | string)[]) =>
  values.map((value, month) => [MONTHS[month] ?? "", value] as const);
