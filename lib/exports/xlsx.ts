// Rows as a workbook: typed numbers and days, units in the header, the header frozen and repeated on each printed page.
import { type EventEmitter, once } from "node:events";
import { PassThrough, type Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import ExcelJS from "exceljs";
import { findingSentence } from "@/lib/charts/model/chart-finding";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { cleanLine, cleanText, cleanTexts } from "@/lib/domain/text/clean-text";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { chartRows, columnHeader, isPlainNumber, type ListColumn, type ListRow } from "@/lib/exports/list-rows";
import { withChart } from "@/lib/exports/xlsx-chart";
import { sheetChartOf } from "@/lib/exports/xlsx-chart-of";

export interface SheetOptions {
  /** The sheet name; invalid characters are removed. */
  readonly name: string;
  /** Lines above the header: title, as-of date, source and sample caption. */
  readonly heading: readonly string[];
  /** The number of columns on paper, whose texts wrap; all columns, in one line, by default. */
  readonly printed?: number;
  /** Whether the texts of all columns wrap. */
  readonly isWrapped?: boolean;
}

/** A4 (9 in ECMA-376, ST_PageSetup paperSize), as many pages as needed, each as wide as the sheet. */
export const LANDSCAPE_PAGE = {
  paperSize: 9,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

type CellValue = string | number | Date | ExcelJS.CellHyperlinkValue | null;

/** Cleans text and escapes sequences that look like spreadsheet escapes (_x000B_). */
export function sheetText(text: string): string {
  return cleanText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

/** A spreadsheet number has 15 digits; longer decimals are written as text to preserve their value. */
function numberCell(value: string): CellValue {
  if (!isPlainNumber(value)) return sheetText(value);
  const isShort = value.length <= 15 || value.replace(/[-.]/g, "").replace(/^0+/, "").length <= 15;
  return isShort ? Number(value) : value;
}

function cellValue(column: ListColumn | undefined, value: string | null): CellValue {
  if (value === null) return null;
  if (column?.type === "number") return numberCell(value);
  if (column?.type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  const address = column?.linkOf?.(value) ?? null;
  return address === null ? sheetText(value) : { text: sheetText(value), hyperlink: address };
}

export function tabName(name: string): string {
  const clean = cleanLine(name)
    .replace(/[\\/*?:[\]]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim()
    .slice(0, 31);
  return clean === "" ? "Data" : clean;
}

/** In digits of a spreadsheet's font: a Chinese sign is two digits wide. */
export function displayWidth(text: string): number {
  return text.length + (text.match(/[⺀-￿]/gu)?.length ?? 0);
}

/** Days and texts start where their header starts, away from the number on their left. */
function alignmentOf(column: ListColumn, index: number): Partial<ExcelJS.Alignment> {
  return column.type === "number" ? { horizontal: "right" } : { horizontal: "left", indent: index === 0 ? 0 : 1 };
}

function styleOf(column: ListColumn, index: number, isWrapped: boolean): Partial<ExcelJS.Style> {
  const wrapping = isWrapped ? { wrapText: column.type === "text", vertical: "top" as const } : {};
  const alignment = { ...alignmentOf(column, index), ...wrapping };
  const font = column.linkOf === undefined ? {} : { font: { color: { argb: LINK }, underline: true } };
  return column.type === "date" ? { numFmt: "yyyy-mm-dd", alignment } : { alignment, ...font };
}

const LINK = "FF0B5394";
const [NARROWEST, WIDEST] = [10, 44];

function columnWidth(column: ListColumn): number {
  const least = column.type === "text" ? 18 : 12;
  return column.width ?? Math.min(WIDEST, Math.max(least, displayWidth(columnHeader(column)) + 2));
}

const LINE_POINTS = 15;

/** Words do not fill their line, so a header may need a line more than its width says. */
function headerLines(column: ListColumn): number {
  const lines = displayWidth(columnHeader(column)) / (columnWidth(column) - 2);
  return lines <= 1 ? 1 : Math.ceil(lines + 0.5);
}

/** Lines of a row whose first `printed` texts wrap: not every program computes row heights when it opens a file. */
function rowLines(columns: readonly ListColumn[], values: ListRow, printed: number): number {
  const lines = columns
    .slice(0, printed)
    .map((column, index) => Math.ceil(displayWidth(values[index] ?? "") / (columnWidth(column) - 1)));
  return Math.max(1, ...lines);
}

/** As wide as the values, with the header on up to three lines, for a table that is in memory. */
function fitWidths(columns: readonly ListColumn[], rows: readonly ListRow[]): ListColumn[] {
  return columns.map((column, index) => {
    const values = rows.map((row) => displayWidth(row[index] ?? ""));
    const width = Math.max(displayWidth(columnHeader(column)) / 3 + 4, ...values.map((value) => value + 2));
    return { ...column, width: Math.min(WIDEST, Math.max(NARROWEST, width)) };
  });
}

/** The usual level, 6, takes half as long again for a tenth fewer bytes. */
const COMPRESSION = { zlib: { level: 4 } };

/** A list waits for its reader after as many rows. */
const ROWS_AT_ONCE = 500;

/** What the library writes a sheet to, of readable-stream 2, which has no `writableNeedDrain`. */
interface SheetPipe extends EventEmitter {
  readonly _writableState?: { readonly needDrain: boolean };
}

/**
 * The library writes without waiting: waits until the compression has taken what was written, or nobody reads the
 * workbook any more.
 */
async function waitForReader(sheet: ExcelJS.Worksheet, target: Writable): Promise<void> {
  // The first pipes are there after a turn of the event loop.
  await turn();
  const { pipes = [] } = (sheet as { stream?: { pipes?: readonly SheetPipe[] } }).stream ?? {};
  for (const pipe of pipes) {
    if (target.destroyed || pipe._writableState?.needDrain !== true) continue;
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([once(pipe, "drain", { signal }), once(target, "close", { signal })]).finally(() =>
      waiting.abort(),
    );
  }
  if (target.destroyed) throw new Error("the workbook is not read any more");
}

/**
 * Streams heading, header and rows at the speed of the reader, so that a long list is never in memory as a whole.
 * @throws if `target` is closed before the end
 */
export async function writeRowsXlsx(
  target: Writable,
  columns: readonly ListColumn[],
  rows: AsyncIterable<ListRow> | Iterable<ListRow>,
  options: SheetOptions,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true, zip: COMPRESSION });
  workbook.creator = FILE_AUTHOR;
  workbook.lastModifiedBy = FILE_AUTHOR;
  const headerRow = options.heading.length + 1;
  const sheet = workbook.addWorksheet(tabName(options.name), {
    views: [{ state: "frozen", ySplit: headerRow }],
    pageSetup: { ...LANDSCAPE_PAGE, printTitlesRow: `${headerRow}:${headerRow}` },
    headerFooter: { oddFooter: "&P / &N" },
  });
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: headerRow, column: columns.length } };
  sheet.columns = columns.map((column) => ({ width: columnWidth(column) }));
  for (const [index, line] of options.heading.entries()) {
    const row = sheet.addRow([sheetText(line)]);
    row.font = index === 0 ? { bold: true, size: 14 } : { color: { argb: "FF5C5A55" } };
    row.commit();
  }
  const header = sheet.addRow(columns.map((column) => sheetText(columnHeader(column))));
  header.font = { bold: true };
  header.height = LINE_POINTS * Math.max(...columns.map(headerLines));
  header.border = { bottom: { style: "thin" } };
  for (const [index, column] of columns.entries()) {
    header.getCell(index + 1).alignment = { ...alignmentOf(column, index), vertical: "bottom", wrapText: true };
  }
  header.commit();
  // One style object per column, because the writer caches styles by identity.
  const rowStyle = {};
  const wrapped = options.isWrapped === true ? columns.length : (options.printed ?? 0);
  const styles = columns.map((column, index) => styleOf(column, index, index < wrapped));
  let last = headerRow;
  for await (const values of rows) {
    last += 1;
    const row = sheet.addRow(values.map((value, index) => cellValue(columns[index], value)));
    Object.assign(row, { style: rowStyle });
    const lines = rowLines(columns, values, wrapped);
    if (lines > 1) row.height = LINE_POINTS * lines;
    for (const [index, style] of styles.entries()) row.getCell(index + 1).style = style;
    row.commit();
    if (last % ROWS_AT_ONCE === 0) await waitForReader(sheet, target);
  }
  // The library adds a $ to the columns only, and LibreOffice ignores an area with relative rows.
  if (options.printed !== undefined)
    sheet.pageSetup.printArea = `A$1:${sheet.getColumn(options.printed).letter}$${last}`;
  sheet.commit();
  await workbook.commit();
}

export async function rowsToXlsx(
  columns: readonly ListColumn[],
  rows: AsyncIterable<ListRow> | Iterable<ListRow>,
  options: SheetOptions,
): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    stream.on("end", resolve);
    stream.on("error", reject);
  });
  await writeRowsXlsx(stream, columns, rows, options);
  await ended;
  return Buffer.concat(chunks);
}

/** The chart's table under its title, as-of date, source and sample caption, with an editable chart next to it. */
export async function chartToXlsx(chart: ChartModel): Promise<Buffer> {
  const model = cleanTexts(chart, cleanLine);
  const heading = [
    model.title,
    findingSentence(model.finding, model.lang),
    model.identityLabel,
    ...model.table.notes,
  ].filter((line) => line !== "");
  const rows = chartRows(model);
  const workbook = await rowsToXlsx(fitWidths(model.table.columns, rows), rows, {
    name: model.title,
    heading,
    // A long note would go on below the chart.
    isWrapped: true,
  });
  const drawn = sheetChartOf(model, { sheetName: tabName(model.title), headerRow: heading.length + 1 });
  return drawn === null ? workbook : withChart(workbook, drawn);
}
