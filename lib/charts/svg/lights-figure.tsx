import type { LightSegment, LightsChartModel } from "@/lib/charts/model/rows-chart-types";
import { type ChartPalette, inkOn } from "./chart-palette";
import type { FigureProps } from "./figure-frame";
import { LightShape } from "./light-shape";
import { RowsFigure } from "./rows-figure";

interface SegmentProps {
  readonly segment: LightSegment;
  readonly middle: number;
  readonly height: number;
  readonly x: (count: number) => number;
  readonly palette: ChartPalette;
}

/** Shape and count inside the segment if they fit, so that it is readable without colour. */
function Segment({ segment, middle, height, x, palette }: SegmentProps) {
  const [from, to] = [x(segment.from), x(segment.to)];
  const width = to - from;
  const ink = inkOn(segment.light, palette);
  const center = (from + to) / 2;
  return (
    <g>
      <rect
        x={from + 0.5}
        y={middle - height / 2}
        width={Math.max(1, width - 1)}
        height={height}
        fill={palette.lights[segment.light]}
        stroke={segment.light === "no-report" ? palette.axis : "none"}
      />
      {width >= 34 && height >= 12 && (
        <LightShape light={segment.light} x={center - 8} y={middle} r={4} palette={palette} color={ink} />
      )}
      {width >= 12 && height >= 12 && (
        <text x={width >= 34 ? center + 8 : center} y={middle + 4} textAnchor="middle" fill={ink}>
          {segment.count}
        </text>
      )}
    </g>
  );
}

/** Stacked bars of lights, one row per department. */
export function LightsFigure(props: FigureProps<LightsChartModel>) {
  return (
    <RowsFigure figure={props}>
      {(row, { middle, height, x, palette }) => (
        <>
          {row.segments.map((segment) => (
            <Segment
              key={segment.light}
              segment={segment}
              middle={middle}
              height={Math.min(20, height * 0.7)}
              x={x}
              palette={palette}
            />
          ))}
          <text x={x(row.total) + 6} y={middle + 4} fontWeight={700}>
            {row.total}
          </text>
        </>
      )}
    </RowsFigure>
  );
}
