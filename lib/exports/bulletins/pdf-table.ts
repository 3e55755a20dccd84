// A bulletin's table in its PDF: widths that break no word, rows that do not split, a header on each page.
import { columnWidths, fittingSize } from "@/lib/bulletins/column-widths";
import type { Cell, Table } from "@/lib/bulletins/tables";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { addSamePage, bottomOf, INK, lettering, type Pdf, printable, SMALL, widthOf } from "./pdf-text";

const RULE = "#8a877f";
/** The minimum font size of a table, if its longest words do not fit otherwise. */
const SMALLEST = 6.5;
const PAD = 3;
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

function heightOf(pdf: Pdf, cells: readonly Cell[], { size, places }: Grid, bold: boolean): number {
  pdf.font(bold ? "bold" : "regular").fontSize(size);
  const heights = cells.map(({ text }, index) =>
    pdf.heightOfString(printable(text), { width: (places[index]?.width ?? 0) - PAD * 2 }),
  );
  return Math.max(size, ...heights) + PAD * 2;
}

function drawRow(pdf: Pdf, table: Table, cells: readonly Cell[], grid: Grid, isHeader: boolean): void {
  const { size, places } = grid;
  const height = heightOf(pdf, cells, grid, isHeader);
  const y = pdf.y;
  for (const [index, { text, light }] of cells.entries()) {
    const { x, width } = places[index] ?? { x: 0, width: 0 };
    pdf.lineWidth(0.5).rect(x, y, width, height);
    if (isHeader) pdf.fillAndStroke("#efede7", RULE);
    else pdf.stroke(RULE);
    const align = table.columns[index]?.align ?? "left";
    const inside = { width: width - PAD * 2, align, ...lettering(pdf, text) };
    pdf.font(isHeader ? "bold" : "regular").fontSize(size);
    const shown = printable(text);
    if (light !== undefined) {
      const colour = signColour(light, chartPalette("print"));
      pdf.fillColor(colour).text(shown.slice(0, 1), x + PAD, y + PAD, { continued: true, ...inside });
      pdf.fillColor(INK).text(shown.slice(1), inside);
    } else pdf.fillColor(INK).text(shown, x + PAD, y + PAD, inside);
  }
  pdf.y = y + height;
}

/** The number of characters of `text` that fit into a box; a word is not broken unless it fills the box. */
function fittingLength(pdf: Pdf, text: readonly string[], width: number, height: number): number {
  const fits = (count: number) => pdf.heightOfString(text.slice(0, count).join(""), { width }) <= height;
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

/** A row higher than `most` in parts, each with as much of every text as fits. */
function partsOf(pdf: Pdf, row: readonly Cell[], grid: Grid, most: number): (readonly Cell[])[] {
  const parts: (readonly Cell[])[] = [];
  let rest = row;
  while (heightOf(pdf, rest, grid, false) > most) {
    const texts = rest.map(({ text }) => [...printable(text)]);
    const cuts = texts.map((text, index) =>
      fittingLength(pdf, text, (grid.places[index]?.width ?? 0) - PAD * 2, most - PAD * 2),
    );
    parts.push(rest.map((cell, index) => ({ ...cell, text: (texts[index] ?? []).slice(0, cuts[index]).join("") })));
    rest = texts.map((text, index) => ({ text: text.slice(cuts[index]).join("").trimStart() }));
  }
  return [...parts, rest];
}

/** Pages break between rows, and inside only a row that is higher than a page; each page repeats the header. */
export function drawTable(pdf: Pdf, table: Table): void {
  const header: Cell[] = table.columns.map((column) => ({ text: column.label }));
  const grid = gridOf(table, pdf);
  const most = bottomOf(pdf) - pdf.page.margins.top - heightOf(pdf, header, grid, true);
  pdf.y += 4;
  drawRow(pdf, table, header, grid, true);
  for (const row of table.rows.flatMap((one) => partsOf(pdf, one, grid, most))) {
    if (pdf.y + heightOf(pdf, row, grid, false) > bottomOf(pdf)) {
      addSamePage(pdf);
      drawRow(pdf, table, header, grid, true);
    }
    drawRow(pdf, table, row, grid, false);
  }
  pdf.y += 10;
}

/** The height of the header and the first row. */
export function headHeight(pdf: Pdf, { columns, rows, ...table }: Table): number {
  const grid = gridOf({ columns, rows, ...table }, pdf);
  const header = columns.map((column) => ({ text: column.label }));
  const [row = []] = rows;
  const first = Math.min(heightOf(pdf, row, grid, false), (bottomOf(pdf) - pdf.page.margins.top) / 4);
  return heightOf(pdf, header, grid, true) + first;
}
