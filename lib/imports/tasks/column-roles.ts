// What a column of a task table can be read as, and how the columns of a table were read.

/** What a user can choose; `district`: one target per department and row. */
export const COLUMN_ROLES = [
  "title",
  "metric",
  "unit",
  "value",
  "owner",
  "responsible-unit",
  "supporting",
  "due",
  "baseline",
  "growth",
  "stretch",
  "lower",
  "upper",
  "plan",
  "category",
  "serial",
  "code",
  "leader",
  "responsible",
  "remarks",
  "district",
  "other",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface ReadColumn {
  readonly index: number;
  readonly heading: string;
  /** The first text below the heading. */
  readonly sample: string;
  readonly role: ColumnRole;
  /** The role without any correction. */
  readonly recognised: ColumnRole;
}

export interface ReadTable {
  readonly fingerprint: string;
  readonly sheet: string | null;
  readonly columns: readonly ReadColumn[];
}

/** The corrected roles of a layout, by the index of the column. */
export type ColumnMapping = ReadonlyMap<number, ColumnRole>;
