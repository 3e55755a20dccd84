// The columns of a value workbook, the same for the writer and the reader.

/** The headings in Chinese and English, then accepted variants. */
export const VALUE_HEADINGS = {
  key: ["行标识", "row key"],
  code: ["目标编号", "code", "编号"],
  title: ["目标", "target", "目标名称", "目标任务"],
  promise: ["目标值", "target value"],
  unit: ["单位", "unit"],
  previous: ["上次值", "last value"],
  previousOn: ["上次数据截至日", "last as of"],
  due: ["报送截止日", "due by", "报送截止"],
  asOf: ["数据截至日", "as of"],
  value: ["完成值", "value"],
  numerator: ["分子", "numerator"],
  denominator: ["分母", "denominator"],
  peers: ["排位总数", "number of places"],
  note: ["说明", "note"],
  problems: ["存在问题", "problems"],
  nextStep: ["下一步打算", "next step", "下一步", "下一步工作"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ValueColumn = keyof typeof VALUE_HEADINGS;

/** The columns that a clerk fills in. */
export const ENTRY_COLUMNS = [
  "asOf",
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

export const ANSWERS = {
  yes: ["已实现", "Done"],
  no: ["未实现", "Not done"],
} as const;

/** Links a row to its target and to the terms that the workbook shows, wherever the row is moved. */
export function rowKey(code: string, termsVersion: number): string {
  return `${code}#${termsVersion}`;
}

export interface RowKey {
  readonly code: string;
  readonly termsVersion: number;
}

export function parseRowKey(text: string): RowKey | null {
  const [, code, version] = /^(.+)#(\d{1,6})$/u.exec(text.trim()) ?? [];
  return code === undefined ? null : { code, termsVersion: Number(version) };
}
