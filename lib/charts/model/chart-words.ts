// The words a chart is lettered with. They live here because files and scripts draw charts outside any page.

import { UNKNOWN_REASONS, type UnknownReason } from "@/lib/domain/targets/types";
import { capital, type SharedWords, sharedWords } from "@/lib/i18n/shared-words";
import type { ChartLanguage } from "./chart-model";

/** What is said in charts alone. */
interface OwnWords {
  readonly reported: string;
  readonly expected: string;
  readonly target: string;
  readonly stretch: string;
  readonly baseline: (year: number, origin: string | null) => string;
  readonly lastYear: string;
  readonly forecast: string;
  readonly forecastRange: string;
  readonly forecastLow: string;
  readonly forecastHigh: string;
  readonly revision: string;
  readonly today: string;
  readonly yes: string;
  readonly no: string;
  readonly date: string;
  readonly note: string;
  readonly chart: string;
  readonly showTable: string;
  readonly asOfColumn: string;
  readonly sourceColumn: string;
  readonly sampleColumn: string;
  readonly step: string;
  readonly weight: string;
  readonly plannedOn: string;
  readonly doneOn: string;
  readonly state: string;
  readonly department: string;
  readonly total: string;
  readonly targetColumn: string;
  readonly completion: string;
  readonly expectedCompletion: string;
  readonly light: string;
  readonly place: string;
  readonly illustrative: string;
  readonly illustrativeShort: string;
  readonly nothingReported: string;
  readonly nothingInPeriod: string;
  readonly baselineShort: string;
  readonly someDerived: string;
  readonly unitColumn: string;
  readonly compareTitle: string;
  readonly sourcesOfEach: string;
  readonly noSteps: string;
  readonly noTargets: string;
  readonly targetUnset: string;
  readonly source: (label: string) => string;
  readonly unit: (label: string) => string;
  readonly asOf: (day: string) => string;
  readonly noAsOf: string;
  readonly revised: (before: string, after: string, reason: string) => string;
  readonly notSet: string;
  readonly ratioNote: (numerator: string, denominator: string) => string;
  readonly separator: string;
  readonly colon: string;
  readonly stop: string;
  readonly range: (low: string, high: string) => string;
  readonly targetLow: string;
  readonly targetHigh: string;
  readonly comparatorColumn: string;
  /** In a column's header, where the figures below stand bare. */
  readonly targetWith: (comparator: string) => string;
  readonly lightsTitle: string;
  readonly departmentTitle: (name: string) => string;
  readonly lightsUnit: string;
  readonly mostUrgent: (drawn: number, others: number) => string;
}

export interface ChartWords extends OwnWords {
  readonly baselineOrigins: SharedWords["baselineOrigins"];
  readonly comparators: SharedWords["comparators"];
  readonly lights: SharedWords["lights"];
  readonly steps: SharedWords["stepStates"];
  readonly reasons: SharedWords["unknownReasons"];
}

const chinese: OwnWords = {
  reported: "实际",
  expected: "计划进度",
  target: "目标",
  stretch: "力争",
  baseline: (year, origin) => `${year}年基数${origin === null ? "" : `（${origin}）`}`,
  lastYear: "上年同期",
  forecast: "预测",
  forecastRange: "预测区间",
  forecastLow: "预测下限",
  forecastHigh: "预测上限",
  revision: "目标调整",
  today: "今日",
  yes: "是",
  no: "否",
  date: "日期",
  note: "备注",
  chart: "图表",
  showTable: "查看数据表",
  asOfColumn: "数据截至日",
  sourceColumn: "来源",
  sampleColumn: "数据说明",
  step: "节点",
  weight: "权重",
  plannedOn: "计划完成",
  doneOn: "实际完成",
  state: "状态",
  department: "部门",
  total: "合计",
  targetColumn: "目标",
  completion: "完成率",
  expectedCompletion: "应完成率",
  light: "状态灯",
  place: "位次",
  illustrative: "示例数据：进展数值为演示用，并非真实数据",
  illustrativeShort: "示例数据",
  nothingReported: "尚无审核通过的进展",
  nothingInPeriod: "该时段内没有审核通过的进展",
  baselineShort: "基期值",
  someDerived: "（含推算）",
  unitColumn: "单位",
  compareTitle: "目标对比",
  sourcesOfEach: "各目标来源见其页面",
  noSteps: "节点未设定",
  noTargets: "没有目标",
  targetUnset: "目标值未设定",
  source: (label) => `来源：${label}`,
  unit: (label) => `单位：${label}`,
  asOf: (day) => `截至${day}`,
  noAsOf: "尚无数据",
  revised: (before, after, reason) => `目标由${before}调整为${after}${reason === "" ? "" : `：${reason}`}`,
  notSet: "未定",
  ratioNote: (numerator, denominator) => `${numerator} ÷ ${denominator}`,
  separator: "，",
  colon: "：",
  stop: "。",
  range: (low, high) => `${low}至${high}`,
  targetLow: "目标下限",
  targetHigh: "目标上限",
  comparatorColumn: "比较方式",
  targetWith: (comparator) => `目标：${comparator}`,
  lightsTitle: "各部门状态灯",
  departmentTitle: (name) => `${name}：完成率与应完成率`,
  lightsUnit: "项",
  mostUrgent: (drawn, others) =>
    `图中为最紧急的${drawn}项，状态灯最差、差距最大的在前；其余${others}项见数据文件（CSV、Excel）`,
};

const english: OwnWords = {
  reported: "Reported",
  expected: "Expected",
  target: "Target",
  stretch: "Stretch",
  baseline: (year, origin) => `Baseline ${year}${origin === null ? "" : ` (${origin})`}`,
  lastYear: "Last year",
  forecast: "Forecast",
  forecastRange: "Forecast range",
  forecastLow: "Forecast, low",
  forecastHigh: "Forecast, high",
  revision: "Target revised",
  today: "Today",
  yes: "Yes",
  no: "No",
  date: "Date",
  note: "Note",
  chart: "Chart",
  showTable: "Show table",
  asOfColumn: "As of",
  sourceColumn: "Source",
  sampleColumn: "About the data",
  step: "Step",
  weight: "Weight",
  plannedOn: "Planned",
  doneOn: "Done",
  state: "State",
  department: "Department",
  total: "Total",
  targetColumn: "Target",
  completion: "Completion",
  expectedCompletion: "Expected",
  light: "Light",
  place: "Rank",
  illustrative: "Illustrative: the progress figures are samples, not actual reports",
  illustrativeShort: "Illustrative",
  nothingReported: "No approved progress yet",
  nothingInPeriod: "No approved progress in this period",
  baselineShort: "Baseline",
  someDerived: " (some derived)",
  unitColumn: "Unit",
  compareTitle: "Targets compared",
  sourcesOfEach: "see the page of each target",
  noSteps: "Steps not set",
  noTargets: "No targets",
  targetUnset: "Target value not set",
  source: (label) => `Source: ${label}`,
  unit: (label) => `Unit: ${label}`,
  asOf: (day) => `As of ${day}`,
  noAsOf: "No data yet",
  revised: (before, after, reason) => `Target changed from ${before} to ${after}${reason === "" ? "" : `: ${reason}`}`,
  notSet: "not set",
  ratioNote: (numerator, denominator) => `${numerator} ÷ ${denominator}`,
  separator: ", ",
  colon: ": ",
  stop: ". ",
  range: (low, high) => `${low} to ${high}`,
  targetLow: "Target, low",
  targetHigh: "Target, high",
  comparatorColumn: "Comparator",
  targetWith: (comparator) => `Target: ${comparator}`,
  lightsTitle: "Targets by light and department",
  departmentTitle: (name) => `${name}: completion against expected`,
  lightsUnit: "targets",
  mostUrgent: (drawn, others) =>
    `The ${drawn} most urgent, with the worst light and the widest gap first; ${others} more in the data files (CSV, Excel)`,
};

/** In charts a reason stands by itself. */
function reasonsOf(lang: ChartLanguage): ChartWords["reasons"] {
  const { unknownReasons } = sharedWords(lang);
  const capitals = UNKNOWN_REASONS.map((reason) => [reason, capital(unknownReasons[reason])]);
  return Object.fromEntries(capitals) as Record<UnknownReason, string>;
}

function wordsOf(lang: ChartLanguage, own: OwnWords): ChartWords {
  const { lights, stepStates, baselineOrigins, comparators } = sharedWords(lang);
  return { ...own, baselineOrigins, comparators, lights, steps: stepStates, reasons: reasonsOf(lang) };
}

const WORDS: Readonly<Record<ChartLanguage, ChartWords>> = {
  "zh-CN": wordsOf("zh-CN", chinese),
  en: wordsOf("en", english),
};

export function chartWords(lang: ChartLanguage): ChartWords {
  return WORDS[lang];
}
