// The columns of a value workbook, the same for the writer and the reader.

/** The headings in Chinese and English, then accepted variants. */
export const VALUE_HEADINGS = {
  key: ["行标识", "row key"],
  code: ["目标编号", "code", "编号"],
  title: ["目标", "target", "目标名称", "目标任务"],
  step: ["节点", "step", "里程碑节点"],
  planned: ["计划完成日", "planned for", "计划完成日期"],
  promise: ["目标值", "target value"],
  unit: ["单位", "unit"],
  previous: ["上次值", "last value"],
  previousOn: ["上次数据截至日", "last as of"],
  due: ["报送截止日", "due by", "报送截止"],
  asOf: ["数据截至日", "as of"],
  doneOn: ["完成日期", "completed on", "实际完成日期"],
  value: ["完成值", "value"],
  numerator: ["分子", "numerator"],
  denominator: ["分母", "denominator"],
  peers: ["排位总数", "number of places"],
  note: ["说明", "note"],
  problems: ["存在问题", "problems"],
  nextStep: ["下一步打算", "next step", "下一步", "下一步工作"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ValueColumn = keyof typeof VALUE_HEADINGS;

/** The columns that a clerk fills in; `doneOn` for steps of milestones, the figures for all other targets. */
export const ENTRY_COLUMNS = [
  "asOf",
  "doneOn",
  "value",
  "numerator",
  "denominator",
  "peers",
  "note",
  "problems",
  "nextStep",
] as const satisfies readonly ValueColumn[];
export type EntryColumn = (typeof ENTRY_COLUMNS)[number];

/** Only for ratios and ranks. */
export const OPTIONAL_ENTRIES: readonly EntryColumn[] = ["numerator", "denominator", "peers"];

/** Only for steps of milestones. */
export const STEP_COLUMNS: readonly ValueColumn[] = ["step", "planned", "doneOn"];

export const ANSWERS = {
  yes: ["已实现", "Done"],
  no: ["未实现", "Not done"],
} as const;

/** Links a row to its target or step and to the terms that the workbook shows, wherever the row is moved. */
export function rowKey(code: string, termsVersion: number, stepKey: string | null = null): string {
  const key = `${code}#${termsVersion}`;
  return stepKey === null ? key : `${key}/${stepKey}`;
}

export interface RowKey {
  readonly code: string;
  readonly termsVersion: number;
  /** Null for a row that is about the target as a whole. */
  readonly stepKey: string | null;
}

export function parseRowKey(text: string): RowKey | null {
  const [, code, version, stepKey = null] = /^(.+?)#(\d{1,6})(?:\/(.+))?$/u.exec(text.trim()) ?? [];
  return code === undefined ? null : { code, termsVersion: Number(version), stepKey };
}
