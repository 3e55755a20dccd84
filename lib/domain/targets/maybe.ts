// Numbers that may be unknown, always with the reason.
import { Decimal } from "decimal.js";
import type { Known, Maybe, Unknown, UnknownReason } from "@/lib/domain/targets/types";

export const RATIO_DECIMALS = 6;
export const POINT_DECIMALS = 4;

export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

export function unknown(reason: UnknownReason): Unknown {
  return { known: false, reason };
}

/**
 * A Decimal as a number, rounded half up to `decimals`. NaN, infinity and values beyond 1.8e308 are `out-of-range`; −0
 * becomes 0.
 */
export function roundedNumber(value: Decimal, decimals: number): Maybe<number> {
  if (!value.isFinite()) return unknown("out-of-range");
  const number = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toNumber();
  if (!Number.isFinite(number)) return unknown("out-of-range");
  return known(number === 0 ? 0 : number);
}
