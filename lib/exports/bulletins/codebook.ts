// What each column of the data package means.
import { FRESHNESSES, LIGHTS, METRIC_KINDS } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import { sharedWords } from "@/lib/i18n/shared-words";

const SHARED = sharedWords("zh-CN");

/** The values of a column: as they stand in the file alone, and with their Chinese words. */
function listValues<Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>) {
  return { "zh-CN": keys.map((key) => `${key} ${words[key]}`).join("，"), en: keys.join(", ") };
}

const KINDS = listValues(METRIC_KINDS, SHARED.metricKinds);
const LIGHT_VALUES = listValues(LIGHTS, SHARED.lights);
const FRESHNESS_VALUES = listValues(FRESHNESSES, SHARED.freshness);

const COLUMNS = [
  ["code", "", "目标编号", "Code of the target"],
  ["title", "", "目标名称", "Title of the target"],
  ["owner", "", "责任部门的网址名", "Slug of the owning department"],
  ["ownerName", "", "责任部门", "Name of the owning department"],
  ["metric", "", "指标名称", "Name of the metric"],
  ["kind", "", `指标类型：${KINDS["zh-CN"]}`, `Kind of the metric: ${KINDS.en}`],
  ["unit", "", "目标值和最新值的计量单位", "Unit of targetValue and value"],
  ["promise", "", "承诺的文字表述", "The promise in words"],
  ["targetValue", "unit", "目标值；空为未设定或无数值", "Target value; empty where none is set or there is none"],
  ["dueOn", "ISO 8601", "到期日", "Due day of the target"],
  ["value", "unit", "最新审核通过的值；空为未报送，不是零", "Latest approved value; empty means no report, never zero"],
  ["asOf", "ISO 8601", "数据截至日：最新值所说的日期", "As-of date: the day the value speaks of"],
  ["sample", "true/false", "是否示例数据", "Whether the value is illustrative"],
  [
    "completionRatio",
    "1 = 100 %",
    "完成率；累计指标从零起算，水平指标从基期值起算；空为不能计算",
    "Completion; a cumulative metric counts from 0, a level from its baseline; empty where it cannot be worked out",
  ],
  [
    "expectedRatio",
    "1 = 100 %",
    "应完成率：计划到 asOf 当天应完成的部分",
    "Expected completion: what the plan asks for on asOf",
  ],
  ["gapPoints", "百分点 / points", "差距：完成率减应完成率", "Gap: completion minus expected completion"],
  ["light", "", `状态灯：${LIGHT_VALUES["zh-CN"]}`, `Light: ${LIGHT_VALUES.en}`],
  ["lightBefore", "", "一个月前的状态灯", "Light a month before"],
  ["freshness", "", `报送情况：${FRESHNESS_VALUES["zh-CN"]}`, `Reporting: ${FRESHNESS_VALUES.en}`],
  ["adjusted", "true/false", "现行目标与下达时不同", "The terms in force are not those it was issued with"],
  ["problems", "", "责任部门报送的问题", "Problems as reported"],
  ["nextStep", "", "责任部门报送的下一步打算", "Next step as reported"],
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
