// Tables on slides: native ones, over as many slides as they need.
import type pptxgen from "pptxgenjs";
import { columnWidths } from "@/lib/bulletins/column-widths";
import type { Cell, Column, Table } from "@/lib/bulletins/tables";
import { fitText, wrapText } from "@/lib/charts/layout/text-width";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { BODY, footed, titled } from "./pptx-slides";
import { FONT, hex, INK } from "./pptx-style";

const SIZE = 12;
/** Fonts differ: the highest lines, and texts a little wider than the estimate. */
const LINE = (SIZE * 1.45) / 72;
const WIDER = 1.22;
/** Margins of a cell, in inches. */
const [ACROSS, DOWN] = [0.08, 0.05];
const TOP = 1.35;
/** Up to the foot, with a margin. */
const HEIGHT = 5.3;
/** Longer texts are truncated; the Word file has all of them. */
const MOST_LINES = 6;
const HEADER_FILL = "EFEDE7";

interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
}

/** The text in at most MOST_LINES lines, which the program breaks itself, and their number. */
function fitted(text: string, width: number): { readonly text: string; readonly lines: number } {
  const shown: string[] = [];
  let left = MOST_LINES;
  for (const paragraph of text.split("\n")) {
    if (left === 0) break;
    const { length } = wrapText(paragraph, width / WIDER, SIZE, 1000);
    shown.push(length <= left ? paragraph : fitText(paragraph, (width / WIDER) * left * 0.95, SIZE));
    left -= Math.min(Math.max(1, length), left);
  }
  return { text: shown.join("\n"), lines: MOST_LINES - left };
}

function rowOf(cells: readonly Cell[], widths: readonly number[]): Row {
  const placed = cells.map((cell, index) => ({
    cell,
    ...fitted(cell.text, ((widths[index] ?? 1) - 2 * ACROSS) * 72),
  }));
  return {
    cells: placed.map(({ cell, text }) => ({ ...cell, text })),
    height: Math.max(1, ...placed.map(({ lines }) => lines)) * LINE + 2 * DOWN,
  };
}

function cell({ text, light }: Cell, column: Column | undefined, isHeader: boolean) {
  const style = { fontFace: FONT, fontSize: SIZE, color: INK, bold: isHeader };
  const colour = light === undefined ? INK : hex(signColour(light, chartPalette("print")));
  return {
    text: [
      { text: light === undefined ? "" : text.slice(0, 1), options: { ...style, color: colour } },
      { text: light === undefined ? text : text.slice(1), options: style },
    ].filter((run) => run.text !== ""),
    options: {
      ...style,
      align: column?.align ?? "left",
      valign: "middle" as const,
      margin: [DOWN, ACROSS, DOWN, ACROSS] as [number, number, number, number],
      ...(isHeader ? { fill: { color: HEADER_FILL } } : {}),
    },
  };
}

/** Rows that fit on one slide after each other. */
function pagesOf(rows: readonly Row[], height: number): Row[][] {
  const pages: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    if (pages.length === 0 || row.height > left) {
      pages.push([]);
      left = height;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  return pages;
}

/** One slide after another with the same heading and header; none for a table without rows. */
export function addTableSlides(deck: pptxgen, heading: string, { columns, rows }: Table, foot: string): void {
  const paper = { width: BODY.w * 72, size: SIZE * WIDER, padding: 2 * ACROSS * 72 };
  const widths = columnWidths({ columns, rows }, paper).map((width) => width / 72);
  const header = rowOf(
    columns.map(({ label }) => ({ text: label })),
    widths,
  );
  const placed = rows.map((row) => rowOf(row, widths));
  for (const page of pagesOf(placed, HEIGHT - header.height)) {
    const slide = deck.addSlide();
    titled(slide, heading);
    slide.addTable(
      [header, ...page].map((row) => row.cells.map((one, index) => cell(one, columns[index], row === header))),
      {
        ...BODY,
        y: TOP,
        colW: widths,
        rowH: [header, ...page].map(({ height }) => height),
        border: { type: "solid", pt: 0.5, color: "B9B5AB" },
      },
    );
    footed(slide, foot);
  }
}
