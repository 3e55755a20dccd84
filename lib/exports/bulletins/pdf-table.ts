// A bulletin's table in its PDF: widths that break no word, rows that do not split, a header on each page.
import { columnWidths, fittingSize } from "@/lib/bulletins/column-widths";
import type { Cell, Table } from "@/lib/bulletins/tables";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { addSamePage, bottomOf, INK, lettering, type Pdf, printable, SMALL, widthOf } from "./pdf-text";

const RULE = "#8a877f";
/** The minimum font size of a table, if its longest words do not fit otherwise. */
const SMALLEST = 6.5;
const PAD = 3;

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

/** Pages break between rows, never inside; each page repeats the header. */
export function drawTable(pdf: Pdf, table: Table): void {
  const header: Cell[] = table.columns.map((column) => ({ text: column.label }));
  const grid = gridOf(table, pdf);
  pdf.y += 4;
  drawRow(pdf, table, header, grid, true);
  for (const row of table.rows) {
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
  return heightOf(pdf, header, grid, true) + heightOf(pdf, row, grid, false);
}
