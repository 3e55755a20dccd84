// What a value would change: the light, the warnings and the chart, for the report form and the reviewer's queue.
import "server-only";
import { prepareTrend } from "@/lib/charts/model/trend-model";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import { readingValue } from "@/lib/domain/targets/completion";
import { assessOn } from "@/lib/domain/targets/overdue";
import type { Light, Reading } from "@/lib/domain/targets/types";
import { findOutliers, type Outlier } from "@/lib/domain/updates/outliers";
import type { Language } from "@/lib/i18n/languages";
import { checkUpdate, type UpdateInput } from "@/lib/schemas/update";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { getRuleSetAt } from "@/lib/server/rule-sets/data";
import type { ReportPreview } from "@/lib/views/update";
import { getReportTarget, type ReportTarget, reportFacts } from "./report-target";

/** What the reviewer is warned about. */
export function outliersOf(
  { terms, readings, record }: ReportTarget,
  reading: Reading,
  completionRatio: number | null,
): Outlier[] {
  return findOutliers(terms, readings, reading, { completionRatio, unit: record.metric.unit });
}

/** The light on a day if these were the approved readings. */
export function previewLightOf(
  { terms, importedDays }: Pick<ReportTarget, "terms" | "importedDays">,
  readings: readonly Reading[],
  rules: RuleSet,
  today: IsoDate,
): LightPreview {
  const { assessment, light } = assessOn(terms, readings, rules, today, importedDays);
  const { completionRatio } = assessment;
  return { light, completionRatio: completionRatio.known ? completionRatio.value : null };
}

export interface LightPreview {
  readonly light: Light;
  readonly completionRatio: number | null;
}

/** The light, the warnings and the chart if this were approved; null while the form has no usable value. */
export async function previewReport(
  code: string,
  input: UpdateInput,
  lang: Language,
  context: Context,
): Promise<ReportPreview | null> {
  const target = await getReportTarget(db, { code }, context.clock);
  if (target === null || !can(context.actor, "update.draft", target.scope)) return null;
  const checked = checkUpdate(input, reportFacts(target, context.clock), false);
  if (!checked.ok || !readingValue(target.terms, checked.update.reading).known) return null;
  const { reading } = checked.update;
  const { terms, readings, record } = target;
  const rules = await getRuleSetAt(db, context.clock.knownUntil);
  const shown = previewLightOf(target, [...readings, reading], rules, context.clock.today);
  return {
    ...shown,
    outliers: outliersOf(target, reading, shown.completionRatio),
    trend: prepareTrend({ terms, metric: record.metric, readings, added: reading, lang }),
  };
}
