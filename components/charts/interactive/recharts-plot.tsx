"use client";
// The interactive drawing of a plot. It takes domain, ticks and plot area from the model and its layout, so that it
// covers the figure exactly. Loaded only when a reader interacts with the chart.
import { useMemo, useState } from "react";
import { Area, Brush, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import { PlotTooltip } from "@/components/charts/interactive/plot-tooltip";
import { type BarBox, barBoxes, barsPath } from "@/lib/charts/layout/bar-boxes";
import { BRUSH_GAP, BRUSH_HEIGHT, brushRoom } from "@/lib/charts/layout/brush-room";
import { type Box, TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { placeLineLabels } from "@/lib/charts/layout/line-labels";
import { type PlotScales, plotLayout, plotScales } from "@/lib/charts/layout/plot-layout";
import { dayFromNumber } from "@/lib/charts/model/chart-axes";
import type { ChartRange, ChartSeries, PlotChartModel } from "@/lib/charts/model/chart-model";
import { type PlotRow, plotRows } from "@/lib/charts/model/plot-rows";
import { BaseAxis, TopLine, ValueAxis } from "@/lib/charts/svg/axes";
import { type ChartPalette, chartPalette, drawingOrder, STROKES } from "@/lib/charts/svg/chart-palette";
import { EmptyLabel } from "@/lib/charts/svg/empty-label";
import { Hatch } from "@/lib/charts/svg/hatch";
import { LineLabels } from "@/lib/charts/svg/line-labels";
import { Marker } from "@/lib/charts/svg/marker";
import { RevisionSign } from "@/lib/charts/svg/swatch";
import { formatMonth } from "@/lib/domain/units/format-date";

export interface RechartsPlotProps {
  readonly model: PlotChartModel;
  readonly width: number;
  readonly height: number;
  /** Keys of series, ranges and `revision` that the reader has switched off. */
  readonly hidden: ReadonlySet<string>;
}

const HATCH = "chart-live-hatch";

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly payload?: PlotRow;
}

/** Markers are drawn only at points of the series itself. */
function dotOf(series: ChartSeries) {
  const own = series.role === "forecast" ? series.points.slice(-1) : series.points;
  const days = new Set(own.flatMap((point) => (point.y === null ? [] : [point.x])));
  return function Dot({ cx, cy, payload }: DotProps) {
    if (!series.markers || cx === undefined || cy === undefined || payload === undefined) return <g />;
    if (!days.has(payload.x)) return <g />;
    const isAlone = series.shape === "dot";
    return <Marker role={series.role} x={cx} y={cy} palette={chartPalette("page")} isAlone={isAlone} />;
  };
}

/** The model for the period selected by the brush. */
function within(model: PlotChartModel, days: readonly [number, number] | null): PlotChartModel {
  if (days === null) return model;
  const [from, to] = days;
  const ticks = model.x.ticks.filter((tick) => tick.at >= from && tick.at <= to);
  const marks = model.marks.filter((mark) => mark.x >= from && mark.x <= to);
  return { ...model, x: { ...model.x, domain: [from, to], ticks }, marks };
}

interface PartProps {
  readonly hidden: ReadonlySet<string>;
  readonly palette: ChartPalette;
}

function rangeArea(range: ChartRange, { hidden, palette }: PartProps) {
  const isForecast = range.role === "forecast-range";
  return (
    <Area
      key={range.key}
      dataKey={(row: PlotRow) => row.spans[range.key] ?? null}
      hide={hidden.has(range.key)}
      stroke="none"
      fill={isForecast ? `url(#${HATCH})` : palette.target}
      fillOpacity={isForecast ? 1 : 0.12}
      isAnimationActive={false}
      activeDot={false}
    />
  );
}

/** A bar at each point of the series itself. */
function barOf(boxes: readonly BarBox[], colour: string) {
  return function Bar({ payload }: DotProps) {
    const box = boxes.find(({ x }) => x === payload?.x);
    return box === undefined ? <g /> : <path d={barsPath([box])} fill={colour} />;
  };
}

function seriesLine(series: ChartSeries, { hidden, palette, plot, scales }: FixedPartsProps) {
  const isBar = series.shape === "bar";
  const dot = isBar ? barOf(barBoxes(series, plot, scales), palette[series.role]) : dotOf(series);
  return (
    <Line
      key={series.key}
      name={series.label}
      dataKey={(row: PlotRow) => row.heights[series.key] ?? null}
      hide={hidden.has(series.key)}
      type={series.shape === "step" ? "stepAfter" : "linear"}
      stroke={isBar || series.shape === "dot" ? "none" : palette[series.role]}
      strokeWidth={STROKES[series.role].width}
      strokeDasharray={STROKES[series.role].dash}
      strokeOpacity={STROKES[series.role].opacity ?? 1}
      dot={dot}
      activeDot={isBar ? false : dot}
      connectNulls={false}
      isAnimationActive={false}
    />
  );
}

interface FixedPartsProps extends PartProps {
  readonly model: PlotChartModel;
  readonly plot: Box;
  readonly scales: PlotScales;
}

/** Axes, unit and as-of day, drawn by the same components as the SVG figure. */
function Backdrop({ model, plot, scales, palette }: FixedPartsProps) {
  return (
    <>
      <ValueAxis axis={model.y} plot={plot} at={scales.y} palette={palette} />
      <BaseAxis axis={model.x} plot={plot} at={scales.x} palette={palette} />
      <TopLine unitLabel={model.unitLabel} marks={model.marks} plot={plot} left={0} x={scales.x} palette={palette} />
    </>
  );
}

/** The model without what the reader has switched off. */
function visibleIn(model: PlotChartModel, hidden: ReadonlySet<string>): PlotChartModel {
  return {
    ...model,
    series: model.series.filter(({ key }) => !hidden.has(key)),
    ranges: model.ranges.filter(({ key }) => !hidden.has(key)),
    marks: hidden.has("revision") ? model.marks.filter(({ role }) => role !== "revision") : model.marks,
  };
}

/** Above the lines: revision flags, the names of the lines, and why data are missing. */
function Foreground({ model, plot, scales, palette, hidden, width }: FixedPartsProps & { readonly width: number }) {
  const visible = visibleIn(model, hidden);
  return (
    <>
      {visible.marks.map((mark) =>
        mark.role === "revision" && mark.y !== null ? (
          <RevisionSign key={mark.key} x={scales.x(mark.x)} y={scales.y(mark.y) - 5} palette={palette} />
        ) : null,
      )}
      <LineLabels labels={placeLineLabels(visible, plot, scales, width).labels} palette={palette} />
      <EmptyLabel model={model} plot={plot} palette={palette} />
    </>
  );
}

/** The plot area of the figure; the brush is below it. */
function placement(model: PlotChartModel, width: number, height: number, below: number) {
  const { plot } = plotLayout(model, { width, height, standalone: false });
  const margin = {
    top: plot.top,
    left: plot.left,
    right: width - plot.left - plot.width,
    // Recharts reserves the height of the brush below this margin itself.
    bottom: height - plot.top - plot.height + (below === 0 ? 0 : BRUSH_GAP),
  };
  return { plot, margin };
}

export function RechartsPlot({ model, width, height, hidden }: RechartsPlotProps) {
  const [chosen, setChosen] = useState<readonly [number, number] | null>(null);
  const rows = useMemo(() => plotRows(model), [model]);
  const below = brushRoom(model);
  const { plot, margin } = placement(model, width, height, below);
  const seen = within(model, chosen);
  const palette = chartPalette("page");
  const parts = { model: seen, plot, scales: plotScales(seen, plot), palette, hidden };
  const ordered = drawingOrder(model.series);
  const choose = ({ startIndex, endIndex }: { startIndex?: number; endIndex?: number }) => {
    const [first, last] = [rows[startIndex ?? 0], rows[endIndex ?? rows.length - 1]];
    if (first !== undefined && last !== undefined && last.x > first.x) setChosen([first.x, last.x]);
  };
  const shape = { width, height: height + below, margin, data: rows, style: { fontSize: TEXT_SIZE } };
  return (
    <ComposedChart {...shape} accessibilityLayer title={model.title} desc={model.description}>
      <defs>
        <Hatch id={HATCH} palette={palette} />
      </defs>
      <Backdrop {...parts} />
      <XAxis hide dataKey="x" type="number" domain={[...seen.x.domain]} allowDataOverflow={chosen !== null} />
      <YAxis hide type="number" domain={[...seen.y.domain]} reversed={seen.y.reversed} />
      {model.ranges.map((range) => rangeArea(range, parts))}
      {ordered.map((series) => seriesLine(series, parts))}
      <Foreground {...parts} width={width} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: palette.axis }}
        content={<PlotTooltip model={model} hidden={hidden} plotWidth={plot.width} />}
      />
      {below > 0 && (
        <Brush
          dataKey="x"
          y={height + BRUSH_GAP}
          height={BRUSH_HEIGHT}
          stroke={palette.axis}
          fill={palette.ground}
          tickFormatter={(x: number) => formatMonth(dayFromNumber(x), model.lang)}
          onChange={choose}
        />
      )}
    </ComposedChart>
  );
}
