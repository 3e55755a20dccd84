// The words a chart is lettered with. They live here because files and scripts draw charts outside any page.
import type { ChartLanguage, StepState } from "@/lib/charts/chart-model";
import type { Light, UnknownReason } from "@/lib/domain/targets/types";

export interface ChartWords {
  readonly reported: string;
  readonly expected: string;
  readonly target: string;
  readonly stretch: string;
  readonly baseline: (year: number) => string;
  readonly lastYear: string;
  readonly forecast: string;
  readonly forecastRange: string;
  readonly forecastLow: string;
  readonly forecastHigh: string;
  readonly revision: string;
  readonly today: string;
  readonly due: string;
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
  readonly light: string;
  readonly place: string;
  readonly illustrative: string;
  readonly illustrativeShort: string;
  readonly notReported: string;
  readonly nothingReported: string;
  readonly nothingInPeriod: string;
  readonly baselineShort: string;
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
  readonly lightsTitle: string;
  readonly departmentTitle: (name: string) => string;
  readonly lightsUnit: string;
  readonly lights: Readonly<Record<Light, string>>;
  readonly steps: Readonly<Record<StepState, string>>;
  readonly reasons: Readonly<Record<UnknownReason, string>>;
  readonly mostUrgent: (drawn: number, others: number) => string;
}

const chinese: ChartWords = {
  reported: "实际",
  expected: "计划进度",
  target: "目标",
  stretch: "力争",
  baseline: (year) => `${year}年`,
  lastYear: "上年同期",
  forecast: "预测",
  forecastRange: "预测区间",
  forecastLow: "预测下限",
  forecastHigh: "预测上限",
  revision: "目标调整",
  today: "今日",
  due: "期限",
  yes: "是",
  no: "否",
  date: "日期",
  note: "备注",
  chart: "图表",
  showTable: "查看数据表",
  asOfColumn: "截至",
  sourceColumn: "来源",
  sampleColumn: "数据说明",
  step: "步骤",
  weight: "权重",
  plannedOn: "计划完成",
  doneOn: "实际完成",
  state: "状态",
  department: "部门",
  total: "合计",
  targetColumn: "指标",
  completion: "完成进度",
  light: "状态",
  place: "位次",
  illustrative: "示例数据：进展数值为演示用，非实际上报",
  illustrativeShort: "示例数据",
  notReported: "未上报",
  nothingReported: "尚无审核通过的进展",
  nothingInPeriod: "该时段内没有审核通过的进展",
  baselineShort: "基期值",
  unitColumn: "单位",
  compareTitle: "指标对比",
  sourcesOfEach: "各指标来源见其页面",
  noSteps: "尚未设定步骤",
  noTargets: "没有指标",
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
  lightsTitle: "各部门指标状态",
  departmentTitle: (name) => `${name}：完成与计划进度`,
  lightsUnit: "项",
  lights: {
    achieved: "已完成",
    ahead: "超前",
    "on-track": "正常",
    behind: "滞后",
    "far-behind": "严重滞后",
    missed: "未完成",
    "not-started": "未开始",
    "no-report": "未上报",
    unset: "暂不评估",
  },
  steps: { done: "按期完成", "done-late": "逾期完成", overdue: "逾期未完成", planned: "计划中" },
  reasons: {
    "no-report": "未上报",
    "no-baseline": "无基期值",
    "no-target-value": "目标值未设定",
    "target-equals-baseline": "目标等于基期值",
    "not-a-percentage": "不按百分比计",
    "no-plan": "无计划进度",
    "no-steps": "尚未设定步骤",
    "too-few-points": "数据点不足",
    "zero-denominator": "分母为零",
    "out-of-range": "数值超出范围",
  },
  mostUrgent: (drawn, others) => `图中为最紧急的${drawn}项，状态最差、差距最大的在前；其余${others}项见数据表`,
};

const english: ChartWords = {
  reported: "Reported",
  expected: "Expected",
  target: "Target",
  stretch: "Stretch",
  baseline: (year) => `${year}`,
  lastYear: "Last year",
  forecast: "Forecast",
  forecastRange: "Forecast range",
  forecastLow: "Forecast, low",
  forecastHigh: "Forecast, high",
  revision: "Target revised",
  today: "Today",
  due: "Due",
  yes: "Yes",
  no: "No",
  date: "Date",
  note: "Note",
  chart: "Chart",
  showTable: "Show the numbers",
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
  light: "Light",
  place: "Place",
  illustrative: "Illustrative: the progress figures are samples, not actual reports",
  illustrativeShort: "Illustrative",
  notReported: "Not reported",
  nothingReported: "No approved progress yet",
  nothingInPeriod: "No approved progress in this period",
  baselineShort: "Baseline",
  unitColumn: "Unit",
  compareTitle: "Targets compared",
  sourcesOfEach: "see each target's page",
  noSteps: "No steps set yet",
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
  lightsTitle: "Targets by light and department",
  departmentTitle: (name) => `${name}: completion against expected`,
  lightsUnit: "targets",
  lights: {
    achieved: "Achieved",
    ahead: "Ahead",
    "on-track": "On track",
    behind: "Behind",
    "far-behind": "Far behind",
    missed: "Missed",
    "not-started": "Not started",
    "no-report": "No report",
    unset: "Not assessed",
  },
  steps: { done: "Done on time", "done-late": "Done late", overdue: "Overdue", planned: "Planned" },
  reasons: {
    "no-report": "Not reported",
    "no-baseline": "No baseline",
    "no-target-value": "Target value not set",
    "target-equals-baseline": "Target equals baseline",
    "not-a-percentage": "Not a percentage",
    "no-plan": "No plan",
    "no-steps": "No steps set",
    "too-few-points": "Too few points",
    "zero-denominator": "Denominator is zero",
    "out-of-range": "Out of range",
  },
  mostUrgent: (drawn, others) =>
    `The ${drawn} most urgent, worst light and widest gap first; ${others} more in the data table`,
};

export function chartWords(lang: ChartLanguage): ChartWords {
  return lang === "en" ? english : chinese;
}
