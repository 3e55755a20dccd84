// What each column of the data package means.
import type { Bilingual } from "@/lib/i18n/languages";

const COLUMNS = [
  ["code", "", "目标编号", "Code of the target"],
  ["title", "", "目标名称", "Title of the target"],
  ["owner", "", "责任部门的网址名", "Slug of the owning department"],
  ["ownerName", "", "责任部门", "Name of the owning department"],
  ["metric", "", "指标名称", "Name of the metric"],
  [
    "kind",
    "",
    "指标类型：cumulative 累计量，level 存量，growth 增速，ratio 占比，rank 位次，milestone 里程碑，yes-no 是否完成",
    "Kind of the metric: cumulative, level, growth, ratio, rank, milestone, yes-no",
  ],
  ["unit", "", "目标值和最新值的计量单位", "Unit of targetValue and value"],
  ["promise", "", "承诺的文字表述", "The promise in words"],
  ["targetValue", "unit", "目标值；空为未设定或无数值", "Target value; empty where none is set or there is none"],
  ["dueOn", "ISO 8601", "完成期限", "Last day of the target"],
  [
    "value",
    "unit",
    "最新经审核的值；空为未上报，不是零",
    "Latest approved value; empty means not reported, never zero",
  ],
  ["asOf", "ISO 8601", "最新值所说的日期", "The day the value speaks of"],
  ["sample", "true/false", "是否演示数据", "Whether the value is sample data"],
  [
    "completionRatio",
    "1 = 100 %",
    "完成进度；累计量从零起算，存量从基期起算；空为不能计算",
    "Completion; a cumulative metric counts from 0, a level from its baseline; empty where it cannot be worked out",
  ],
  ["expectedRatio", "1 = 100 %", "按计划在 asOf 当天应达到的进度", "Completion expected by the plan on asOf"],
  ["gapPoints", "百分点 / points", "完成进度减计划进度", "Completion minus expected"],
  [
    "light",
    "",
    "灯：achieved, ahead, on-track, behind, far-behind, missed, not-started, no-report, unset",
    "Light: achieved, ahead, on-track, behind, far-behind, missed, not-started, no-report, unset",
  ],
  ["lightBefore", "", "一个月前的灯", "Light a month before"],
  [
    "freshness",
    "",
    "报送情况：current 及时，due 待报，late 逾期，never 从未上报",
    "Reporting: current, due, late, never",
  ],
  ["adjusted", "true/false", "现行目标与下达时不同", "The terms in force are not those it was issued with"],
  ["problems", "", "责任部门上报的问题", "Problems as reported"],
  ["nextStep", "", "责任部门上报的下一步打算", "Next step as reported"],
] as const;

export interface CodebookEntry {
  readonly column: (typeof COLUMNS)[number][0];
  readonly unit: string;
  readonly meaning: Bilingual;
}

export const CODEBOOK: readonly CodebookEntry[] = COLUMNS.map(([column, unit, zh, en]) => ({
  column,
  unit,
  meaning: { "zh-CN": zh, en },
}));
