import { barBoxes, barsPath } from "@/lib/charts/layout/bar-boxes";
import { type Box, padOf } from "@/lib/charts/layout/figure-layout";
import { type PlotScales, plotLayout, plotScales } from "@/lib/charts/layout/plot-layout";
import type { ChartSeries, Naming, PlotChartModel } from "@/lib/charts/model/chart-model";
import { BaseAxis, TopLine, ValueAxis } from "./axes";
import { type ChartPalette, chartPalette, drawingOrder, STROKES } from "./chart-palette";
import { EmptyLabel } from "./empty-label";
import { FigureFrame, type FigureProps, hatchId } from "./figure-frame";
import { LineLabels } from "./line-labels";
import { Marker } from "./marker";
import { NoteSigns } from "./note-signs";
import { rangePath, seriesPath } from "./series-paths";
import { RevisionSign } from "./swatch";

interface SeriesLineProps {
  readonly series: ChartSeries;
  readonly scales: PlotScales;
  readonly plot: Box;
  readonly palette: ChartPalette;
}

function SeriesLine({ series, plot, scales, palette }: SeriesLineProps) {
  const { width, dash, opacity } = STROKES[series.role];
  // The forecast's first point is the latest reported one and has its marker.
  const marked = series.role === "forecast" ? series.points.slice(-1) : series.points;
  const colour = palette[series.role];
  if (series.shape === "bar") {
    return (
      <g data-series={series.key}>
        <path d={barsPath(barBoxes(series, plot, scales))} fill={colour} />
      </g>
    );
  }
  return (
    <g data-series={series.key}>
      {series.shape !== "dot" && (
        <path
          d={seriesPath(series, scales)}
          fill="none"
          stroke={colour}
          strokeWidth={width}
          strokeDasharray={dash}
          strokeOpacity={opacity}
          strokeLinejoin="round"
        />
      )}
      {series.markers &&
        marked.map((point) =>
          point.y === null ? null : (
            <Marker
              key={point.x}
              role={series.role}
              x={scales.x(point.x)}
              y={scales.y(point.y)}
              palette={palette}
              isAlone={series.shape === "dot"}
            />
          ),
        )}
    </g>
  );
}

interface PlotFigureProps extends FigureProps<PlotChartModel> {
  /** Small multiples share a legend; a single chart names its lines next to them. */
  readonly naming?: Naming;
}

/** Values over time with target, baseline, expected curve and forecast. */
export function PlotFigure(props: PlotFigureProps) {
  const { model, theme, standalone = false, naming = model.naming } = props;
  const layout = plotLayout(model, { width: props.width, height: props.height, standalone }, naming);
  const { plot } = layout;
  const palette = chartPalette(theme, model.colour);
  const scales = plotScales(model, plot);
  const ordered = drawingOrder(model.series);
  const left = padOf(standalone);
  return (
    <FigureFrame {...props} layout={layout} palette={palette}>
      <ValueAxis axis={model.y} plot={plot} at={scales.y} palette={palette} />
      {model.ranges.map((range) => (
        <path
          key={range.key}
          d={rangePath(range, scales)}
          fill={range.role === "forecast-range" ? `url(#${hatchId(props)})` : palette.target}
          fillOpacity={range.role === "forecast-range" ? 1 : 0.12}
        />
      ))}
      <BaseAxis axis={model.x} plot={plot} at={scales.x} palette={palette} />
      <TopLine unitLabel={model.unitLabel} marks={model.marks} plot={plot} left={left} x={scales.x} palette={palette} />
      {ordered.map((series) => (
        <SeriesLine key={series.key} series={series} plot={plot} scales={scales} palette={palette} />
      ))}
      {model.marks.map((mark) =>
        mark.role === "revision" && mark.y !== null ? (
          <RevisionSign key={mark.key} x={scales.x(mark.x)} y={scales.y(mark.y) - 5} palette={palette} />
        ) : null,
      )}
      <NoteSigns marks={model.marks} plot={plot} x={scales.x} palette={palette} />
      <LineLabels labels={layout.labels} palette={palette} />
      <EmptyLabel model={model} plot={plot} palette={palette} />
    </FigureFrame>
  );
}
