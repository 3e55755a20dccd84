// Builders for tests: the chart input of one plain target of each kind.
import { Decimal } from "decimal.js";
import type { ChartView } from "@/lib/charts/model/chart-view";
import type { ChartReading, TargetChartInput } from "@/lib/charts/model/target-chart-input";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { assessTarget } from "@/lib/domain/targets/assess";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import type { Maybe, Reading } from "@/lib/domain/targets/types";
import { aBaseline, aPlan, aReading, aTarget } from "@/testing/target-builders";

/** An approved reading of `value`, a sample. */
export function aChartReading(
  asOf: string,
  value: number | string | null,
  changes: Partial<Reading> = {},
): ChartReading {
  return { ...aReading(asOf, value, changes), id: asOf, illustrative: true };
}

/** A cumulative "at least 100 亿元" of 2023 viewed on 30 September, without readings. */
export function aTargetChart(changes: Partial<TargetChartInput> = {}): TargetChartInput {
  const input = plainChart(changes);
  return { ...input, standing: changes.standing ?? standingOf(input) };
}

/** Assessed by the default rules on its day, reports up to date. */
function standingOf({ terms, readings, today }: Omit<TargetChartInput, "standing">): TargetChartInput["standing"] {
  const known = readings.filter(({ asOf }) => asOf <= today);
  const { light, completionRatio, gapPoints, gapValue, judgedValue } = assessTarget(terms, known, DEFAULT_RULES);
  const or = <T>(maybe: Maybe<T>) => (maybe.known ? maybe.value : null);
  return {
    light,
    freshness: "current",
    completionRatio: or(completionRatio),
    gapPoints: or(gapPoints),
    gapValue: or(gapValue),
    judgedValue: or(judgedValue),
  };
}

function plainChart(changes: Partial<TargetChartInput>): Omit<TargetChartInput, "standing"> {
  return {
    code: "A-07",
    title: "海门区工业投资完成额",
    owner: "海门区",
    metric: { name: "工业投资", unit: "亿元", unitEn: null, kind: changes.terms?.kind ?? "cumulative", precision: 1 },
    terms: aTarget(),
    periodPrinted: true,
    assumedSteps: [],
    readings: [],
    revisions: [],
    replacedTerms: [],
    forecast: null,
    source: "南通日报",
    today: isoDate("2023-09-30"),
    needsNoReport: false,
    importedDays: NO_IMPORTED_DAYS,
    lang: "zh-CN",
    illustrative: false,
    ...changes,
  };
}

/** 402 亿元 (380 until 15 June), stretch 420, 316.5 the year before; January and July not reported. */
export function aRevisedCumulativeChart(changes: Partial<TargetChartInput> = {}): TargetChartInput {
  const values: [string, number][] = [
    ["2023-02-28", 50],
    ["2023-03-31", 92],
    ["2023-04-30", 130],
    ["2023-05-31", 160],
    ["2023-06-30", 201],
    ["2023-08-31", 262],
    ["2023-09-30", 301],
  ];
  return aTargetChart({
    terms: aTarget({ value: new Decimal(402), stretchValue: new Decimal(420), baseline: aBaseline("316.5") }),
    readings: values.map(([asOf, value]) => aChartReading(asOf, value)),
    lastYear: [aReading("2022-06-30", 150), aReading("2022-12-31", "316.5")],
    replacedTerms: [
      { terms: aTarget({ value: new Decimal(380), stretchValue: new Decimal(420) }), until: isoDate("2023-06-15") },
    ],
    revisions: [
      { on: isoDate("2023-06-15"), before: new Decimal(380), after: new Decimal(402), reason: "市政府常务会议" },
    ],
    forecast: {
      on: isoDate("2023-12-31"),
      value: new Decimal("401.333333"),
      low: new Decimal("382.5"),
      high: new Decimal("420.165751"),
    },
    ...changes,
  });
}

/** Second place promised, stretch first; fifth, third and second so far. */
export function aRankChart(changes: Partial<TargetChartInput> = {}): TargetChartInput {
  return aTargetChart({
    title: "固定资产投资全省位次",
    metric: { name: "位次", unit: "位", unitEn: null, kind: "rank", precision: 0 },
    terms: aTarget({
      kind: "rank",
      comparator: "within-rank",
      direction: "decrease",
      value: new Decimal(2),
      stretchValue: new Decimal(1),
      plan: aPlan({ shape: "flat" }),
      calendar: "quarterly",
    }),
    readings: [aChartReading("2023-03-31", 5), aChartReading("2023-06-30", 3), aChartReading("2023-09-30", 2)],
    ...changes,
  });
}

/** No, no, yes. */
export function aYesNoChart(changes: Partial<TargetChartInput> = {}): TargetChartInput {
  return aTargetChart({
    title: "通过评审",
    metric: { name: "评审", unit: "", unitEn: null, kind: "yes-no", precision: 0 },
    terms: aTarget({ kind: "yes-no", value: new Decimal(1), calendar: "quarterly" }),
    readings: [aChartReading("2023-03-31", 0), aChartReading("2023-06-30", 0), aChartReading("2023-09-30", 1)],
    ...changes,
  });
}

/** Two steps done (one late), one overdue, one planned. */
export function aMilestoneChart(changes: Partial<TargetChartInput> = {}): TargetChartInput {
  const steps = [
    { key: "study", title: "可研批复", titleEn: "Study approved", weight: 1, plannedOn: isoDate("2023-03-31") },
    { key: "land", title: "用地预审", titleEn: "Land approved", weight: 2, plannedOn: isoDate("2023-05-31") },
    { key: "start", title: "先导段开工", titleEn: "Pilot started", weight: 3, plannedOn: isoDate("2023-08-31") },
    { key: "rest", title: "全部手续", titleEn: "All procedures", weight: 2, plannedOn: isoDate("2023-12-31") },
  ];
  const completedSteps = [
    { key: "study", doneOn: isoDate("2023-03-20") },
    { key: "land", doneOn: isoDate("2023-07-12") },
  ];
  return aTargetChart({
    title: "北沿江高铁先导段开工",
    metric: { name: "节点", unit: "", unitEn: null, kind: "milestone", precision: 0 },
    terms: aTarget({ kind: "milestone", value: null, steps }),
    readings: [aChartReading("2023-09-30", null, { completedSteps })],
    ...changes,
  });
}

/** A level that must fall from 52 to 40. */
export function aLevelChart(changes: Partial<TargetChartInput> = {}): TargetChartInput {
  return aTargetChart({
    title: "单位地区生产总值能耗",
    metric: { name: "能耗", unit: "千克标准煤", unitEn: null, kind: "level", precision: 1 },
    terms: aTarget({
      kind: "level",
      direction: "decrease",
      comparator: "at-most",
      value: new Decimal(40),
      baseline: aBaseline(52),
      calendar: "quarterly",
    }),
    readings: [aChartReading("2023-03-31", 50.5), aChartReading("2023-06-30", 47), aChartReading("2023-09-30", 44.2)],
    ...changes,
  });
}

/** About 27 % more than the year before; below zero at first. */
export function aGrowthChart(changes: Partial<TargetChartInput> = {}): TargetChartInput {
  return aTargetChart({
    title: "大交通完成投资增速",
    metric: { name: "增速", unit: "%", unitEn: null, kind: "growth", precision: 1 },
    terms: aTarget({ kind: "growth", value: new Decimal(27), plan: aPlan({ shape: "flat" }) }),
    readings: [aChartReading("2023-02-28", -3.5), aChartReading("2023-06-30", 19.4), aChartReading("2023-09-30", 28.1)],
    ...changes,
  });
}

/** Between 60 and 70 %; the second quarter was not reported. */
export function aRatioChart(changes: Partial<TargetChartInput> = {}): TargetChartInput {
  const share = (asOf: string, numerator: number, denominator: number) =>
    aChartReading(asOf, null, { numerator: new Decimal(numerator), denominator: new Decimal(denominator) });
  return aTargetChart({
    title: "高企培育占比",
    metric: { name: "占比", unit: "%", unitEn: null, kind: "ratio", precision: 1 },
    terms: aTarget({
      kind: "ratio",
      comparator: "between",
      value: new Decimal(60),
      upperValue: new Decimal(70),
      plan: aPlan({ shape: "flat" }),
      calendar: "quarterly",
    }),
    readings: [share("2023-03-31", 120, 240), share("2023-09-30", 156, 240)],
    ...changes,
  });
}

/** No choices. */
export function aChartView(changes: Partial<ChartView> = {}): ChartView {
  return {
    from: null,
    to: null,
    hide: new Set(),
    notes: [],
    title: null,
    source: null,
    footnote: null,
    labels: "on",
    type: null,
    colour: null,
    typeface: "sans",
    logo: null,
    isSigned: true,
    ...changes,
  };
}
