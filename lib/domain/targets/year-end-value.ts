// The final value of a year, which the next year uses as its baseline.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Judging } from "@/lib/domain/targets/types";

/** Unknown while the latest value has an earlier as-of date, or without any value (`asOf` is null). */
export type YearEndValue =
  | { readonly known: true; readonly value: Decimal }
  | { readonly known: false; readonly asOf: IsoDate | null };

/**
 * The latest approved value, if its as-of date is the due date or later: an earlier value does not cover the whole
 * period, whatever the kind.
 */
export function yearEndValue(
  latest: { readonly value: Decimal | null; readonly asOf: IsoDate | null },
  dueOn: IsoDate,
): YearEndValue {
  const { value, asOf } = latest;
  if (value === null || asOf === null) return { known: false, asOf: null };
  return asOf >= dueOn ? { known: true, value } : { known: false, asOf };
}

/** What the latest report says of the whole period: where years are added, their sum and not the last year alone. */
export function resultValue(
  judging: Judging,
  { value, judgedValue }: { readonly value: Decimal | null; readonly judgedValue: Decimal | null },
): Decimal | null {
  return judging === "sum-of-years" ? (judgedValue ?? value) : value;
}
