import type { Decimal } from "decimal.js";
import { reportStateOf } from "@/lib/domain/targets/report-state";
import type { Freshness, Light, MetricKind } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { measureText } from "./measure-text";
import { withPeers } from "./place-text";

interface Latest {
  readonly metric: PrintedUnit & { readonly kind: MetricKind; readonly precision: number };
  readonly standing: { readonly latest: { readonly value: Decimal | null; readonly peers?: number | null } | null };
}

/** The latest reported value in words, as in charts; null without a report. A milestone counts its completed steps. */
export function formatLatest({ metric, standing }: Latest, lang: Language): string | null {
  const value = standing.latest?.value ?? null;
  return value === null ? null : withPeers(measureText(value, { ...metric, lang }), standing.latest?.peers, lang);
}

interface Reported extends Latest {
  readonly standing: Latest["standing"] & { readonly light: Light; readonly freshness: Freshness };
}

/** Why there is no report, in words: 无需报送 / "no report expected", or 未报送 / "no report". */
export function noReportText({ light, freshness }: Pick<Reported["standing"], "light" | "freshness">, lang: Language) {
  const state = reportStateOf({ light, freshness, hasValue: false });
  return getTranslator(lang)(state === "not-needed" ? "freshness.not-expected" : "unknownReasons.no-report");
}

/** The latest reported value in words, or why there is none. */
export function formatReported(target: Reported, lang: Language): string {
  return formatLatest(target, lang) ?? noReportText(target.standing, lang);
}
