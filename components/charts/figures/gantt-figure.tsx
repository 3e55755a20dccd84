import { BaseAxis, TopLine } from "@/components/charts/figures/axes";
import { type ChartPalette, chartPalette, STEP_LIGHTS } from "@/components/charts/figures/chart-palette";
import { EmptyLabel } from "@/components/charts/figures/empty-label";
import { FigureFrame, type FigureProps } from "@/components/charts/figures/figure-frame";
import { LightShape } from "@/components/charts/figures/light-shape";
import { RowLabel } from "@/components/charts/figures/row-label";
import type { GanttChartModel, GanttRow } from "@/lib/charts/chart-model";
import { position, rowsLayout } from "@/lib/charts/plot-layout";

interface StepBarProps {
  readonly row: GanttRow;
  readonly middle: number;
  readonly half: number;
  readonly x: (day: number) => number;
  readonly palette: ChartPalette;
}

/** The planned stretch as an outline, filled once done; the day it was done carries the state's shape. */
function StepBar({ row, middle, half, x, palette }: StepBarProps) {
  const light = STEP_LIGHTS[row.state];
  const [from, planned] = [x(row.fromX), x(row.plannedX)];
  const late = row.doneX !== null && row.doneX > row.plannedX;
  const isDone = row.doneX !== null;
  return (
    <g>
      <rect
        x={from}
        y={middle - half}
        width={Math.max(2, planned - from)}
        height={half * 2}
        fill={isDone ? palette.lights.achieved : palette.grid}
        fillOpacity={isDone ? 0.35 : 0.6}
        stroke={isDone ? palette.lights.achieved : palette.axis}
      />
      {late && row.doneX !== null && (
        <line x1={planned} x2={x(row.doneX)} y1={middle} y2={middle} stroke={palette.lights.behind} strokeWidth={2.5} />
      )}
      <line
        x1={planned}
        x2={planned}
        y1={middle - half - 3}
        y2={middle + half + 3}
        stroke={palette.strong}
        strokeWidth={1.5}
      />
      <LightShape light={light} x={x(row.doneX ?? row.plannedX)} y={middle} r={5} palette={palette} />
    </g>
  );
}

/** Steps against their planned days; the upright stroke is the planned day, the shape tells the state. */
export function GanttFigure(props: FigureProps<GanttChartModel>) {
  const { model, theme, standalone = false } = props;
  const layout = rowsLayout(model, { width: props.width, height: props.height, standalone }, 12);
  const { plot } = layout;
  const palette = chartPalette(theme);
  const x = position(model.x, plot.left, plot.left + plot.width);
  const rowHeight = plot.height / Math.max(1, model.rows.length);
  const left = standalone ? 16 : 0;
  return (
    <FigureFrame {...props} layout={layout} palette={palette}>
      <BaseAxis axis={model.x} plot={plot} at={x} palette={palette} lines />
      <TopLine unitLabel={model.unitLabel} marks={model.marks} plot={plot} left={left} x={x} palette={palette} />
      {model.rows.map((row, index) => {
        const middle = plot.top + rowHeight * (index + 0.5);
        const label = { right: plot.left - 10, width: plot.left - left - 12, rowHeight, palette };
        return (
          <g key={row.key}>
            <title>{row.text}</title>
            <RowLabel label={row.label} middle={middle} {...label} />
            <StepBar row={row} middle={middle} half={Math.min(8, rowHeight * 0.28)} x={x} palette={palette} />
          </g>
        );
      })}
      <EmptyLabel label={model.emptyLabel} plot={plot} palette={palette} />
    </FigureFrame>
  );
}
