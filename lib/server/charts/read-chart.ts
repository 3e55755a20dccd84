// Resolves which chart is requested and reads its model for the context's day, for files, frames and the studio.
import "server-only";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { composeMultiples } from "@/lib/charts/model/multiples-model";
import type { Grouping } from "@/lib/domain/targets/groupings";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { comparisonChartModel, departmentChartModel } from "@/lib/server/departments/chart";
import { getDepartment, summarize } from "@/lib/server/departments/data";
import { hasSampleProgress, overviewChartModel } from "@/lib/server/overview/chart";
import { listLightGroups } from "@/lib/server/overview/groups";
import { targetChartModel } from "@/lib/server/targets/chart";
import { getTarget, readTargets } from "@/lib/server/targets/detail";
import { countStandings } from "@/lib/server/targets/light-counts";
import type { ChartSubject } from "@/lib/views/chart";
import type { TargetDetail } from "@/lib/views/target-detail";

/** A chart with the name of its file. */
export interface NamedChart {
  readonly model: ChartModel;
  /** ASCII, for clients that accept nothing else in headers. */
  readonly plainName: string;
}

async function overview(by: Grouping, context: Context, lang: Language): Promise<ChartModel> {
  const [groups, all, samples] = await Promise.all([
    listLightGroups(by, context),
    countStandings(context),
    hasSampleProgress(context.clock),
  ]);
  return overviewChartModel(by, groups, summarize(all).counts, context.clock, lang, samples);
}

type Comparison = Extract<ChartSubject, { of: "comparison" }>;

/** Null if the actor may not read one of them: a comparison never drops a target silently. */
async function comparison({ codes, as }: Comparison, context: Context, lang: Language): Promise<ChartModel | null> {
  const targets: TargetDetail[] = [];
  for await (const target of readTargets(codes, context)) if (target !== null) targets.push(target);
  if (targets.length === 0 || targets.length < codes.length) return null;
  const { today } = context.clock;
  if (as === "shares") return comparisonChartModel(targets, context.clock, lang);
  const panels = targets.map((target) => targetChartModel(target, context.clock, lang));
  const t = getTranslator(lang);
  const sources = [...new Set(panels.map((panel) => panel.sourceLabel))];
  return composeMultiples(panels, {
    key: "comparison",
    lang,
    title: t("chart.compareTitle"),
    asOfLabel: t("chart.cutOffOn", { day: formatIsoDate(today, lang) }),
    asOfDay: { of: "view", on: today },
    sourceLabel: sources.length === 1 ? (sources[0] ?? "") : t("chart.source", { label: t("chart.sourcesOfEach") }),
  });
}

/** For drawing, or for the data files, which contain every row. */
export type ChartUse = "picture" | "data";
/** More than are drawn: if the reader leaves one out, the next one is drawn. */
const PICTURE_ROWS = 50;

async function modelOf(
  subject: ChartSubject,
  context: Context,
  lang: Language,
  use: ChartUse,
): Promise<ChartModel | null> {
  switch (subject.of) {
    case "target": {
      const target = await getTarget(subject.code, context);
      return target && targetChartModel(target, context.clock, lang);
    }
    case "department": {
      const department = await getDepartment(subject.slug, context, use === "data" ? null : PICTURE_ROWS);
      return department && departmentChartModel(department, context.clock, lang);
    }
    case "overview":
      return overview(subject.by ?? "department", context, lang);
    case "comparison":
      return comparison(subject, context, lang);
  }
}

function plainName(subject: ChartSubject): string {
  if (subject.of === "target") return subject.code;
  if (subject.of === "department") return subject.slug;
  if (subject.of === "overview" && subject.by !== undefined) return `overview-by-${subject.by}`;
  return subject.of;
}

/** Null if the actor may not read it. */
export function readChart(
  subject: ChartSubject,
  context: Context,
  lang: Language,
  use: ChartUse = "picture",
): Promise<NamedChart | null> {
  return cachedForVisitors(`chart ${use} ${JSON.stringify(subject)} ${lang}`, context, async () => {
    const model = await modelOf(subject, context, lang, use);
    return model && { model, plainName: plainName(subject) };
  });
}
