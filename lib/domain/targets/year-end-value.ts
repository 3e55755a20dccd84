// The value a year ended with: what the next year may take as its baseline.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

/** Unknown while the latest value speaks of an earlier day (`asOf`), or where there is none (null). */
export type YearEndValue =
  | { readonly known: true; readonly value: Decimal }
  | { readonly known: false; readonly asOf: IsoDate | null };

/**
 * The latest approved value as the value of the whole period: only when it speaks of the due day or later. A value of
 * January is a value of January, whatever the kind.
 */
export function yearEndValue(
  latest: { readonly value: Decimal | null; readonly asOf: IsoDate | null },
  dueOn: IsoDate,
): YearEndValue {
  const { value, asOf } = latest;
  if (value === null || asOf === null) return { known: false, asOf: null };
  return asOf >= dueOn ? { known: true, value } : { known: false, asOf };
}
