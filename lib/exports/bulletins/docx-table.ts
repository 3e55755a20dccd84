// A bulletin's table in Word: real cells, widths that break no word, rows that do not split.
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { columnWidths, fittingSize } from "@/lib/bulletins/column-widths";
import type { Cell, Column, Table as TableModel } from "@/lib/bulletins/tables";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { SIZE, SMALLEST_TABLE, tableStyle } from "./docx-styles";

/** Left and right padding of a cell. */
const CELL_PADDING = 60;

function cell({ text, light }: Cell, column: Column, size: number, isHeader: boolean): TableCell {
  const colour = light === undefined ? {} : { color: signColour(light, chartPalette("print")).replace("#", "") };
  const [shape = "", ...words] = light === undefined ? ["", text] : [text.slice(0, 1), text.slice(1)];
  const runs = [
    ...(shape === "" ? [] : [new TextRun({ text: shape, ...colour })]),
    ...words
      .join("")
      .split("\n")
      .map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) })),
  ];
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: CELL_PADDING, right: CELL_PADDING },
    ...(isHeader ? { shading: { type: ShadingType.CLEAR, fill: "EFEDE7" } } : {}),
    children: [
      new Paragraph({
        style: tableStyle(isHeader ? "tableHead" : "tableCell", size),
        alignment: column.align === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runs,
      }),
    ],
  });
}

/** Half a point in twips, plus 10 % for the space that Word adds between Chinese and digits. */
const LETTER = 11;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: "8A877F" };

export function table(model: TableModel, width: number): Table {
  const { columns, rows } = model;
  const paper = { width, size: SIZE.table * LETTER, padding: CELL_PADDING * 2 };
  const size = Math.floor(fittingSize(model, paper, SMALLEST_TABLE * LETTER) / LETTER);
  const widths = columnWidths(model, { ...paper, size: size * LETTER });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(Math.floor),
    borders: {
      top: HAIRLINE,
      bottom: HAIRLINE,
      left: HAIRLINE,
      right: HAIRLINE,
      insideHorizontal: HAIRLINE,
      insideVertical: HAIRLINE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => cell({ text: column.label }, column, size, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) => cell(row[index] ?? { text: "" }, column, size, false)),
          }),
      ),
    ],
  });
}
