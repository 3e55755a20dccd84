import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { TargetRow } from "@/lib/server/targets/types";
import type { Language } from "./languages";

/** The latest reported value with its unit; null when nothing was reported. A milestone counts its finished steps. */
export function formatLatest({ metric, standing }: TargetRow, lang: Language): string | null {
  const value = standing.latest?.value ?? null;
  return value === null ? null : formatMeasure(value, metric.unit, lang, { precision: metric.precision });
}
