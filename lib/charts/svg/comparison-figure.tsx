import type { ComparisonChartModel, ComparisonRow } from "@/lib/charts/model/rows-chart-types";
import type { ChartPalette } from "./chart-palette";
import type { FigureProps } from "./figure-frame";
import { LightShape } from "./light-shape";
import { RowsFigure } from "./rows-figure";

interface BarProps {
  readonly row: ComparisonRow;
  readonly isDot: boolean;
  readonly middle: number;
  readonly height: number;
  readonly x: (percent: number) => number;
  readonly bounds: readonly [number, number];
  readonly palette: ChartPalette;
}

const within = (percent: number, [low, high]: BarProps["bounds"]) => percent >= low && percent <= high;

interface CutEndProps extends Pick<BarProps, "middle" | "height" | "palette"> {
  readonly end: number;
  readonly colour: string;
  readonly isLeft: boolean;
}

/** An arrow and a gap where a bar goes on beyond the axis; its row states the value. */
function CutEnd({ end, middle, height, palette, colour, isLeft }: CutEndProps) {
  const way = isLeft ? -1 : 1;
  const top = middle - height / 2;
  return (
    <g data-bar="cut">
      <path d={`M${end} ${top}l${7 * way} ${height / 2}l${-7 * way} ${height / 2}z`} fill={colour} />
      <path
        d={`M${end - 12 * way} ${top + height + 2}l5 ${-height - 4}`}
        stroke={palette.ground}
        strokeWidth={3}
        fill="none"
      />
    </g>
  );
}

/** Completion as a bar or as the shape of the light in its colour, expected completion as a dashed line; no bar without a percentage. */
function ShareMark({ row, isDot, middle, height, x, bounds, palette }: BarProps) {
  const [low, high] = bounds;
  const clamp = (percent: number) => x(Math.min(high, Math.max(low, percent)));
  const zero = x(Math.max(low, 0));
  const end = row.completionPercent === null ? zero : clamp(row.completionPercent);
  const expected = row.expectedPercent === null ? null : clamp(row.expectedPercent);
  const reach = height / 2 + 3;
  return (
    <g>
      {row.completionPercent !== null && isDot && (
        <>
          <line x1={zero} x2={end} y1={middle} y2={middle} stroke={palette.axis} />
          <LightShape light={row.light} x={end} y={middle} r={7} palette={palette} />
        </>
      )}
      {row.completionPercent !== null && !isDot && (
        <rect
          x={Math.min(zero, end)}
          y={middle - height / 2}
          width={Math.max(1, Math.abs(end - zero))}
          height={height}
          fill={palette.lights[row.light]}
          stroke={row.light === "no-report" ? palette.axis : "none"}
        />
      )}
      {row.completionPercent !== null && !within(row.completionPercent, bounds) && (
        <CutEnd
          {...{ end, middle, height, palette }}
          colour={palette.lights[row.light]}
          isLeft={row.completionPercent < low}
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

/** A department's targets on one completion axis. */
export function ComparisonFigure(props: FigureProps<ComparisonChartModel>) {
  const { model } = props;
  return (
    <RowsFigure figure={props} signRoom={16}>
      {(row, { middle, height, x, palette, textAt }) => (
        <>
          <ShareMark
            row={row}
            isDot={model.mark === "dot"}
            middle={middle}
            height={Math.min(14, height * 0.5)}
            x={x}
            bounds={model.x.domain}
            palette={palette}
          />
          <LightShape light={row.light} x={textAt.x + 5} y={textAt.y} r={5} palette={palette} />
        </>
      )}
    </RowsFigure>
  );
}
