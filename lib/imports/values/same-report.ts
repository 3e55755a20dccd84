// Whether two reports say the same.
import type { Decimal } from "decimal.js";
import type { Reading } from "@/lib/domain/targets/types";
import type { CheckedUpdate } from "@/lib/schemas/update";

const isEqual = (one: Decimal | null, other: Decimal | null) =>
  one === null || other === null ? one === other : one.equals(other);

export function isSameReading(one: Reading, other: Reading): boolean {
  return (
    one.asOf === other.asOf &&
    isEqual(one.value, other.value) &&
    isEqual(one.numerator, other.numerator) &&
    isEqual(one.denominator, other.denominator) &&
    (one.peers ?? null) === (other.peers ?? null)
  );
}

export function isSameReport(one: CheckedUpdate, other: CheckedUpdate): boolean {
  return (
    isSameReading(one.reading, other.reading) &&
    one.note === other.note &&
    one.problems === other.problems &&
    one.nextStep === other.nextStep
  );
}
