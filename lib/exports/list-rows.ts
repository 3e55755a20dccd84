// Rows of a file, in any format.
import type { ChartColumn, ChartModel } from "@/lib/charts/model/chart-model";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { bareSource } from "@/lib/wording/chart-source";

export interface ListColumn extends ChartColumn {
  /** In characters; spreadsheets only. */
  readonly width?: number;
  /** The address behind a value, in a workbook; null for none. */
  readonly linkOf?: (value: string) => string | null;
}

/** One value per column: decimal text, ISO day or text. Null is missing and becomes an empty cell, never 0. */
export type ListRow = readonly (string | null)[];

/** A plain decimal number, negative ones too. */
const NUMBER = /^-?\d+(\.\d+)?$/;

export function isPlainNumber(value: string): boolean {
  return NUMBER.test(value);
}

/** A column's header with its unit: 实际（亿元） / Reported (CNY 100 million). */
export function columnHeader(column: ChartColumn): string {
  if (column.unit === null || column.unit === "") return column.label;
  return /[⺀-￿]/u.test(column.label) ? `${column.label}（${column.unit}）` : `${column.label} (${column.unit})`;
}

/** The chart's table as raw values. */
export function chartRows(model: ChartModel): ListRow[] {
  return model.table.rows.map((row) => row.cells.map((cell) => cell.value));
}

/**
 * Repeated in each row, because rows get separated from their file: title, source, as-of, and the marks of samples and assumptions.
 * Only the parts the chart has, and none that its table names in every row itself.
 */
export function provenance(model: ChartModel): { readonly columns: ListColumn[]; readonly values: string[] } {
  const t = getTranslator(model.lang);
  const { asOfDay } = model;
  const parts: [string, string, string | null][] = [
    ["chart", t("chart.chart"), model.title],
    ["as-of", t(asOfDay?.of === "view" ? "chart.cutOff" : "chart.asOfColumn"), asOfDay?.on ?? null],
    ["source", t("chart.sourceColumn"), bareSource(model.sourceLabel, model.lang)],
    ["sample", t("chart.sampleColumn"), model.illustrativeLabel],
    ["assumption", capitalized(t("target.assumed")), model.assumptionLabel],
  ];
  const own = new Set(model.table.columns.map(({ key }) => key));
  const present = parts.flatMap(([key, label, value]) =>
    value === null || value === "" || own.has(key) ? [] : [{ key, label, value }],
  );
  return {
    columns: present.map(({ key, label }) => ({ key, label, type: key === "as-of" ? "date" : "text", unit: null })),
    values: present.map(({ value }) => value),
  };
}
