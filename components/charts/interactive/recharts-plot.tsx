"use client";
// The interactive drawing of a plot. It takes domain, ticks and plot area from the model and its layout, so that it
// stands exactly where the figure stood. Loaded only when a reader shows interest.
import { useMemo, useState } from "react";
import { Area, Brush, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import { BaseAxis, TopLine, ValueAxis } from "@/components/charts/figures/axes";
import { chartPalette, DRAWING_ORDER, STROKES } from "@/components/charts/figures/chart-palette";
import { EmptyLabel } from "@/components/charts/figures/empty-label";
import { Hatch } from "@/components/charts/figures/hatch";
import { Marker } from "@/components/charts/figures/marker";
import { RevisionSign } from "@/components/charts/figures/swatch";
import { PlotTooltip } from "@/components/charts/interactive/plot-tooltip";
import { dayFromNumber } from "@/lib/charts/chart-axes";
import type { ChartSeries, PlotChartModel } from "@/lib/charts/chart-model";
import { TEXT_SIZE } from "@/lib/charts/figure-layout";
import { plotLayout, plotScales } from "@/lib/charts/plot-layout";
import { type PlotRow, plotRows } from "@/lib/charts/plot-rows";
import { formatMonth } from "@/lib/domain/units/format-date";

export interface RechartsPlotProps {
  readonly model: PlotChartModel;
  readonly width: number;
  readonly height: number;
  /** Keys of series, ranges and `revision` that the reader has switched off. */
  readonly hidden: ReadonlySet<string>;
}

/** From this many reported points on, a brush chooses the stretch to look at. */
export const BRUSH_FROM = 18;
const BRUSH_HEIGHT = 28;
const HATCH = "chart-live-hatch";

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly payload?: PlotRow;
}

/** Markers stand only where the series itself has a point, not where its line merely passes. */
function dotOf(series: ChartSeries) {
  const own = series.role === "forecast" ? series.points.slice(-1) : series.points;
  const days = new Set(own.flatMap((point) => (point.y === null ? [] : [point.x])));
  return function Dot({ cx, cy, payload }: DotProps) {
    if (!series.markers || cx === undefined || cy === undefined || payload === undefined) return <g />;
    if (!days.has(payload.x)) return <g />;
    return <Marker role={series.role} x={cx} y={cy} palette={chartPalette("screen")} />;
  };
}

/** The model seen through the brush: the same values between two chosen days. */
function within(model: PlotChartModel, days: readonly [number, number] | null): PlotChartModel {
  if (days === null) return model;
  const [from, to] = days;
  const ticks = model.x.ticks.filter((tick) => tick.at >= from && tick.at <= to);
  const marks = model.marks.filter((mark) => mark.x >= from && mark.x <= to);
  return { ...model, x: { ...model.x, domain: [from, to], ticks }, marks };
}

export function RechartsPlot({ model, width, height, hidden }: RechartsPlotProps) {
  const [chosen, setChosen] = useState<readonly [number, number] | null>(null);
  const rows = useMemo(() => plotRows(model), [model]);
  const reported = model.series.find((series) => series.role === "reported");
  const hasBrush = (reported?.points.length ?? 0) >= BRUSH_FROM;
  const seen = within(model, chosen);
  const plotHeight = hasBrush ? height - BRUSH_HEIGHT - 6 : height;
  const { plot } = plotLayout(model, { width, height: plotHeight, standalone: false });
  const scales = plotScales(seen, plot);
  const palette = chartPalette("screen");
  const margin = {
    top: plot.top,
    left: plot.left,
    right: width - plot.left - plot.width,
    bottom: plotHeight - plot.top - plot.height,
  };
  const ordered = DRAWING_ORDER.flatMap((role) => model.series.filter((series) => series.role === role));
  const choose = ({ startIndex, endIndex }: { startIndex?: number; endIndex?: number }) => {
    const [first, last] = [rows[startIndex ?? 0], rows[endIndex ?? rows.length - 1]];
    if (first !== undefined && last !== undefined && last.x > first.x) setChosen([first.x, last.x]);
  };
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={margin}
      accessibilityLayer
      style={{ fontSize: TEXT_SIZE }}
      title={model.title}
      desc={model.description}
    >
      <defs>
        <Hatch id={HATCH} palette={palette} />
      </defs>
      <ValueAxis axis={seen.y} plot={plot} at={scales.y} palette={palette} />
      <BaseAxis axis={seen.x} plot={plot} at={scales.x} palette={palette} />
      <TopLine unitLabel={seen.unitLabel} marks={seen.marks} plot={plot} left={0} x={scales.x} palette={palette} />
      <XAxis hide dataKey="x" type="number" domain={[...seen.x.domain]} allowDataOverflow />
      <YAxis hide type="number" domain={[...seen.y.domain]} reversed={seen.y.reversed} allowDataOverflow />
      {model.ranges.map((range) => (
        <Area
          key={range.key}
          dataKey={(row: PlotRow) => row.spans[range.key] ?? null}
          hide={hidden.has(range.key)}
          stroke="none"
          fill={range.role === "forecast-range" ? `url(#${HATCH})` : palette.target}
          fillOpacity={range.role === "forecast-range" ? 1 : 0.12}
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      {ordered.map((series) => (
        <Line
          key={series.key}
          name={series.label}
          dataKey={(row: PlotRow) => row.heights[series.key] ?? null}
          hide={hidden.has(series.key)}
          type={series.shape === "step" ? "stepAfter" : "linear"}
          stroke={palette[series.role]}
          strokeWidth={STROKES[series.role].width}
          strokeDasharray={STROKES[series.role].dash}
          dot={dotOf(series)}
          activeDot={series.markers ? { r: 5 } : false}
          connectNulls={false}
          isAnimationActive={false}
        />
      ))}
      {seen.marks.map((mark) =>
        mark.role === "revision" && mark.y !== null && !hidden.has("revision") ? (
          <RevisionSign key={mark.key} x={scales.x(mark.x)} y={scales.y(mark.y) - 5} palette={palette} />
        ) : null,
      )}
      <EmptyLabel label={model.emptyLabel} plot={plot} palette={palette} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: palette.axis }}
        content={<PlotTooltip model={model} hidden={hidden} />}
      />
      {hasBrush && (
        <Brush
          dataKey="x"
          y={height - BRUSH_HEIGHT}
          height={BRUSH_HEIGHT - 2}
          stroke={palette.axis}
          fill={palette.ground}
          tickFormatter={(x: number) => formatMonth(dayFromNumber(x), model.lang)}
          onChange={choose}
        />
      )}
    </ComposedChart>
  );
}
