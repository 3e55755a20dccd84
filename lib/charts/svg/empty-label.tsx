import { type Box, TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { fitText, textWidth } from "@/lib/charts/layout/text-width";
import type { ChartPalette } from "./chart-palette";

interface EmptyLabelProps {
  readonly label: string | null;
  readonly plot: Box;
  readonly palette: ChartPalette;
}

/** Shows in the middle of the plot why there is no data. */
export function EmptyLabel({ label, plot, palette }: EmptyLabelProps) {
  if (label === null) return null;
  const text = fitText(label, plot.width - 16, TEXT_SIZE + 1);
  const half = textWidth(text, TEXT_SIZE + 1) / 2 + 6;
  const [x, y] = [plot.left + plot.width / 2, plot.top + plot.height / 2];
  return (
    <g>
      <rect x={x - half} y={y - 14} width={half * 2} height={20} fill={palette.halo} fillOpacity={0.9} />
      <text x={x} y={y} textAnchor="middle" fontSize={TEXT_SIZE + 1} fill={palette.muted}>
        {text}
      </text>
    </g>
  );
}
