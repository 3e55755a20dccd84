// The fields of a metric that give its stored values their meaning.
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
 * The fields whose change would give the stored values another meaning: another kind, another direction, or a unit of
 * another scale, currency or dimension (亿元 → 万元). A unit with other words for the same size (家 → 个) is not one.
 */
export function changedMeaning(before: MetricMeaning, after: MetricMeaning): MeaningField[] {
  return MEANING_FIELDS.filter((field) =>
    field === "unit" ? !isSameMeasure(before.unit, after.unit) : before[field] !== after[field],
  );
}

/**
 * Whether drafts of one kind remain valid for the other. A rank needs its own comparator, a milestone its steps, a yes-no
 * neither.
 */
export function areDraftsCompatible(before: MetricKind, after: MetricKind): boolean {
  return before === after || (KIND_RULES[before].isMeasured && KIND_RULES[after].isMeasured);
}
