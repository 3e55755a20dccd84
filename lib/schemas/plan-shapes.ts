// The plan shapes that a form offers.
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import type { MetricKind, PlanShape } from "@/lib/domain/targets/types";

/** Those of the kind, the present one first. Shares by date (`points`) can only be kept: a form takes values. */
export function formPlanShapes(kind: MetricKind, present?: PlanShape): PlanShape[] {
  const { plans } = KIND_RULES[kind];
  const offered = plans.filter((shape) => shape !== "points");
  return present === undefined || plans.length === 0 ? offered : [...new Set([present, ...offered])];
}

/** The value of the card "change over years" in the field of the kind: its target is a level, see change-card.ts. */
export const CHANGE_CARD = "change";
/** How a change over years can be planned, the default first. */
export const CHANGE_PLANS = ["linear", "values"] as const satisfies PlanShape[];
