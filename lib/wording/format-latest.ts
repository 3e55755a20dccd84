import type { Decimal } from "decimal.js";
import type { MetricKind } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { measureText } from "./measure-text";

interface Latest {
  readonly metric: { readonly kind: MetricKind; readonly unit: string; readonly precision: number };
  readonly standing: { readonly latest: { readonly value: Decimal | null } | null };
}

/** The latest reported value in words, as in charts; null without a report. A milestone counts its completed steps. */
export function formatLatest({ metric, standing }: Latest, lang: Language): string | null {
  const value = standing.latest?.value ?? null;
  return value === null ? null : measureText(value, { ...metric, lang });
}
