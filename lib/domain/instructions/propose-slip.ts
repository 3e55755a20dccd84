// When a reminder slip (催办单) is proposed. Only a person sends it.
import type { Colour } from "@/lib/domain/instructions/workflow";
import { isOverdue } from "@/lib/domain/targets/standing";
import type { Freshness, Light } from "@/lib/domain/targets/types";

export const SLIP_CONDITIONS = ["report-late", "behind", "far-behind", "missed"] as const;
type SlipCondition = (typeof SLIP_CONDITIONS)[number];

/** An administrator edits these. */
export interface SlipRule {
  readonly key: string;
  readonly condition: SlipCondition;
  /** For `report-late`: from this many days after the cut-off on. Ignored for other conditions. */
  readonly afterDays: number;
  readonly colour: Colour;
}

export interface SlipFacts {
  readonly light: Light;
  readonly freshness: Freshness;
  /** Days since the cut-off of the expected report; 0 or less before it has passed. */
  readonly daysLate: number;
}

/** Order of severity. */
export const COLOUR_WEIGHT: Readonly<Record<Colour, number>> = { blue: 1, yellow: 2, red: 3 };

function applies(rule: SlipRule, { light, freshness, daysLate }: SlipFacts): boolean {
  if (rule.condition !== "report-late") return light === rule.condition;
  return isOverdue(freshness) && daysLate >= Math.max(rule.afterDays, 1);
}

/**
 * The rule that proposes a slip: of those that apply, the most severe colour, then the longest delay; null when none
 * applies. At most one slip is proposed for a target.
 *
 * @internal querySlips() is the same rule in SQL; a test compares the two.
 */
export function proposeSlip(facts: SlipFacts, rules: readonly SlipRule[]): SlipRule | null {
  const found = rules.filter((rule) => applies(rule, facts));
  found.sort(
    (one, other) => COLOUR_WEIGHT[other.colour] - COLOUR_WEIGHT[one.colour] || other.afterDays - one.afterDays,
  );
  return found[0] ?? null;
}
