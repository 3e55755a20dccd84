import { type Box, TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { placeInPlot } from "@/lib/charts/layout/inline-labels";
import { plotScales } from "@/lib/charts/layout/plot-layout";
import { textWidth, wrapText } from "@/lib/charts/layout/text-width";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import type { ChartPalette } from "./chart-palette";

interface EmptyLabelProps {
  readonly model: ChartModel;
  readonly plot: Box;
  readonly palette: ChartPalette;
}

const ROW = 16;
const SIZE = TEXT_SIZE + 1;

interface PlacedLabel {
  readonly lines: readonly string[];
  readonly box: Box;
}

/** In as few lines as have a place away from the lines of the plot, otherwise in its middle. */
function placeLabel(label: string, model: ChartModel, plot: Box): PlacedLabel {
  const attempts = [1, 0.6, 0.42, 0.3].map((share) => {
    const lines = wrapText(label, (plot.width - 24) * share, SIZE, 5, true);
    const width = Math.max(...lines.map((line) => textWidth(line, SIZE))) + 8;
    return { lines, size: { width, height: lines.length * ROW + 4 } };
  });
  for (const { lines, size } of attempts) {
    const isWhole = !lines.at(-1)?.endsWith("…");
    const box = model.drawing === "plot" ? placeInPlot(model, plot, plotScales(model, plot), size) : null;
    if (box !== null && isWhole) return { lines, box };
  }
  const { lines = [], size = { width: 0, height: 0 } } = attempts[0] ?? {};
  const left = plot.left + (plot.width - size.width) / 2;
  return { lines, box: { ...size, left, top: plot.top + (plot.height - size.height) / 2 } };
}

/** Shows in the plot, away from its lines, why there is no data. */
export function EmptyLabel({ model, plot, palette }: EmptyLabelProps) {
  if (model.emptyLabel === null) return null;
  const { lines, box } = placeLabel(model.emptyLabel, model, plot);
  return (
    <g>
      <rect x={box.left} y={box.top} width={box.width} height={box.height} fill={palette.halo} fillOpacity={0.9} />
      {lines.map((line, index) => (
        <text
          key={line}
          x={box.left + box.width / 2}
          y={box.top + 14 + index * ROW}
          textAnchor="middle"
          fontSize={SIZE}
          fill={palette.muted}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
