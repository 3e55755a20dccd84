import type { BulletChartModel, BulletMark, BulletRow } from "@/lib/charts/model/rows-chart-types";
import { type ChartPalette, STROKES } from "./chart-palette";
import type { FigureProps } from "./figure-frame";
import { RowsFigure } from "./rows-figure";

interface RuleProps {
  readonly mark: BulletMark;
  readonly middle: number;
  readonly reach: number;
  readonly x: (value: number) => number;
  readonly palette: ChartPalette;
}

/** An upright line; the plan of the day is dashed, as in a comparison. */
function Rule({ mark, middle, reach, x, palette }: RuleProps) {
  const { role } = mark;
  const isPlan = role === "expected";
  return (
    <g data-series={mark.key}>
      <path
        d={`M${x(mark.at)} ${middle - reach}V${middle + reach}`}
        stroke={isPlan ? palette.strong : palette[role]}
        strokeWidth={isPlan ? 1.5 : STROKES[role].width + 0.75}
        strokeDasharray={isPlan ? "3 2" : STROKES[role].dash}
      />
    </g>
  );
}

interface ValueBarProps {
  readonly row: BulletRow;
  readonly middle: number;
  readonly height: number;
  readonly x: (value: number) => number;
  readonly palette: ChartPalette;
}

function ValueBar({ row, middle, height, x, palette }: ValueBarProps) {
  const reach = height / 2 + 3;
  const [zero, end] = [x(0), x(row.value ?? 0)];
  return (
    <>
      {row.range !== null && (
        <rect
          x={x(row.range.low)}
          y={middle - reach}
          width={x(row.range.high) - x(row.range.low)}
          height={reach * 2}
          fill={palette.target}
          fillOpacity={0.12}
        />
      )}
      {row.value !== null && (
        <rect
          x={Math.min(zero, end)}
          y={middle - height / 2}
          width={Math.max(1, Math.abs(end - zero))}
          height={height}
          fill={palette.reported}
        />
      )}
      {row.marks.map((mark) => (
        <Rule key={mark.key} {...{ mark, middle, reach, x, palette }} />
      ))}
    </>
  );
}

/** The latest value of a target as a bar, with what it is compared with as upright lines. */
export function BulletFigure(props: FigureProps<BulletChartModel>) {
  return (
    <RowsFigure figure={props}>
      {(row, { middle, height, x, palette }) => (
        <ValueBar row={row} middle={middle} height={Math.min(26, height * 0.5)} x={x} palette={palette} />
      )}
    </RowsFigure>
  );
}
