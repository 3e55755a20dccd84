// Rows as CSV for spreadsheets: byte order mark, CRLF, and no text that could run as a formula.
import { stringify } from "csv-stringify/sync";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { cleanLine, cleanText, cleanTexts } from "@/lib/domain/text/clean-text";
import {
  chartRows,
  columnHeader,
  isPlainNumber,
  type ListColumn,
  type ListRow,
  provenance,
} from "@/lib/exports/list-rows";

/** Prefixes that start a formula in a spreadsheet, including full-width forms. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * Escapes text that could run as a formula with an apostrophe. Plain negative numbers are unchanged; the library's
 * escaping would turn −3.5 into text.
 */
export function escapeFormula(value: string): string {
  return FORMULA_START.test(value) && !isPlainNumber(value) ? `'${value}` : value;
}

const csvField = (value: string | null) => (value === null ? "" : escapeFormula(cleanText(value)));

/** The byte order mark and the header row. */
export function csvHeader(columns: readonly ListColumn[]): string {
  return stringify([columns.map((column) => csvField(columnHeader(column)))], {
    bom: true,
    record_delimiter: "windows",
  });
}

/** The lines of the rows. A missing value is an empty csvField. */
export function csvLines(rows: Iterable<ListRow>): string {
  return stringify(
    Array.from(rows, (row) => row.map(csvField)),
    { record_delimiter: "windows" },
  );
}

export function rowsToCsv(columns: readonly ListColumn[], rows: Iterable<ListRow>): string {
  return csvHeader(columns) + csvLines(rows);
}

/** The chart's table; every row has title, as-of date, source and, for samples, the sample caption. */
export function chartToCsv(chart: ChartModel): string {
  const model = cleanTexts(chart, cleanLine);
  const origin = provenance(model);
  const rows = chartRows(model).map((row) => [...row, ...origin.values]);
  return rowsToCsv([...model.table.columns, ...origin.columns], rows);
}
