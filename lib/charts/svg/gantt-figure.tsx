import type { GanttChartModel, GanttRow } from "@/lib/charts/model/chart-model";
import { type ChartPalette, STEP_LIGHTS } from "./chart-palette";
import type { FigureProps } from "./figure-frame";
import { LightShape } from "./light-shape";
import { RowsFigure } from "./rows-figure";

interface StepBarProps {
  readonly row: GanttRow;
  readonly middle: number;
  readonly half: number;
  readonly x: (day: number) => number;
  readonly palette: ChartPalette;
}

/** The planned range as an outline, filled when completed; the completion day has the shape of the state. */
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

/** Steps against their planned days: a vertical line for the planned day, a shape for the state. */
export function GanttFigure(props: FigureProps<GanttChartModel>) {
  return (
    <RowsFigure figure={props} spaceAfter={12}>
      {(row, { middle, height, x, palette }) => (
        <g>
          <title>{row.text}</title>
          <StepBar row={row} middle={middle} half={Math.min(8, height * 0.28)} x={x} palette={palette} />
        </g>
      )}
    </RowsFigure>
  );
}
