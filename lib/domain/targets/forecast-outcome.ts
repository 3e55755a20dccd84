// Whether a forecast meets its target.
import type { Decimal } from "decimal.js";
import type { Forecast } from "@/lib/domain/targets/forecast";
import { goalOf, meetsGoal } from "@/lib/domain/targets/goal";
import { judgedPeriods } from "@/lib/domain/targets/judging";
import type { Judging, Reading, TargetTerms } from "@/lib/domain/targets/types";

/** `met` and `missed` when the whole range agrees; `likely` and `unlikely`, by the expected value, when it does not. */
export type ForecastOutcome = "met" | "likely" | "unlikely" | "missed";

/** The forecast is of the last reading, which decides these. */
const DECIDED_AT_THE_END: readonly Judging[] = ["latest", "end-of-period", "sum-of-years"];

/**
 * @param readings those of the forecast: a lapse of a promise for every period decides it at once.
 * @returns null when the target cannot be compared with one value: its figure is not set, or its periods are judged
 */
export function forecastOutcome(
  terms: TargetTerms,
  { value, low, high }: Pick<Forecast, "value" | "low" | "high">,
  readings: readonly Reading[],
): ForecastOutcome | null {
  if (!DECIDED_AT_THE_END.includes(terms.judging)) {
    const isLapsed =
      terms.judging === "every-period" && judgedPeriods(terms, readings).some((one) => one.isKept === false);
    return isLapsed ? "missed" : null;
  }
  const goal = goalOf(terms);
  const meets = (one: Decimal) => {
    const met = meetsGoal(goal, one);
    return met.known ? met.value : null;
  };
  const [atLow, atValue, atHigh] = [meets(low), meets(value), meets(high)];
  if (atLow === null || atValue === null || atHigh === null) return null;
  if (atLow === atValue && atValue === atHigh) return atValue ? "met" : "missed";
  return atValue ? "likely" : "unlikely";
}
