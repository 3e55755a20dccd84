import { rightOverhang } from "@/lib/charts/layout/axis-ticks";
import { TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { multiplesLayout, PANEL_TITLE_LINE, PANEL_TITLE_SIZE } from "@/lib/charts/layout/multiples-layout";
import { textWidth } from "@/lib/charts/layout/text-width";
import type { MultiplesChartModel, PlotChartModel, TargetChartModel } from "@/lib/charts/model/chart-model";
import { chartPalette } from "./chart-palette";
import { FigureFrame, type FigureProps } from "./figure-frame";
import { GanttFigure } from "./gantt-figure";
import { PlotFigure } from "./plot-figure";

/**
 * The shared legend has no figures, so each panel shows its target value next to its unit. Where there is no room for
 * both, the value alone, which names its unit.
 */
function withPromise(model: PlotChartModel, width: number): PlotChartModel {
  const promise = [...model.series, ...model.ranges].find(({ role }) => role === "target" || role === "target-range");
  if (promise === undefined) return model;
  const both = [model.unitLabel, promise.label].filter(Boolean).join(" · ");
  const hasRoom = textWidth(both, TEXT_SIZE) <= width - rightOverhang(model.x);
  return { ...model, unitLabel: hasRoom ? both : promise.label };
}

function Panel({ model, ...rest }: FigureProps<TargetChartModel>) {
  if (model.drawing !== "plot") return <GanttFigure model={model} {...rest} />;
  return <PlotFigure model={withPromise(model, rest.width)} {...rest} naming={model.naming ?? "legend"} />;
}

/** One panel per target, all of the same size. */
export function MultiplesFigure(props: FigureProps<MultiplesChartModel>) {
  const { model, width, height, theme, standalone = false, idPrefix = "panel" } = props;
  const layout = multiplesLayout(model, { width, height, standalone });
  return (
    <FigureFrame {...props} layout={layout} palette={chartPalette(theme, model.colour)}>
      {model.panels.map((one, index) => {
        const { left, top, title } = layout.panels[index] ?? { left: 0, top: 0, title: [] };
        return (
          <g key={one.key}>
            {title.map((line, at) => (
              <text
                key={line}
                x={left}
                y={top + 12 + at * PANEL_TITLE_LINE}
                fontSize={PANEL_TITLE_SIZE}
                fontWeight={700}
              >
                {line}
              </text>
            ))}
            <g transform={`translate(${left} ${top + layout.head})`}>
              <Panel model={one} {...layout.inside} theme={theme} idPrefix={`${idPrefix}-${index}`} />
            </g>
          </g>
        );
      })}
    </FigureFrame>
  );
}
