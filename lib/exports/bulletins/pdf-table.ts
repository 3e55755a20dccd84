// A bulletin's table in its PDF: widths that break no word, rows that do not split, a header on each page.
import { columnWidths, fittingSize } from "@/lib/bulletins/column-widths";
import type { Cell, Table } from "@/lib/bulletins/tables";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { addElement, drawArtifact, drawTagged } from "@/lib/exports/pdf-tags";
import { addSamePage, bottomOf, INK, lettering, type Pdf, printable, SMALL, widthOf } from "./pdf-text";

const RULE = "#8a877f";
/** The minimum font size of a table, if its longest words do not fit otherwise. */
const SMALLEST = 6.5;
const PAD = 3;
/** Between a table and the text above it. */
const SPACE_BEFORE = 4;
/** A longer word is broken at the end of a page. */
const LONGEST_WORD = 40;

/** The column positions and the font size of a table. */
interface Grid {
  readonly size: number;
  readonly places: readonly { readonly x: number; readonly width: number }[];
}

function gridOf(table: Table, pdf: Pdf): Grid {
  const paper = { width: widthOf(pdf), size: SMALL, padding: PAD * 2 + 1 };
  const size = fittingSize(table, paper, SMALLEST);
  let x = pdf.page.margins.left;
  const places = columnWidths(table, { ...paper, size }).map((width) => {
    const place = { x, width };
    x += width;
    return place;
  });
  return { size, places };
}

const headerOf = ({ columns }: Table): Cell[] => columns.map(({ label }) => ({ text: label }));

/** Line by line: the library gives a line end the width of a character, and breaks the word before it. */
function heightOfLines(pdf: Pdf, text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + pdf.heightOfString(line || " ", { width }), 0);
}

function heightOf(pdf: Pdf, cells: readonly Cell[], { size, places }: Grid, bold: boolean): number {
  pdf.font(bold ? "bold" : "regular").fontSize(size);
  const heights = cells.map(({ text }, index) =>
    heightOfLines(pdf, printable(text), (places[index]?.width ?? 0) - PAD * 2),
  );
  return Math.max(size, ...heights) + PAD * 2;
}

function drawFrame(pdf: Pdf, x: number, width: number, height: number, isHeader: boolean): void {
  pdf.lineWidth(0.5).rect(x, pdf.y, width, height);
  if (isHeader) pdf.fillAndStroke("#efede7", RULE);
  else pdf.stroke(RULE);
}

function drawCell(pdf: Pdf, { text, light }: Cell, x: number, y: number, options: PDFKit.Mixins.TextOptions): void {
  const inside = { ...options, ...lettering(pdf, text) };
  const shown = printable(text);
  if (light !== undefined) {
    const colour = signColour(light, chartPalette("print"));
    pdf.fillColor(colour).text(shown.slice(0, 1), x + PAD, y + PAD, { continued: true, ...inside });
    pdf.fillColor(INK).text(shown.slice(1), inside);
    return;
  }
  pdf.fillColor(INK).y = y + PAD;
  for (const line of shown.split("\n")) pdf.text(line || " ", x + PAD, pdf.y, inside);
}

/** How a row is marked: the header of a table, one of its rows, or the header that is repeated on a page. */
type RowPart = "header" | "row" | "repeated-header";

/** @param parent the table's element */
function drawRow(
  pdf: Pdf,
  table: Table,
  cells: readonly Cell[],
  grid: Grid,
  part: RowPart,
  parent: PDFKit.PDFStructureElement,
): void {
  const { size, places } = grid;
  const isHeader = part !== "row";
  const height = heightOf(pdf, cells, grid, isHeader);
  const y = pdf.y;
  const element = part === "repeated-header" ? null : addElement(pdf, "TR", parent);
  for (const [index, cell] of cells.entries()) {
    const { x, width } = places[index] ?? { x: 0, width: 0 };
    pdf.y = y;
    drawArtifact(pdf, "Layout", () => drawFrame(pdf, x, width, height, isHeader));
    const align = table.columns[index]?.align ?? "left";
    pdf.font(isHeader ? "bold" : "regular").fontSize(size);
    const draw = () => drawCell(pdf, cell, x, y, { width: width - PAD * 2, align });
    if (element === null) drawArtifact(pdf, "Pagination", draw);
    else if (isHeader) drawTagged(pdf, "TH", draw, { scope: "Column" }, element);
    else drawTagged(pdf, "TD", draw, {}, element);
  }
  element?.end();
  pdf.y = y + height;
}

/** The number of characters of `text` that fit into a box; a word is not broken unless it fills the box. */
function fittingLength(pdf: Pdf, text: readonly string[], width: number, height: number): number {
  const fits = (count: number) => heightOfLines(pdf, text.slice(0, count).join(""), width) <= height;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  if (low === text.length) return low;
  const space = text.slice(0, low).findLastIndex((character) => /\s/.test(character));
  return space > 0 && low - space < LONGEST_WORD ? space + 1 : Math.max(1, low);
}

/**
 * A row in parts, each with as much of every text as fits.
 * @param room the height for its first part
 * @param most the height for the others
 */
function partsOf(pdf: Pdf, row: readonly Cell[], grid: Grid, room: number, most: number): (readonly Cell[])[] {
  if (heightOf(pdf, row, grid, false) <= room) return [row];
  const texts = row.map(({ text }) => [...printable(text)]);
  const cuts = texts.map((text, index) =>
    fittingLength(pdf, text, (grid.places[index]?.width ?? 0) - PAD * 2, room - PAD * 2),
  );
  const part = row.map((cell, index) => ({ ...cell, text: (texts[index] ?? []).slice(0, cuts[index]).join("") }));
  const rest = texts.map((text, index) => ({ text: text.slice(cuts[index]).join("").trimStart() }));
  return [part, ...partsOf(pdf, rest, grid, most, most)];
}

/**
 * Pages break between rows, and inside a row only if it is higher than a page or begins the table; each page repeats the
 * header. The table begins on the next page if its header and first row do not fit.
 */
export function drawTable(pdf: Pdf, table: Table): void {
  const header = headerOf(table);
  const grid = gridOf(table, pdf);
  const element = addElement(pdf, "Table");
  pdf.y += SPACE_BEFORE;
  if (pdf.y > pdf.page.margins.top && pdf.y + headHeight(pdf, table) > bottomOf(pdf)) addSamePage(pdf);
  drawRow(pdf, table, header, grid, "header", element);
  const room = bottomOf(pdf) - pdf.y;
  const most = bottomOf(pdf) - pdf.page.margins.top - heightOf(pdf, header, grid, true);
  const parts = table.rows.flatMap((row, index) => partsOf(pdf, row, grid, index === 0 ? room : most, most));
  for (const row of parts) {
    if (pdf.y + heightOf(pdf, row, grid, false) > bottomOf(pdf)) {
      addSamePage(pdf);
      drawRow(pdf, table, header, grid, "repeated-header", element);
    }
    drawRow(pdf, table, row, grid, "row", element);
  }
  element.end();
  pdf.y += 10;
}

/** The height of the header and the first row, or the first quarter page of that row. */
export function headHeight(pdf: Pdf, table: Table): number {
  const grid = gridOf(table, pdf);
  const [row = []] = table.rows;
  const first = Math.min(heightOf(pdf, row, grid, false), (bottomOf(pdf) - pdf.page.margins.top) / 4);
  return heightOf(pdf, headerOf(table), grid, true) + first;
}
