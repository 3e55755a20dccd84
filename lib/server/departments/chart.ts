// A department's chart: the completion of each of its targets against what was expected.
import "server-only";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import type { ComparisonChartModel } from "@/lib/charts/model/rows-chart-types";
import { goalOf } from "@/lib/domain/targets/goal";
import type { Language } from "@/lib/i18n/languages";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import type { Clock } from "@/lib/server/clock";
import type { DepartmentDetail } from "@/lib/views/department";
import type { TargetRow } from "@/lib/views/target";
import { formatLatest, noReportText } from "@/lib/wording/format-latest";
import { formatOfTarget } from "@/lib/wording/format-of-target";

function latestText(row: TargetRow, lang: Language): string | null {
  return row.metric.kind === "milestone" || row.metric.kind === "yes-no" ? null : formatLatest(row, lang);
}

/** False while the promise has neither a figure nor steps. */
function hasFigure({ terms }: TargetRow): boolean {
  const goal = goalOf(terms);
  return goal.type !== "unset" || goal.reason === "no-peers";
}

function rowOf(row: TargetRow, lang: Language) {
  const { latest, reason } = row.standing;
  const isSilent = latest === null && (reason === null || reason === "no-report");
  return {
    code: row.code,
    title: row.title[lang],
    light: row.standing.light,
    completionRatio: row.standing.completionRatio,
    expectedRatio: row.standing.expectedRatio,
    reason: row.standing.reason,
    figures: formatOfTarget(row, lang),
    hasFigure: hasFigure(row),
    latestText: latestText(row, lang) ?? (isSilent ? capitalized(noReportText(row.standing, lang)) : null),
  };
}

/** Completion against completion of any targets. */
export function comparisonChartModel(
  targets: readonly TargetRow[],
  clock: Pick<Clock, "today">,
  lang: Language,
  { key, title, source, total }: { key: string; title: string; source: string; total?: number } = {
    key: "comparison",
    title: getTranslator(lang)("chart.compareTitle"),
    source: getTranslator(lang)("chart.allReports"),
  },
): ComparisonChartModel {
  return prepareDepartmentChart({
    key,
    title,
    targets: targets.map((row) => rowOf(row, lang)),
    total,
    today: clock.today,
    source,
    illustrative: targets.some((row) => row.standing.latest?.sample === true),
    lang,
  });
}

export function departmentChartModel(
  department: Pick<DepartmentDetail, "slug" | "name" | "targets" | "total">,
  clock: Pick<Clock, "today">,
  lang: Language,
): ComparisonChartModel {
  const title = getTranslator(lang)("chart.departmentTitle", { name: department.name[lang] });
  const named = {
    key: `department-${department.slug}`,
    title,
    source: getTranslator(lang)("chart.departmentReports"),
    total: department.total,
  };
  return comparisonChartModel(department.targets, clock, lang, named);
}
