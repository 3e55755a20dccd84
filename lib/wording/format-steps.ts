// How many steps of a milestone are done, of how many.
import type { Decimal } from "decimal.js";
import type { TargetTerms } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

interface Stepped {
  readonly terms: Pick<TargetTerms, "kind" | "steps">;
  readonly standing: { readonly latest: { readonly value: Decimal | null } | null };
}

/** "2 of 3 steps". Null for other kinds, without steps, and without a report. */
export function formatSteps({ terms, standing }: Stepped, lang: Language): string | null {
  const done = standing.latest?.value ?? null;
  if (terms.kind !== "milestone" || terms.steps.length === 0 || done === null) return null;
  return getTranslator(lang)("chart.stepsDone", { done: done.toNumber(), count: terms.steps.length });
}
