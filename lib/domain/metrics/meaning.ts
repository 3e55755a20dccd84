// What of a metric gives its stored values their meaning, and when that may still change.
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import type { Direction, MetricKind } from "@/lib/domain/targets/types";
import { isSameMeasure } from "@/lib/domain/units/units";

export interface MetricMeaning {
  readonly kind: MetricKind;
  readonly direction: Direction;
  readonly unit: string;
}

export const MEANING_FIELDS = ["kind", "direction", "unit"] as const;
export type MeaningField = (typeof MEANING_FIELDS)[number];

/**
 * The fields whose change would make the values kept so far say something else: another kind, another direction, or a
 * unit of another scale, currency or dimension (亿元 → 万元). A unit that is only worded otherwise (家 → 个) is none.
 */
export function changedMeaning(before: MetricMeaning, after: MetricMeaning): MeaningField[] {
  return MEANING_FIELDS.filter((field) =>
    field === "unit" ? !isSameMeasure(before.unit, after.unit) : before[field] !== after[field],
  );
}

/**
 * Whether drafts written for one kind are still drafts of the other. A place needs its own comparator, milestones their
 * steps, a yes-no neither.
 */
export function areDraftsCompatible(before: MetricKind, after: MetricKind): boolean {
  return before === after || (KIND_RULES[before].isMeasured && KIND_RULES[after].isMeasured);
}
