// When a reminder slip (催办单) is proposed. It is sent by a person or not at all.
import type { Colour } from "@/lib/domain/instructions/workflow";
import { isOverdue } from "@/lib/domain/targets/standing";
import type { Freshness, Light } from "@/lib/domain/targets/types";

export const SLIP_CONDITIONS = ["report-late", "behind", "far-behind", "missed"] as const;
export type SlipCondition = (typeof SLIP_CONDITIONS)[number];

/** An administrator edits these. */
export interface SlipRule {
  readonly key: string;
  readonly condition: SlipCondition;
  /** Of a late report: so many days after its cut-off and later. Without meaning for the others. */
  readonly afterDays: number;
  readonly colour: Colour;
}

export interface SlipFacts {
  readonly light: Light;
  readonly freshness: Freshness;
  /** Days since the cut-off of the report that is awaited; 0 or less while it has not passed. */
  readonly daysLate: number;
}

/** The graver colour goes first. */
export const COLOUR_WEIGHT: Readonly<Record<Colour, number>> = { blue: 1, yellow: 2, red: 3 };

function applies(rule: SlipRule, { light, freshness, daysLate }: SlipFacts): boolean {
  if (rule.condition !== "report-late") return light === rule.condition;
  return isOverdue(freshness) && daysLate >= Math.max(rule.afterDays, 1);
}

/**
 * The one rule to propose a slip by: of those that apply the gravest colour, then the longest delay; null when none
 * applies. At most one slip is proposed for a target, whatever is wrong with it.
 *
 * @internal The database says the same in querySlips(); a test holds the two together.
 */
export function proposeSlip(facts: SlipFacts, rules: readonly SlipRule[]): SlipRule | null {
  const found = rules.filter((rule) => applies(rule, facts));
  found.sort(
    (one, other) => COLOUR_WEIGHT[other.colour] - COLOUR_WEIGHT[one.colour] || other.afterDays - one.afterDays,
  );
  return found[0] ?? null;
}
