// The bands of the gap that an administrator chooses or edits.

import type { GapBounds, GapMeasure, KindBounds, RuleSet } from "@/lib/domain/targets/assessment";
import type { Light, MetricKind } from "@/lib/domain/targets/types";

/** ahead ≥ +5, on track ≥ −5, behind ≥ −15, far behind below that; percentage points. */
export const DEFAULT_RULES: RuleSet = { key: "default", aheadFrom: 5, onTrackFrom: -5, behindFrom: -15, kinds: {} };

/** Green only when the plan is fully met (序时进度): the end of November expects 11/12, so 91 % fails and 92 % passes. */
export const STRICT_RULES: RuleSet = { key: "strict", aheadFrom: 5, onTrackFrom: 0, behindFrom: -15, kinds: {} };

export const PRESET_RULES: readonly RuleSet[] = [DEFAULT_RULES, STRICT_RULES];

export type BandLight = "ahead" | "on-track" | "behind" | "far-behind";

/** The bounds for the targets of a kind: its own, or the general ones in the measure of the goal. */
export function boundsFor(rules: RuleSet, kind: MetricKind, measure: GapMeasure): KindBounds {
  const { aheadFrom, onTrackFrom, behindFrom } = rules;
  return rules.kinds[kind] ?? { measure, aheadFrom, onTrackFrom, behindFrom };
}

/** The band of a gap, in the measure of the bounds; each bound belongs to the better band. */
export function gapBand(bounds: GapBounds, gap: number): BandLight & Light {
  if (gap >= bounds.aheadFrom) return "ahead";
  if (gap >= bounds.onTrackFrom) return "on-track";
  return gap >= bounds.behindFrom ? "behind" : "far-behind";
}

/** What is wrong with a bound: `kind` is null for a general one. */
export interface RuleSetProblem {
  readonly kind: MetricKind | null;
  readonly bound: keyof GapBounds;
  readonly problem: "not-a-number" | "out-of-range" | "overlap";
}

/** The kinds that may have separate bounds: those that are judged by a gap. A rank and a yes-no are not. */
export const RULED_KINDS = [
  "cumulative",
  "level",
  "ratio",
  "growth",
  "milestone",
] as const satisfies readonly MetricKind[];

/**
 * The problems of a rule set, by bound; empty when it is valid. Bounds must be finite numbers that strictly decrease from ahead to
 * on-track to behind: equal bounds leave a band empty, crossed bounds give a gap two lights. They are from −100 to 100,
 * except in a metric's unit.
 */
export function validateRuleSet(rules: Omit<RuleSet, "key">): RuleSetProblem[] {
  const own = RULED_KINDS.flatMap((kind) => {
    const bounds = rules.kinds[kind];
    return bounds === undefined ? [] : problemsOf(kind, bounds);
  });
  return [...problemsOf(null, { ...rules, measure: "points" }), ...own];
}

const BOUNDS = ["aheadFrom", "onTrackFrom", "behindFrom"] as const satisfies readonly (keyof GapBounds)[];

function problemsOf(kind: MetricKind | null, { measure, ...bounds }: KindBounds): RuleSetProblem[] {
  return BOUNDS.flatMap((bound, index): RuleSetProblem[] => {
    const better = BOUNDS[index - 1];
    if (!Number.isFinite(bounds[bound])) return [{ kind, bound, problem: "not-a-number" }];
    if (measure !== "unit" && Math.abs(bounds[bound]) > 100) return [{ kind, bound, problem: "out-of-range" }];
    if (better !== undefined && bounds[better] <= bounds[bound]) return [{ kind, bound, problem: "overlap" }];
    return [];
  });
}

/** Whether two rule sets give the same light to everything. */
export function isSameRules(one: Omit<RuleSet, "key">, other: Omit<RuleSet, "key">): boolean {
  const bounds = ({ aheadFrom, onTrackFrom, behindFrom }: GapBounds) => [aheadFrom, onTrackFrom, behindFrom];
  const all = ({ kinds, ...general }: Omit<RuleSet, "key">) => [
    bounds(general),
    ...RULED_KINDS.map((kind) => kinds[kind] && [kinds[kind].measure, ...bounds(kinds[kind])]),
  ];
  return JSON.stringify(all(one)) === JSON.stringify(all(other));
}
