import type { Decimal } from "decimal.js";
import { measureText } from "@/lib/charts/model/chart-text";
import type { Language } from "@/lib/i18n/languages";
import type { TargetRow } from "./target";

interface Latest {
  readonly metric: Pick<TargetRow["metric"], "kind" | "unit" | "precision">;
  readonly standing: { readonly latest: { readonly value: Decimal | null } | null };
}

/** The latest reported value in words, as charts say it; null when nothing was reported. A milestone counts its finished steps. */
export function formatLatest({ metric, standing }: Latest, lang: Language): string | null {
  const value = standing.latest?.value ?? null;
  return value === null ? null : measureText(value, { ...metric, lang });
}
