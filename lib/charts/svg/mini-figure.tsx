import type { MiniBullet, MiniChartModel, MiniSparkline } from "@/lib/charts/model/mini-chart-types";
import { type ChartPalette, type ChartTheme, chartPalette } from "./chart-palette";

interface MiniFigureProps {
  readonly model: MiniChartModel;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: ChartTheme;
}

interface PartProps<M> {
  readonly model: M;
  readonly width: number;
  readonly height: number;
  readonly palette: ChartPalette;
}

function Bullet({ model, width, height, palette }: PartProps<MiniBullet>) {
  const middle = height / 2;
  const promise = model.promiseX * width;
  return (
    <>
      <path d={`M0 ${middle}H${width}`} stroke={palette.grid} strokeWidth={height * 0.4} />
      {model.doneX !== null && (
        <path
          d={`M0 ${middle}H${round(model.doneX * width)}`}
          stroke={model.light === "no-report" ? palette.axis : palette.lights[model.light]}
          strokeWidth={height * 0.4}
        />
      )}
      {model.expectedX !== null && (
        <path
          d={`M${round(model.expectedX * width)} ${height * 0.12}V${height * 0.88}`}
          stroke={palette.strong}
          strokeWidth={1.5}
          strokeDasharray="3 2"
        />
      )}
      <path d={`M${promise} ${height * 0.12}V${height * 0.88}`} stroke={palette.target} strokeWidth={1.5} />
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function Sparkline({ model, width, height, palette }: PartProps<MiniSparkline>) {
  const inset = 4;
  const x = (share: number) => round(inset + share * (width - inset * 2));
  const y = (share: number) => round(height - inset - share * (height - inset * 2));
  let pen = "M";
  let path = "";
  for (const point of model.path) {
    if (point.y === null) pen = "M";
    else {
      path += `${pen}${x(point.x)} ${y(point.y)}`;
      pen = "L";
    }
  }
  const last = model.path.findLast((point) => point.y !== null);
  return (
    <>
      {model.promiseY !== null && (
        <path d={`M0 ${y(model.promiseY)}H${width}`} stroke={palette.target} strokeWidth={1} />
      )}
      <path d={path} fill="none" stroke={palette.reported} strokeWidth={1.5} />
      {last !== undefined && last.y !== null && (
        <circle
          cx={x(last.x)}
          cy={y(last.y)}
          r={3}
          fill={palette.lights[model.light]}
          stroke={palette.strong}
          strokeWidth={0.75}
        />
      )}
    </>
  );
}

/** The small chart of a row, about 160 × 32, without text: its description is its accessible name. */
export function MiniFigure({ model, width = 160, height = 32, theme = "page" }: MiniFigureProps) {
  const palette = chartPalette(theme);
  const shared = { width, height, palette };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={model.description}>
      {model.drawing === "bullet" && <Bullet model={model} {...shared} />}
      {model.drawing === "sparkline" && <Sparkline model={model} {...shared} />}
      {model.drawing === "blank" && (
        <path d={`M0 ${height / 2}H${width}`} stroke={palette.grid} strokeWidth={1} strokeDasharray="2 3" />
      )}
    </svg>
  );
}
