import type { ReactNode } from "react";
import { type Box, padOf } from "@/lib/charts/layout/figure-layout";
import { position, rowsLayout } from "@/lib/charts/layout/plot-layout";
import type { RowsChartModel } from "@/lib/charts/model/chart-model";
import { BaseAxis, TopLine } from "./axes";
import { type ChartPalette, chartPalette } from "./chart-palette";
import { EmptyLabel } from "./empty-label";
import { FigureFrame, type FigureProps } from "./figure-frame";
import { RowLabel } from "./row-label";

/** The position of a row's marks. */
interface RowPlace {
  readonly middle: number;
  readonly height: number;
  readonly plot: Box;
  readonly x: (value: number) => number;
  readonly palette: ChartPalette;
}

interface RowsFigureProps<M extends RowsChartModel> {
  readonly figure: FigureProps<M>;
  /** Pixels on the right for text next to a row. */
  readonly spaceAfter: number;
  readonly children: (row: M["rows"][number], place: RowPlace) => ReactNode;
}

/** Rows on one axis; `children` draws the content of a row. */
export function RowsFigure<M extends RowsChartModel>({ figure, spaceAfter, children }: RowsFigureProps<M>) {
  const { model, theme, width, height, standalone = false } = figure;
  const layout = rowsLayout(model, { width, height, standalone }, spaceAfter);
  const { plot } = layout;
  const palette = chartPalette(theme);
  const x = position(model.x, plot.left, plot.left + plot.width);
  const rowHeight = plot.height / Math.max(1, model.rows.length);
  const left = padOf(standalone);
  const label = { right: plot.left - 8, width: plot.left - left - 10, rowHeight, palette };
  return (
    <FigureFrame {...figure} layout={layout} palette={palette}>
      <BaseAxis axis={model.x} plot={plot} at={x} palette={palette} lines />
      <TopLine
        unitLabel={model.unitLabel}
        marks={"marks" in model ? model.marks : []}
        plot={plot}
        left={left}
        x={x}
        palette={palette}
      />
      {model.rows.map((row, index) => {
        const middle = plot.top + rowHeight * (index + 0.5);
        return (
          <g key={row.key}>
            <RowLabel label={row.label} middle={middle} {...label} />
            {children(row, { middle, height: rowHeight, plot, x, palette })}
          </g>
        );
      })}
      <EmptyLabel label={model.emptyLabel} plot={plot} palette={palette} />
    </FigureFrame>
  );
}
