import { ChartFigure } from "@/components/charts/figures/chart-figure";
import type { ChartModel } from "@/lib/charts/chart-model";

interface ResponsiveFigureProps {
  readonly model: ChartModel;
}

/** Rows need room of their own; a plot keeps its proportions. */
function heights(model: ChartModel): { readonly narrow: number; readonly wide: number } {
  if (model.drawing === "plot") return { narrow: 250, wide: 340 };
  const rows = Math.max(3, model.rows.length);
  return { narrow: 60 + rows * 36, wide: 60 + rows * 34 };
}

/**
 * The figure twice, for a phone and for a desk, of which the container's width shows one: text keeps a readable size
 * on both without any script.
 */
export function ResponsiveFigure({ model }: ResponsiveFigureProps) {
  const { narrow, wide } = heights(model);
  return (
    <div className="chart-figure">
      <div className="chart-figure-narrow">
        <ChartFigure model={model} width={360} height={narrow} theme="screen" idPrefix="narrow" />
      </div>
      <div className="chart-figure-wide">
        <ChartFigure model={model} width={760} height={wide} theme="screen" idPrefix="wide" />
      </div>
    </div>
  );
}
