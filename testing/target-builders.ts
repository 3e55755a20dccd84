// Builders for tests: a plain target and reading; each test changes only what it is about.
import { Decimal } from "decimal.js";
import { plainPlan, plainReading, plainTerms } from "@/lib/domain/targets/plain-terms";
import type { Baseline } from "@/lib/domain/targets/types";

export const aTarget = plainTerms;
export const aPlan = plainPlan;
export const aReading = plainReading;

export function aBaseline(value: number | string): Baseline {
  return { value: new Decimal(value), year: 2022, origin: "printed" };
}
