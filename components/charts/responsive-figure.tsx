import { StaticMarkup } from "@/components/ui/static-markup";
import { brushRoom } from "@/lib/charts/layout/brush-room";
import { leastHeightOnPage } from "@/lib/charts/layout/figure-height";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { multiplesGrid } from "@/lib/charts/model/multiples-model";
import { ChartFigure } from "@/lib/charts/svg/chart-figure";

interface ResponsiveFigureProps {
  readonly model: ChartModel;
}

/** Drawn widths; chart-layout.css shows the one whose text is closest to its nominal size. */
const WIDTHS = { narrow: 360, middle: 680, wide: 1040 } as const;
type WidthName = keyof typeof WIDTHS;

const PLOT_HEIGHTS: Readonly<Record<WidthName, number>> = { narrow: 250, middle: 320, wide: 380 };

/** The height follows the number of rows; a plot has fixed proportions. */
function heightOf(model: ChartModel, name: WidthName): number {
  if (model.drawing === "plot") return PLOT_HEIGHTS[name];
  if (model.drawing === "multiples") return multiplesGrid(model.panels.length, WIDTHS[name]).rows * 230;
  return 60 + Math.max(3, model.rows.length) * 34;
}

/**
 * The figure for a phone, a column and a desktop; the container's width selects one, so that text is readable
 * on each without a script.
 */
export function ResponsiveFigure({ model }: ResponsiveFigureProps) {
  const below = brushRoom(model);
  return (
    <div className="chart-figure">
      {(["narrow", "middle", "wide"] as const).map((name) => (
        <StaticMarkup key={name} as="div" from={model} lang={model.lang} part={name} className={`chart-figure-${name}`}>
          <ChartFigure
            model={model}
            width={WIDTHS[name]}
            height={Math.max(heightOf(model, name), leastHeightOnPage(model, WIDTHS[name]))}
            theme="page"
            idPrefix={name}
          />
          {below > 0 && <div className="chart-brush-room" style={{ paddingTop: `${(below / WIDTHS[name]) * 100}%` }} />}
        </StaticMarkup>
      ))}
    </div>
  );
}
