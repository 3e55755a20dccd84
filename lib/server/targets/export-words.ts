// The words of the exported list of targets, in both languages.
import type { BaselineOrigin, Comparator, Freshness, MetricKind, TargetState } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";

export interface ExportWords {
  readonly title: string;
  readonly fileName: string;
  readonly knownOn: (day: string) => string;
  readonly rows: (count: number) => string;
  readonly filtered: (filters: string) => string;
  readonly illustrative: string;
  readonly sample: string;
  readonly adjusted: string;
  readonly columns: Readonly<Record<ExportColumn, string>>;
  readonly kinds: Readonly<Record<MetricKind, string>>;
  readonly comparators: Readonly<Record<Comparator, string>>;
  readonly origins: Readonly<Record<BaselineOrigin, string>>;
  readonly freshness: Readonly<Record<Freshness, string>>;
  readonly states: Readonly<Record<TargetState, string>>;
}

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

const chinese: ExportWords = {
  title: "目标清单",
  fileName: "目标清单",
  knownOn: (day) => `查看日：${day}`,
  rows: (count) => `共${count}项`,
  filtered: (filters) => `筛选条件：${filters}`,
  illustrative: "标有“示例”的进展数值为演示用，非实际上报；承诺原文真实",
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
    upperValue: "目标上限",
    stretchValue: "力争值",
    baselineValue: "基期值",
    baselineYear: "基期年份",
    baselineOrigin: "基期来源",
    year: "年度",
    startOn: "开始日期",
    dueOn: "完成期限",
    state: "目标状态",
    latestValue: "最新值",
    asOf: "截至日期",
    sample: "示例标记",
    completion: "完成进度",
    expected: "计划进度",
    gap: "进度差",
    light: "状态灯",
    adjusted: "目标调整",
    original: "原定承诺",
    freshness: "报送情况",
    nextReportDueOn: "下次报送截止",
    quote: "原文",
  },
  kinds: {
    cumulative: "累计量",
    level: "存量",
    growth: "增速",
    ratio: "占比",
    rank: "位次",
    milestone: "里程碑",
    "yes-no": "是否完成",
  },
  comparators: {
    "at-least": "不少于",
    "more-than": "超过",
    "at-most": "不超过",
    "less-than": "少于",
    equal: "等于",
    about: "约为",
    between: "介于",
    "within-rank": "位次之内",
  },
  origins: { printed: "原文", derived: "推算" },
  freshness: { current: "及时", due: "待报送", late: "逾期", never: "从未报送" },
  states: { draft: "草拟", issued: "已下达", received: "已签收", closed: "已办结", withdrawn: "已撤回" },
};

const english: ExportWords = {
  title: "List of targets",
  fileName: "Targets",
  knownOn: (day) => `As known on ${day}`,
  rows: (count) => (count === 1 ? "1 target" : `${count} targets`),
  filtered: (filters) => `Filtered by ${filters}`,
  illustrative: "Progress marked “sample” is illustrative and was not reported; the commitments are as printed",
  sample: "sample",
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
    sample: "Sample mark",
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
  kinds: {
    cumulative: "Cumulative",
    level: "Level",
    growth: "Growth",
    ratio: "Ratio",
    rank: "Rank",
    milestone: "Milestone",
    "yes-no": "Yes or no",
  },
  comparators: {
    "at-least": "at least",
    "more-than": "more than",
    "at-most": "at most",
    "less-than": "less than",
    equal: "equal to",
    about: "about",
    between: "between",
    "within-rank": "within rank",
  },
  origins: { printed: "printed", derived: "derived" },
  freshness: { current: "current", due: "due", late: "late", never: "never reported" },
  states: { draft: "draft", issued: "issued", received: "received", closed: "closed", withdrawn: "withdrawn" },
};

export function exportWords(lang: Language): ExportWords {
  return lang === "en" ? english : chinese;
}
