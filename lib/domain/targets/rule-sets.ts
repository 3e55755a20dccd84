// The bands of the gap that an administrator chooses or edits.
import type { Light, RuleSet } from "@/lib/domain/targets/types";

/** ahead ≥ +5, on track ≥ −5, behind ≥ −15, far behind below that; percentage points. */
export const DEFAULT_RULES: RuleSet = { key: "default", aheadFrom: 5, onTrackFrom: -5, behindFrom: -15 };

/** Green only when the plan is fully met (序时进度): the end of November expects 11/12, so 91 % fails and 92 % passes. */
export const STRICT_RULES: RuleSet = { key: "strict", aheadFrom: 5, onTrackFrom: 0, behindFrom: -15 };

export const PRESET_RULES: readonly RuleSet[] = [DEFAULT_RULES, STRICT_RULES];

export type BandLight = "ahead" | "on-track" | "behind" | "far-behind";

/** The band of a gap in percentage points; each bound belongs to the better band. */
export function gapBand(rules: RuleSet, gapPoints: number): BandLight & Light {
  if (gapPoints >= rules.aheadFrom) return "ahead";
  if (gapPoints >= rules.onTrackFrom) return "on-track";
  return gapPoints >= rules.behindFrom ? "behind" : "far-behind";
}

/** The message key of a problem with a rule set. */
export type RuleSetProblem = "rules.not-a-number" | "rules.out-of-range" | "rules.overlap";

/**
 * The problems of a rule set; empty when it is valid. Bounds must be finite numbers from −100 to 100 that strictly
 * decrease from ahead to on-track to behind: equal bounds leave a band empty, crossed bounds give a gap two lights.
 */
export function validateRuleSet(rules: RuleSet): RuleSetProblem[] {
  const bounds = [rules.aheadFrom, rules.onTrackFrom, rules.behindFrom];
  if (!bounds.every(Number.isFinite)) return ["rules.not-a-number"];
  const problems: RuleSetProblem[] = [];
  if (bounds.some((bound) => Math.abs(bound) > 100)) problems.push("rules.out-of-range");
  if (rules.aheadFrom <= rules.onTrackFrom || rules.onTrackFrom <= rules.behindFrom) problems.push("rules.overlap");
  return problems;
}
