import { type Box, TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import type { PlotScales } from "@/lib/charts/layout/plot-layout";
import { textWidth } from "@/lib/charts/layout/text-width";
import type { ChartSeries } from "@/lib/charts/model/chart-model";
import type { ChartPalette } from "./chart-palette";

interface LatestLabelProps {
  readonly series: ChartSeries;
  readonly scales: PlotScales;
  readonly palette: ChartPalette;
  readonly plot: Box;
}

/** The label of the latest value, inside the plot. */
export function LatestLabel({ series, scales, palette, plot }: LatestLabelProps) {
  const latest = series.points.findLast((point) => point.y !== null);
  if (latest === undefined || latest.y === null) return null;
  const half = textWidth(latest.text, TEXT_SIZE + 1) / 2 + 3;
  const x = Math.min(plot.left + plot.width - half, Math.max(plot.left + half, scales.x(latest.x)));
  const above = scales.y(latest.y) - 9;
  const y = above - 12 < plot.top ? scales.y(latest.y) + 19 : above;
  return (
    <g>
      <rect x={x - half} y={y - 11} width={half * 2} height={15} fill={palette.halo} fillOpacity={0.85} />
      <text x={x} y={y} textAnchor="middle" fontSize={TEXT_SIZE + 1} fontWeight={700} fill={palette.reported}>
        {latest.text}
      </text>
    </g>
  );
}
