// How far the value is from its plan or its target, as the last part of a finding.

import type { Decimal } from "decimal.js";
import { hasTolerance, hasUpperValue, isStrict } from "@/lib/domain/targets/comparators";
import { statedPoints } from "@/lib/domain/targets/gap";
import { type GapPlace, gapPlace } from "@/lib/domain/targets/gap-side";
import { goalOf } from "@/lib/domain/targets/goal";
import { getTranslator } from "@/lib/i18n/translator";
import { formatDifference } from "@/lib/wording/format-gap";
import type { ChartLanguage } from "./chart-model";
import { hasPlannedCurve } from "./chart-terms";
import { latestReading } from "./latest-reading";
import { countOverdueSteps } from "./step-state";
import type { TargetChartInput } from "./target-chart-input";

/** The distance between a value and a printed figure, with no more decimals than the metric has. */
function amountText(gap: Decimal, metric: TargetChartInput["metric"], lang: ChartLanguage): string {
  const isPercentage = metric.kind !== "rank" && metric.unit === "%";
  if (isPercentage)
    return getTranslator(lang)("finding.points", { points: gap.toDecimalPlaces(metric.precision).toNumber() });
  return formatDifference(gap, { ...metric, precision: metric.precision - 1 }, lang).replace(/^\+/, "");
}

function placeOfGap(input: TargetChartInput): GapPlace | null {
  const latest = latestReading(input);
  const { judgedValue } = input.standing;
  if (latest === null || judgedValue === null) return null;
  return gapPlace(input.terms, { value: judgedValue, asOf: latest.asOf, peers: latest.peers });
}

/** Whether a value may be anywhere between two figures. */
function isWide({ comparator, orBetter }: TargetChartInput["terms"]): boolean {
  return hasUpperValue(comparator) || (hasTolerance(comparator) && !orBetter);
}

type Edge = "plan" | "plannedRange" | "range" | "tolerance" | "limit" | "target";

/** What the gap is measured from. */
function edgeOf({ from }: GapPlace, { terms }: TargetChartInput): Edge {
  if (from === "plan") return isWide(terms) ? "plannedRange" : "plan";
  if (hasUpperValue(terms.comparator)) return "range";
  if (isWide(terms)) return "tolerance";
  return terms.comparator === "equal" ? "target" : "limit";
}

function offBy(amount: string, place: GapPlace, input: TargetChartInput): string {
  return getTranslator(input.lang)("finding.offBy", { amount, side: place.side, from: edgeOf(place, input) });
}

/**
 * A total in completion points, next to its completion; every other kind in its own unit, in which the points of a
 * percentage would be read. Beyond 100 points a total's gap is an amount too.
 */
function againstPlan(gapPoints: number, place: GapPlace | null, input: TargetChartInput): string | null {
  const { standing, metric, lang } = input;
  const t = getTranslator(lang);
  const hasPlannedRange = isWide(input.terms) && goalOf(input.terms).type !== "climb-to";
  const level = t(hasPlannedRange ? "finding.withinPlannedRange" : "finding.onPlan");
  const stated = statedPoints(gapPoints);
  if (stated === null || metric.kind !== "cumulative") {
    if (standing.gapValue === null) return null;
    const amount = amountText(standing.gapValue.abs(), metric, lang);
    if (/^[^1-9]*$/.test(amount)) return level;
    if (place !== null) return offBy(amount, place, input);
    return t(gapPoints > 0 ? "finding.aheadOfPlanBy" : "finding.behindPlanBy", { amount });
  }
  const points = Math.round(Math.abs(stated) * 10) / 10;
  if (points === 0) return level;
  if (place !== null) return offBy(t("finding.points", { points }), place, input);
  return t(stated > 0 ? "finding.aheadOfPlan" : "finding.behindPlan", { points });
}

function againstTarget(gap: Decimal, place: GapPlace | null, input: TargetChartInput): string {
  const { metric, terms, lang } = input;
  const t = getTranslator(lang);
  if (gap.isZero()) {
    if (hasUpperValue(terms.comparator)) return t("finding.withinRange");
    if (isWide(terms)) return t("finding.withinTolerance");
    return t(isStrict(terms.comparator) ? "finding.levelWithTarget" : "finding.onTarget");
  }
  const amount = amountText(gap.abs(), metric, lang);
  if (place !== null) return offBy(amount, place, input);
  return t(gap.isNegative() ? "finding.shortOfTarget" : "finding.betterThanTarget", { amount });
}

function stepsPastTheirDates(input: TargetChartInput): string | null {
  const t = getTranslator(input.lang);
  const { overdue, unreported } = countOverdueSteps(input);
  if (overdue === 0) return unreported === 0 ? null : t("finding.stepsUnreported", { count: unreported });
  const late = t("finding.stepsOverdue", { count: overdue });
  return unreported === 0
    ? late
    : `${late}${t("punctuation.separator")}${t("finding.moreUnreported", { count: unreported })}`;
}

/** The difference from the plan, or from the target where there is no plan; null where it is unknown. */
export function gapSentence(input: TargetChartInput): string | null {
  const { gapPoints, gapValue } = input.standing;
  if (input.metric.kind === "milestone") return stepsPastTheirDates(input);
  const place = placeOfGap(input);
  const isPlanned = gapPoints !== null && hasPlannedCurve(input.terms) && place?.from !== "figure";
  if (isPlanned) return againstPlan(gapPoints, place, input);
  return gapValue === null ? null : againstTarget(gapValue, place, input);
}
