// A department's chart: the completion of each of its targets against what was expected.
import "server-only";
import type { ComparisonChartModel } from "@/lib/charts/model/chart-model";
import { chartWords } from "@/lib/charts/model/chart-words";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import { formatLatest } from "@/lib/i18n/format-latest";
import type { Language } from "@/lib/i18n/languages";
import type { Clock } from "@/lib/server/clock";
import { DEPARTMENTS_SOURCE } from "@/lib/server/overview/chart";
import type { TargetRow } from "@/lib/server/targets/types";
import type { DepartmentDetail } from "./data";

const SOURCE: Readonly<Record<Language, string>> = { "zh-CN": "部门报送", en: "Reports of the department" };

function latestText(row: TargetRow, lang: Language): string | null {
  return row.metric.kind === "milestone" || row.metric.kind === "yes-no" ? null : formatLatest(row, lang);
}

function rowOf(row: TargetRow, lang: Language) {
  return {
    code: row.code,
    title: row.title[lang],
    light: row.standing.light,
    completionRatio: row.standing.completionRatio,
    expectedRatio: row.standing.expectedRatio,
    reason: row.standing.reason,
    latestText: latestText(row, lang),
  };
}

/** Completion against completion of any targets. */
export function comparisonChartModel(
  targets: readonly TargetRow[],
  clock: Pick<Clock, "today">,
  lang: Language,
  { key, title, source, total }: { key: string; title: string; source: string; total?: number } = {
    key: "comparison",
    title: chartWords(lang).compareTitle,
    source: DEPARTMENTS_SOURCE[lang],
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
  const title = chartWords(lang).departmentTitle(department.name[lang]);
  const named = { key: `department-${department.slug}`, title, source: SOURCE[lang], total: department.total };
  return comparisonChartModel(department.targets, clock, lang, named);
}
