import { fittingTicks } from "@/lib/charts/layout/axis-ticks";
import { type Box, TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { fitText } from "@/lib/charts/layout/text-width";
import { cutOffText, placeCutOff } from "@/lib/charts/layout/top-line";
import type { ChartAxis, ChartMark } from "@/lib/charts/model/chart-model";
import type { ChartPalette } from "./chart-palette";

interface AxisProps {
  readonly axis: ChartAxis;
  readonly plot: Box;
  readonly at: (value: number) => number;
  readonly palette: ChartPalette;
}

/** A zigzag where the axis leaves out the values down to zero. */
function AxisBreak({ plot, palette }: Pick<AxisProps, "plot" | "palette">) {
  const bottom = plot.top + plot.height;
  const path = `M${plot.left} ${bottom}v-3l6 -2l-6 -3l6 -2l-6 -3v-3`;
  return <path data-axis="break" d={path} fill="none" stroke={palette.axis} strokeWidth={1.25} />;
}

/** Value ticks on the left, with grid lines. */
export function ValueAxis({ axis, plot, at, palette }: AxisProps) {
  return (
    <g>
      {axis.ticks.map((tick) => (
        <g key={tick.at}>
          <line x1={plot.left} x2={plot.left + plot.width} y1={at(tick.at)} y2={at(tick.at)} stroke={palette.grid} />
          <text x={plot.left - 6} y={at(tick.at) + 4} textAnchor="end" fill={palette.muted}>
            {tick.label}
          </text>
        </g>
      ))}
      {axis.isBroken && <AxisBreak plot={plot} palette={palette} />}
    </g>
  );
}

/** Ticks at the bottom, names between them where they name a month or a year; if they name only months, the year is on the left. */
export function BaseAxis({ axis, plot, at, palette, lines = false }: AxisProps & { readonly lines?: boolean }) {
  const bottom = plot.top + plot.height;
  return (
    <g>
      <line x1={plot.left} x2={plot.left + plot.width} y1={bottom} y2={bottom} stroke={palette.axis} />
      {axis.ticks.map((tick) => (
        <g key={tick.at}>
          {lines && <line x1={at(tick.at)} x2={at(tick.at)} y1={plot.top} y2={bottom} stroke={palette.grid} />}
          <line x1={at(tick.at)} x2={at(tick.at)} y1={bottom} y2={bottom + 4} stroke={palette.axis} />
        </g>
      ))}
      {fittingTicks(axis, plot.width).map((tick) => (
        <text key={tick.at} x={at(tick.labelAt ?? tick.at)} y={bottom + 16} textAnchor="middle" fill={palette.muted}>
          {tick.label}
        </text>
      ))}
      {axis.caption !== "" && (
        <text x={plot.left - 6} y={bottom + 16} textAnchor="end" fill={palette.muted}>
          {axis.caption}
        </text>
      )}
    </g>
  );
}

interface TopLineProps {
  readonly unitLabel: string;
  readonly marks: readonly ChartMark[];
  readonly plot: Box;
  readonly left: number;
  readonly x: (value: number) => number;
  readonly palette: ChartPalette;
  /** The line of the day of view only above the plot, where the rows have text. */
  readonly isShort?: boolean;
}

/** Above the plot: the unit on the left, and the label of the current day, as close to its line as there is space. */
export function TopLine({ unitLabel, marks, plot, left, x, palette, isShort = false }: TopLineProps) {
  const today = marks.find((mark) => mark.role === "today");
  const right = plot.left + plot.width;
  const unit = fitText(unitLabel, right - left, TEXT_SIZE);
  const label = cutOffText(marks);
  const place = placeCutOff(unit, label, today === undefined ? left : x(today.x), left, right);
  return (
    <g>
      <text x={left} y={plot.top - 13} fill={palette.muted}>
        {unit}
      </text>
      {today !== undefined && (
        <>
          <line
            x1={x(today.x)}
            x2={x(today.x)}
            y1={plot.top - 9}
            y2={isShort ? plot.top - 3 : plot.top + plot.height}
            stroke={palette.axis}
            strokeDasharray="1 2"
          />
          <text x={place.middle} y={plot.top - 13 - place.above} textAnchor="middle" fill={palette.muted}>
            {label}
          </text>
        </>
      )}
    </g>
  );
}
