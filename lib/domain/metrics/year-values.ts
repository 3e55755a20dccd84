// The values of a metric, one per year, as one line.
import type { Decimal } from "decimal.js";
import { type IsoDate, isoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import type { Baseline } from "@/lib/domain/targets/types";
import { yearEndValue } from "@/lib/domain/targets/year-end-value";

export interface YearFigures {
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly value: Decimal | null;
  readonly baseline: Baseline | null;
  readonly latest: { readonly value: Decimal | null; readonly asOf: IsoDate } | null;
}

export interface YearValue {
  readonly on: IsoDate;
  readonly value: Decimal;
  /** `baseline`: from before the first target; `final`: of a whole period; `latest`: of a period that has not ended. */
  readonly source: "baseline" | "final" | "latest";
}

/**
 * The final or latest value of each target, on its due date or as-of date, after the baseline of the first. Null where
 * two targets are due in the same year: their values are not one line.
 *
 * @param targets by due date
 */
export function yearValues(targets: readonly YearFigures[]): YearValue[] | null {
  const years = targets.map(({ dueOn }) => yearOf(dueOn));
  if (new Set(years).size < years.length) return null;
  const first = targets[0]?.baseline ?? null;
  const isEarlier = first !== null && years.every((year) => first.year < year);
  const before: YearValue[] = isEarlier
    ? [{ on: isoDate(`${first.year}-12-31`), value: first.value, source: "baseline" }]
    : [];
  return [
    ...before,
    ...targets.flatMap(({ dueOn, latest }): YearValue[] => {
      if (latest === null || latest.value === null) return [];
      const isFinal = yearEndValue(latest, dueOn).known;
      return [{ on: isFinal ? dueOn : latest.asOf, value: latest.value, source: isFinal ? "final" : "latest" }];
    }),
  ];
}
