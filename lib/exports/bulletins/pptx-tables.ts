// Tables on slides: native ones, over as many slides as they need.
import type pptxgen from "pptxgenjs";
import { columnWidths } from "@/lib/bulletins/column-widths";
import type { Cell, Column, Table } from "@/lib/bulletins/tables";
import { wrapText } from "@/lib/charts/layout/text-width";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { BODY, footed, titled } from "./pptx-slides";
import { FONT, hex, INK } from "./pptx-style";

const SIZE = 12;
const LINE = (SIZE * 1.25) / 72;
/** Margins of a cell, in inches. */
const [ACROSS, DOWN] = [0.08, 0.05];
const TOP = 1.35;
/** Some programs draw rows a little higher than others. */
const HEIGHT = 5.1;
/** Longer texts are truncated; the Word file has all of them. */
const MOST_LINES = 6;
const HEADER_FILL = "EFEDE7";

interface Row {
  readonly cells: readonly (Cell & { readonly lines: readonly string[] })[];
  readonly height: number;
}

function rowOf(cells: readonly Cell[], widths: readonly number[]): Row {
  const placed = cells.map((cell, index) => {
    const width = ((widths[index] ?? 1) - 2 * ACROSS) * 72;
    const lines = cell.text.split("\n").flatMap((text) => wrapText(text, width, SIZE, MOST_LINES));
    return { ...cell, lines: lines.slice(0, MOST_LINES) };
  });
  return { cells: placed, height: Math.max(1, ...placed.map(({ lines }) => lines.length)) * LINE + 2 * DOWN };
}

function cell({ lines, light }: Row["cells"][number], column: Column | undefined, isHeader: boolean) {
  const style = { fontFace: FONT, fontSize: SIZE, color: INK, bold: isHeader };
  const text = lines.join("\n");
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
  const paper = { width: BODY.w * 72, size: SIZE, padding: 2 * ACROSS * 72 };
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
