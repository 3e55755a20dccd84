// The values of the year before a target's period: for the chart's line and the forecast.
import { Decimal } from "decimal.js";
import { addDays, addMonths, type IsoDate } from "@/lib/domain/calendar/iso-date";
import type { PAST_VALUE_ORIGINS, Reading, TargetTerms } from "@/lib/domain/targets/types";

/** A value from before the target's period. */
export interface PastValue {
  readonly asOf: IsoDate;
  readonly value: Decimal;
  readonly origin: (typeof PAST_VALUE_ORIGINS)[number];
}

interface Known {
  readonly terms: TargetTerms;
  readonly pastValues: readonly PastValue[];
  readonly readings: readonly { readonly illustrative: boolean }[];
}

/** The past values of the twelve months before each day of the period. Samples are not used next to real reports. */
export function lastYearValues({ terms, pastValues, readings }: Known): PastValue[] {
  const from = addMonths(terms.startOn, -12);
  const to = addDays(addMonths(addDays(terms.dueOn, 1), -12), -1);
  const hasRealReport = readings.some((reading) => !reading.illustrative);
  return pastValues
    .filter((past) => past.asOf >= from && past.asOf <= to)
    .filter((past) => past.origin !== "illustrative" || !hasRealReport);
}

/** lastYearValues() as readings; a ratio is stored as a numerator of 100. */
export function lastYearReadings(target: Known): Reading[] {
  const isRatio = target.terms.kind === "ratio";
  return lastYearValues(target).map(({ asOf, value }) => ({
    asOf,
    value,
    numerator: isRatio ? value : null,
    denominator: isRatio ? new Decimal(100) : null,
    completedSteps: [],
  }));
}
