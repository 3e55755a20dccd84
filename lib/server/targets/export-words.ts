// The words of the exported list of targets, in both languages.
import type { Language } from "@/lib/i18n/languages";
import { type SharedWords, sharedWords } from "@/lib/i18n/shared-words";

/** What is said in exported lists alone. */
interface OwnWords {
  readonly title: string;
  readonly fileName: string;
  readonly knownOn: (day: string) => string;
  readonly rows: (count: number) => string;
  readonly filtered: (filters: string) => string;
  readonly illustrative: string;
  readonly sample: string;
  readonly adjusted: string;
  readonly columns: Readonly<Record<ExportColumn, string>>;
}

export type ExportWords = OwnWords & SharedWords;

export const EXPORT_COLUMNS = [
  "code",
  "title",
  "owner",
  "metric",
  "kind",
  "unit",
  "promise",
  "comparator",
  "targetValue",
  "upperValue",
  "stretchValue",
  "baselineValue",
  "baselineYear",
  "baselineOrigin",
  "year",
  "startOn",
  "dueOn",
  "state",
  "latestValue",
  "asOf",
  "sample",
  "completion",
  "expected",
  "gap",
  "light",
  "adjusted",
  "original",
  "freshness",
  "nextReportDueOn",
  "quote",
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

const chinese: OwnWords = {
  title: "目标清单",
  fileName: "目标清单",
  knownOn: (day) => `查看日：${day}`,
  rows: (count) => `共${count}项`,
  filtered: (filters) => `筛选条件：${filters}`,
  illustrative: "标有“示例”的进展数值为演示用，并非真实数据；承诺原文真实",
  sample: "示例",
  adjusted: "目标已调整",
  columns: {
    code: "编号",
    title: "目标",
    owner: "责任部门",
    metric: "指标",
    kind: "指标类型",
    unit: "计量单位",
    promise: "承诺",
    comparator: "比较方式",
    targetValue: "目标值",
    upperValue: "上限值",
    stretchValue: "力争值",
    baselineValue: "基期值",
    baselineYear: "基期年份",
    baselineOrigin: "基期值来源",
    year: "年份",
    startOn: "起始日",
    dueOn: "到期日",
    state: "目标状态",
    latestValue: "最新值",
    asOf: "数据截至日",
    sample: "示例标记",
    completion: "完成率",
    expected: "应完成率",
    gap: "差距",
    light: "状态灯",
    adjusted: "目标调整",
    original: "下达时承诺",
    freshness: "报送情况",
    nextReportDueOn: "下次报送截止",
    quote: "原文",
  },
};

const english: OwnWords = {
  title: "List of targets",
  fileName: "Targets",
  knownOn: (day) => `As known on ${day}`,
  rows: (count) => (count === 1 ? "1 target" : `${count} targets`),
  filtered: (filters) => `Filtered by ${filters}`,
  illustrative: "Progress marked “illustrative” was not reported; the commitments are as printed",
  sample: "illustrative",
  adjusted: "target adjusted",
  columns: {
    code: "Code",
    title: "Target",
    owner: "Owner",
    metric: "Metric",
    kind: "Kind",
    unit: "Unit",
    promise: "Promise",
    comparator: "Comparator",
    targetValue: "Target value",
    upperValue: "Upper value",
    stretchValue: "Stretch value",
    baselineValue: "Baseline",
    baselineYear: "Baseline year",
    baselineOrigin: "Baseline origin",
    year: "Year",
    startOn: "Start",
    dueOn: "Due",
    state: "State",
    latestValue: "Latest value",
    asOf: "As of",
    sample: "Illustrative",
    completion: "Completion",
    expected: "Expected",
    gap: "Gap",
    light: "Light",
    adjusted: "Adjusted",
    original: "As issued",
    freshness: "Reporting",
    nextReportDueOn: "Next report due",
    quote: "Printed words",
  },
};

const WORDS: Readonly<Record<Language, ExportWords>> = {
  "zh-CN": { ...chinese, ...sharedWords("zh-CN") },
  en: { ...english, ...sharedWords("en") },
};

export function exportWords(lang: Language): ExportWords {
  return WORDS[lang];
}
