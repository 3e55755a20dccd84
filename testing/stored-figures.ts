// The figures of the visual regression tests: every kind and type of chart, each with plain data in both languages.
import { Decimal } from "decimal.js";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { type ChartType, withType } from "@/lib/charts/model/chart-type";
import { viewChart } from "@/lib/charts/model/chart-view";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import { prepareLightsChart } from "@/lib/charts/model/lights-chart-model";
import { composeMultiples } from "@/lib/charts/model/multiples-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { prepareYearsChart } from "@/lib/charts/model/years-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { Language } from "@/lib/i18n/languages";
import {
  aChartView,
  aGrowthChart,
  aLevelChart,
  aMilestoneChart,
  aRankChart,
  aRatioChart,
  aRevisedCumulativeChart,
  aYesNoChart,
} from "@/testing/chart-builders";

const OF_TARGET = {
  cumulative: aRevisedCumulativeChart,
  level: aLevelChart,
  growth: aGrowthChart,
  ratio: aRatioChart,
  rank: aRankChart,
  milestone: aMilestoneChart,
  "yes-no": aYesNoChart,
} as const;
type TargetFigure = keyof typeof OF_TARGET;

const IN_ENGLISH: Readonly<Record<TargetFigure, string>> = {
  cumulative: "Industrial investment completed",
  level: "Energy used per unit of GDP",
  growth: "Growth of transport investment",
  ratio: "Share of high-tech companies",
  rank: "Rank in fixed-asset investment",
  milestone: "Start of the northern riverside railway",
  "yes-no": "Review passed",
};

const TODAY = isoDate("2023-09-30");

function targetChart(name: TargetFigure, lang: Language): ChartModel {
  const words = lang === "en" ? { title: "Industrial investment completed", owner: "Haimen", source: "Daily" } : {};
  return prepareTargetChart(OF_TARGET[name]({ lang, ...words }));
}

function departmentChart(lang: Language): ChartModel {
  const shares = [0.721, null, 1.037, -0.05];
  const figures = lang === "en" ? "CNY 28.98 of 40.2 billion" : "289.8/402亿元";
  const lights = ["on-track", "no-report", "achieved", "far-behind"] as const;
  const targets = lights.map((light, index) => ({
    code: `NT-${index}`,
    title: lang === "en" ? "Visits to multinationals' headquarters and other bodies" : "拜访驻沪跨国公司总部等机构",
    light,
    completionRatio: shares[index] ?? null,
    expectedRatio: 0.75,
    reason: null,
    latestText: null,
    figures: shares[index] === null ? null : figures,
    hasFigure: true,
  }));
  const without = { ...targets[0], code: "NT-9", hasFigure: false } as (typeof targets)[number];
  const frame = { today: TODAY, source: "", illustrative: true, lang };
  const title = lang === "en" ? "Transport Bureau: completion against expected" : "市交通运输局：完成率与应完成率";
  return prepareDepartmentChart({ key: "d", title, targets: [...targets, without], ...frame });
}

/** Every light at least once, and a department without targets. */
function overviewChart(lang: Language): ChartModel {
  const departments = [
    { name: ["市交通运输局", "Transport Bureau"], counts: { achieved: 2, ahead: 3, "on-track": 9, behind: 4 } },
    { name: ["市商务局", "Commerce Bureau"], counts: { "on-track": 3, "far-behind": 2, missed: 1, "no-report": 2 } },
    { name: ["海门区", "Haimen"], counts: { ahead: 1, "not-started": 5, unset: 3 } },
    { name: ["市生态环境局", "Ecology and Environment Bureau"], counts: {} },
  ] as const;
  return prepareLightsChart({
    by: "department",
    counts: {
      achieved: 2,
      ahead: 4,
      "on-track": 12,
      behind: 4,
      "far-behind": 2,
      missed: 1,
      "no-report": 2,
      "not-started": 5,
      unset: 3,
    },
    groups: departments.map(({ name: [zh, en], counts }) => ({ key: en, name: lang === "en" ? en : zh, counts })),
    today: TODAY,
    source: lang === "en" ? "Daily" : "南通日报",
    illustrative: true,
    lang,
  });
}

function multiplesChart(names: readonly TargetFigure[], lang: Language): ChartModel {
  const panels = names.map((name, index) => {
    const input = OF_TARGET[name]({ lang, code: `NT-${index}` });
    const title = IN_ENGLISH[name];
    const words = { title, metric: { ...input.metric, name: title }, source: "Daily" };
    return prepareTargetChart({ ...input, ...(lang === "en" ? words : {}) });
  });
  const [title, asOfLabel, sourceLabel] =
    lang === "en"
      ? ["Targets compared", "As of 30 September 2023", "Source: Daily"]
      : ["目标对比", "数据截止日：2023年9月30日", "来源：南通日报"];
  return composeMultiples(panels, { key: "panels", lang, title, asOfLabel, sourceLabel });
}

function yearsChart(lang: Language): ChartModel {
  const year = (of: number, value: number, baseline: string, latest: string, asOf: string) => ({
    startOn: isoDate(`${of}-01-01`),
    dueOn: isoDate(`${of}-12-31`),
    value: new Decimal(value),
    baseline: { value: new Decimal(baseline), year: of - 1, origin: "derived" as const },
    latest: { value: new Decimal(latest), asOf: isoDate(asOf) },
    promise: lang === "en" ? `CNY ${value / 10} billion` : `${value}亿元`,
    sample: true,
  });
  const model = prepareYearsChart({
    key: "years",
    metric: {
      name: lang === "en" ? "Transport investment completed" : "大交通完成投资",
      unit: "亿元",
      unitEn: null,
      kind: "cumulative",
      precision: 1,
    },
    targets: [
      year(2022, 300, "268.4", "316.5354", "2022-12-31"),
      year(2023, 402, "316.5354", "405.26", "2023-12-31"),
      year(2024, 420, "405.26", "301", "2024-09-30"),
    ],
    source: lang === "en" ? "Daily" : "南通日报",
    today: isoDate("2024-10-15"),
    lang,
  });
  if (model === null) throw new Error("no line over the years");
  return model;
}

const COMPARED: readonly TargetFigure[] = ["cumulative", "level", "rank", "milestone"];

/** Each as its default type, and as the other types named. */
const FIGURES: Readonly<Record<string, readonly [(lang: Language) => ChartModel, ...ChartType[]]>> = {
  cumulative: [(lang) => targetChart("cumulative", lang), "bar", "bullet"],
  level: [(lang) => targetChart("level", lang), "dot", "bullet"],
  growth: [(lang) => targetChart("growth", lang), "dot", "bullet"],
  ratio: [(lang) => targetChart("ratio", lang), "dot", "bullet"],
  rank: [(lang) => targetChart("rank", lang), "dot"],
  milestone: [(lang) => targetChart("milestone", lang)],
  "yes-no": [(lang) => targetChart("yes-no", lang)],
  empty: [(lang) => prepareTargetChart(aRatioChart({ lang, readings: [] }))],
  department: [departmentChart, "dot"],
  overview: [overviewChart],
  comparison: [(lang) => multiplesChart(COMPARED, lang)],
  "comparison-alike": [(lang) => multiplesChart(["level", "growth", "ratio"], lang), "dot"],
  years: [yearsChart],
};

const IN_SERIF: readonly string[] = ["cumulative", "department", "comparison"];

/** By name: "level", "level-dot", "cumulative-serif". */
export function storedFigures(lang: Language): ReadonlyMap<string, ChartModel> {
  return new Map(
    Object.entries(FIGURES).flatMap(([name, [build, ...types]]) => {
      const model = build(lang);
      const serif = viewChart(model, aChartView({ typeface: "serif" }));
      return [
        [name, model] as const,
        ...types.map((type) => [`${name}-${type}`, withType(model, type)] as const),
        ...(IN_SERIF.includes(name) ? [[`${name}-serif`, serif] as const] : []),
      ];
    }),
  );
}
