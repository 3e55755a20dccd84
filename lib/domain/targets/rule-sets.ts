// The gap bands an administrator may choose or edit.
import type { Light, RuleSet } from "@/lib/domain/targets/types";

/** ahead ≥ +5, on track ≥ −5, behind ≥ −15, far behind below that; percentage points. */
export const DEFAULT_RULES: RuleSet = { key: "default", aheadFrom: 5, onTrackFrom: -5, behindFrom: -15 };

/** Green only with the whole of the plan done (序时进度): November asks for 11/12, so 91 % fails and 92 % passes. */
export const STRICT_RULES: RuleSet = { key: "strict", aheadFrom: 5, onTrackFrom: 0, behindFrom: -15 };

export const PRESET_RULES: readonly RuleSet[] = [DEFAULT_RULES, STRICT_RULES];

export const BAND_LIGHTS = ["ahead", "on-track", "behind", "far-behind"] as const;
export type BandLight = (typeof BAND_LIGHTS)[number];

/** The band a gap (percentage points) falls into; each bound belongs to the better side. */
export function bandOf(rules: RuleSet, gapPoints: number): BandLight & Light {
  if (gapPoints >= rules.aheadFrom) return "ahead";
  if (gapPoints >= rules.onTrackFrom) return "on-track";
  return gapPoints >= rules.behindFrom ? "behind" : "far-behind";
}

export const RULE_SET_PROBLEMS = [
  "rules.not-a-number",
  "rules.out-of-range",
  "rules.overlap",
  "rules.hole",
  "rules.band-missing",
  "rules.band-twice",
  "rules.open-end-missing",
] as const;
/** Message key of what is wrong with a rule set. */
export type RuleSetProblem = (typeof RULE_SET_PROBLEMS)[number];

/**
 * What is wrong with a rule set, empty when it may be used. Bounds must be finite numbers from −100 to 100 and
 * strictly fall from ahead over on-track to behind: equal ones would leave a light no gap, crossed ones would give
 * a gap two lights.
 */
export function validateRuleSet(rules: RuleSet): RuleSetProblem[] {
  const bounds = [rules.aheadFrom, rules.onTrackFrom, rules.behindFrom];
  if (!bounds.every(Number.isFinite)) return ["rules.not-a-number"];
  const problems: RuleSetProblem[] = [];
  if (bounds.some((bound) => Math.abs(bound) > 100)) problems.push("rules.out-of-range");
  if (rules.aheadFrom <= rules.onTrackFrom || rules.onTrackFrom <= rules.behindFrom) problems.push("rules.overlap");
  return problems;
}

/** A band as an administrator writes it: gaps from `from` (included; null: no lower end) to `to` (excluded; null: no upper end). */
export interface Band {
  readonly light: BandLight;
  readonly from: number | null;
  readonly to: number | null;
}

export type RuleSetResult =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly problems: readonly RuleSetProblem[] };

/**
 * Bands as a rule set. Refused when one is missing or there twice, when a bound is no finite number, when the ends
 * are not open, when two bands leave a hole between them or overlap, or for what validateRuleSet() finds.
 */
export function ruleSetFromBands(key: string, bands: readonly Band[]): RuleSetResult {
  const byLight = new Map(bands.map((band) => [band.light, band]));
  const [ahead, onTrack, behind, far] = BAND_LIGHTS.map((light) => byLight.get(light));
  if (!ahead || !onTrack || !behind || !far) return { ok: false, problems: ["rules.band-missing"] };
  if (byLight.size !== bands.length) return { ok: false, problems: ["rules.band-twice"] };
  if (ahead.to !== null || far.from !== null) return { ok: false, problems: ["rules.open-end-missing"] };
  const seams: readonly (readonly [Band, Band])[] = [
    [ahead, onTrack],
    [onTrack, behind],
    [behind, far],
  ];
  const problems = new Set<RuleSetProblem>();
  for (const [upper, lower] of seams) {
    if (!isBound(upper.from) || !isBound(lower.to)) problems.add("rules.not-a-number");
    else if (lower.to < upper.from) problems.add("rules.hole");
    else if (lower.to > upper.from) problems.add("rules.overlap");
  }
  const [aheadFrom, onTrackFrom, behindFrom] = [ahead.from, onTrack.from, behind.from];
  if (problems.size > 0 || aheadFrom === null || onTrackFrom === null || behindFrom === null) {
    return { ok: false, problems: [...problems] };
  }
  const rules = { key, aheadFrom, onTrackFrom, behindFrom };
  const invalid = validateRuleSet(rules);
  return invalid.length === 0 ? { ok: true, rules } : { ok: false, problems: invalid };
}

function isBound(bound: number | null): bound is number {
  return bound !== null && Number.isFinite(bound);
}
