import type { GanttChartModel, GanttRow } from "@/lib/charts/model/rows-chart-types";
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
  /** The day of view, until which an overdue step runs. */
  readonly today: number | null;
}

/** From the due date to the day of view, in red; only outlined while the report of that time is missing. */
function OverdueBar({ row, middle, half, x, palette, today }: StepBarProps) {
  if (today === null) return null;
  const red = palette.lights["far-behind"];
  return (
    <rect
      x={x(row.plannedX)}
      y={middle - half}
      width={Math.max(2, x(today) - x(row.plannedX))}
      height={half * 2}
      fill={red}
      fillOpacity={row.isUnreported ? 0.2 : 0.85}
      stroke={red}
      strokeDasharray={row.isUnreported ? "3 2" : undefined}
    />
  );
}

/** The planned range as an outline, filled when completed; the completion day has the shape of the state. */
function StepBar(props: StepBarProps) {
  const { row, middle, half, x, palette, today } = props;
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
      {row.state === "overdue" && <OverdueBar {...props} />}
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
      <LightShape light={light} x={x(signDay(row, today))} y={middle} r={5} palette={palette} />
    </g>
  );
}

/** The day of a step's shape: done, or due; an overdue one ends on the day of view. */
function signDay(row: GanttRow, today: number | null): number {
  return row.doneX ?? (row.state === "overdue" ? (today ?? row.plannedX) : row.plannedX);
}

/** Steps against their planned days: a vertical line for the planned day, a shape for the state. */
export function GanttFigure(props: FigureProps<GanttChartModel>) {
  const today = props.model.marks.find((mark) => mark.role === "today")?.x ?? null;
  return (
    <RowsFigure figure={props}>
      {(row, { middle, height, x, palette }) => (
        <g>
          <title>{row.text}</title>
          <StepBar row={row} middle={middle} half={Math.min(8, height * 0.28)} x={x} palette={palette} today={today} />
        </g>
      )}
    </RowsFigure>
  );
}
