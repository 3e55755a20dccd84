import { parseDecimalText } from "@/lib/schemas/decimal-text";

const MOST = 9999;

/** The weight of a step as typed: above 0, at most 9,999, four decimals; null if it is not one. */
export function readWeight(text: string): number | null {
  const parsed = parseDecimalText(text);
  if (!parsed.ok || parsed.value === null) return null;
  const { value } = parsed;
  return value.gt(0) && value.lte(MOST) && value.decimalPlaces() <= 4 ? value.toNumber() : null;
}
