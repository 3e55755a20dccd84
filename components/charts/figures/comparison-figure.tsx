import { BaseAxis } from "@/components/charts/figures/axes";
import { type ChartPalette, chartPalette } from "@/components/charts/figures/chart-palette";
import { EmptyLabel } from "@/components/charts/figures/empty-label";
import { FigureFrame, type FigureProps } from "@/components/charts/figures/figure-frame";
import { LightShape } from "@/components/charts/figures/light-shape";
import { RowLabel } from "@/components/charts/figures/row-label";
import type { ComparisonChartModel, ComparisonRow } from "@/lib/charts/chart-model";
import { TEXT_SIZE } from "@/lib/charts/figure-layout";
import { position, rowsLayout } from "@/lib/charts/plot-layout";
import { textWidth } from "@/lib/charts/text-width";

interface BarProps {
  readonly row: ComparisonRow;
  readonly middle: number;
  readonly height: number;
  readonly x: (percent: number) => number;
  readonly bounds: readonly [number, number];
  readonly palette: ChartPalette;
}

/** Done as a bar in its light's colour, expected as a dashed stroke; no bar where no percentage is honest. */
function ShareBar({ row, middle, height, x, bounds, palette }: BarProps) {
  const [low, high] = bounds;
  const clamp = (percent: number) => x(Math.min(high, Math.max(low, percent)));
  const zero = x(Math.max(low, 0));
  const end = row.completionPercent === null ? zero : clamp(row.completionPercent);
  const expected = row.expectedPercent === null ? null : clamp(row.expectedPercent);
  const reach = height / 2 + 3;
  return (
    <g>
      {row.completionPercent !== null && (
        <rect
          x={Math.min(zero, end)}
          y={middle - height / 2}
          width={Math.max(1, Math.abs(end - zero))}
          height={height}
          fill={palette.lights[row.light]}
          stroke={row.light === "no-report" ? palette.axis : "none"}
        />
      )}
      {expected !== null && (
        <line
          x1={expected}
          x2={expected}
          y1={middle - reach}
          y2={middle + reach}
          stroke={palette.strong}
          strokeWidth={1.5}
          strokeDasharray="3 2"
        />
      )}
    </g>
  );
}

/** A department's targets on one axis in per cent of the way. */
export function ComparisonFigure(props: FigureProps<ComparisonChartModel>) {
  const { model, theme, standalone = false } = props;
  const valueRoom = Math.max(40, ...model.rows.map((row) => textWidth(row.text, TEXT_SIZE) + 30));
  const layout = rowsLayout(
    model,
    { width: props.width, height: props.height, standalone },
    Math.min(valueRoom, props.width * 0.25),
  );
  const { plot } = layout;
  const palette = chartPalette(theme);
  const x = position(model.x, plot.left, plot.left + plot.width);
  const rowHeight = plot.height / Math.max(1, model.rows.length);
  const left = standalone ? 16 : 0;
  return (
    <FigureFrame {...props} layout={layout} palette={palette}>
      <BaseAxis axis={model.x} plot={plot} at={x} palette={palette} lines />
      <text x={left} y={plot.top - 8} fill={palette.muted}>
        {model.unitLabel}
      </text>
      {model.rows.map((row, index) => {
        const middle = plot.top + rowHeight * (index + 0.5);
        const shared = { middle, palette };
        return (
          <g key={row.key}>
            <RowLabel
              label={row.label}
              right={plot.left - 8}
              width={plot.left - left - 10}
              rowHeight={rowHeight}
              {...shared}
            />
            <ShareBar row={row} height={Math.min(14, rowHeight * 0.5)} x={x} bounds={model.x.domain} {...shared} />
            <LightShape light={row.light} x={plot.left + plot.width + 12} y={middle} r={5} palette={palette} />
            <text x={plot.left + plot.width + 22} y={middle + 4}>
              {row.text}
            </text>
          </g>
        );
      })}
      <EmptyLabel label={model.emptyLabel} plot={plot} palette={palette} />
    </FigureFrame>
  );
}
