import type { ReactNode } from "react";
import { position } from "@/lib/charts/layout/axis-ticks";
import { type Box, padOf } from "@/lib/charts/layout/figure-layout";
import { marksOf, ROW_LINE, type RowTexts, rowsLayout, topUnit } from "@/lib/charts/layout/rows-layout";
import type { RowsChartModel } from "@/lib/charts/model/rows-chart-types";
import { BaseAxis, TopLine } from "./axes";
import { type ChartPalette, chartPalette } from "./chart-palette";
import { EmptyLabel } from "./empty-label";
import { FigureFrame, type FigureProps } from "./figure-frame";

/** The position of a row's marks. */
interface RowPlace {
  /** The middle of the bar. */
  readonly middle: number;
  /** The height that the bar may take. */
  readonly height: number;
  readonly plot: Box;
  readonly x: (value: number) => number;
  readonly palette: ChartPalette;
  /** Where the row's text is, for a sign before it: its left edge and the middle of its first line. */
  readonly textAt: { readonly x: number; readonly y: number };
}

interface RowsFigureProps<M extends RowsChartModel> {
  readonly figure: FigureProps<M>;
  /** Pixels before the text of a row, for a sign. */
  readonly signRoom?: number;
  readonly children: (row: M["rows"][number], place: RowPlace) => ReactNode;
}

interface TextBlockProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly fill: string;
  readonly anchor?: "end";
}

function TextBlock({ lines, x, y, fill, anchor }: TextBlockProps) {
  return lines.map((line, index) => (
    <text key={`${index}-${line}`} x={x} y={y + index * ROW_LINE} textAnchor={anchor} fill={fill}>
      {line}
    </text>
  ));
}

interface RowTextProps {
  readonly texts: RowTexts;
  readonly top: number;
  readonly rowHeight: number;
  readonly plot: Box;
  readonly isStacked: boolean;
  readonly signRoom: number;
  readonly palette: ChartPalette;
}

/** Label and text of a row: left and right of its bar, or both above it. */
function RowText({ texts, top, rowHeight, plot, isStacked, signRoom, palette }: RowTextProps) {
  const { label, detail } = texts;
  if (isStacked) {
    const below = top + 11 + label.length * ROW_LINE;
    return (
      <>
        <TextBlock lines={label} x={plot.left} y={top + 11} fill={palette.strong} />
        <TextBlock lines={detail} x={plot.left + signRoom} y={below} fill={palette.muted} />
      </>
    );
  }
  const first = (lines: readonly string[]) => top + rowHeight / 2 + 4 - ((lines.length - 1) * ROW_LINE) / 2;
  const right = plot.left + plot.width + (signRoom === 0 ? 8 : 8 + signRoom);
  return (
    <>
      <TextBlock lines={label} x={plot.left - 8} y={first(label)} fill={palette.strong} anchor="end" />
      <TextBlock lines={detail} x={right} y={first(detail)} fill={palette.strong} />
    </>
  );
}

/** Rows on one axis; `children` draws the content of a row. */
export function RowsFigure<M extends RowsChartModel>({ figure, signRoom = 0, children }: RowsFigureProps<M>) {
  const { model, theme, width, height, standalone = false } = figure;
  const layout = rowsLayout(model, { width, height, standalone });
  const { plot, isStacked, linesAbove } = layout;
  const palette = chartPalette(theme, model.colour);
  const x = position(model.x, plot.left, plot.left + plot.width);
  const rowHeight = plot.height / Math.max(1, model.rows.length);
  const above = isStacked ? linesAbove * ROW_LINE + 3 : 0;
  const axis = isStacked ? { ...model.x, caption: "" } : model.x;
  return (
    <FigureFrame {...figure} layout={layout} palette={palette}>
      <BaseAxis axis={axis} plot={plot} at={x} palette={palette} lines={!isStacked} />
      <TopLine
        unitLabel={topUnit(model, isStacked)}
        marks={marksOf(model)}
        plot={plot}
        left={padOf(standalone)}
        x={x}
        palette={palette}
        isShort={isStacked}
      />
      {model.rows.map((row, index) => {
        const texts = layout.rowTexts[index] ?? { label: [], detail: [] };
        // A row with fewer lines than others has them next to its bar.
        const spare = isStacked ? (linesAbove - texts.label.length - texts.detail.length) * ROW_LINE : 0;
        const rowTop = plot.top + rowHeight * index;
        const top = rowTop + spare;
        const middle = isStacked ? rowTop + above + 9 : rowTop + rowHeight / 2;
        const right = plot.left + plot.width + 8;
        const firstDetail = middle - ((texts.detail.length - 1) * ROW_LINE) / 2;
        const textAt = isStacked
          ? { x: plot.left, y: top + 7 + texts.label.length * ROW_LINE }
          : { x: right, y: firstDetail };
        return (
          <g key={row.key}>
            {children(row, { middle, height: isStacked ? 24 : rowHeight, plot, x, palette, textAt })}
            <RowText {...{ texts, top, rowHeight, plot, isStacked, signRoom, palette }} />
          </g>
        );
      })}
      <EmptyLabel model={model} plot={plot} palette={palette} />
    </FigureFrame>
  );
}
