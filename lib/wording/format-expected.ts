// What the plan of a target expected on the day of its latest report, in the unit of its metric.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { expectedValue } from "@/lib/domain/targets/expected";
import type { MetricKind, TargetTerms } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { measureText } from "./measure-text";

interface Planned {
  readonly terms: TargetTerms;
  readonly metric: PrintedUnit & { readonly kind: MetricKind; readonly precision: number };
  readonly standing: { readonly latest: { readonly asOf: IsoDate } | null };
}

/** Null without a report, and where what is expected is not a value. One decimal more than the metric, like a gap. */
export function formatExpected({ terms, metric, standing }: Planned, lang: Language): string | null {
  if (standing.latest === null || !KIND_RULES[metric.kind].isMeasured) return null;
  const expected = expectedValue(terms, standing.latest.asOf);
  return expected.known ? measureText(expected.value, { ...metric, precision: metric.precision + 1, lang }) : null;
}
