import { BulletFigure } from "./bullet-figure";
import { ComparisonFigure } from "./comparison-figure";
import type { FigureProps } from "./figure-frame";
import { GanttFigure } from "./gantt-figure";
import { LightsFigure } from "./lights-figure";
import { MultiplesFigure } from "./multiples-figure";
import { PlotFigure } from "./plot-figure";

/** Any chart as plain SVG without state or script, identical on server, paper and screen. */
export function ChartFigure({ model, ...rest }: FigureProps) {
  switch (model.drawing) {
    case "plot":
      return <PlotFigure model={model} {...rest} />;
    case "gantt":
      return <GanttFigure model={model} {...rest} />;
    case "lights":
      return <LightsFigure model={model} {...rest} />;
    case "multiples":
      return <MultiplesFigure model={model} {...rest} />;
    case "comparison":
      return <ComparisonFigure model={model} {...rest} />;
    case "bullet":
      return <BulletFigure model={model} {...rest} />;
  }
}
