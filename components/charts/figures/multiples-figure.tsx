import { FigureFrame, type FigureProps } from "@/components/charts/figures/figure-frame";
import { GanttFigure } from "@/components/charts/figures/gantt-figure";
import { PlotFigure } from "@/components/charts/figures/plot-figure";
import type { MultiplesChartModel, TargetChartModel } from "@/lib/charts/chart-model";
import { chartPalette } from "@/lib/charts/chart-palette";
import { figureLayout, TEXT_SIZE } from "@/lib/charts/figure-layout";
import { multiplesGrid } from "@/lib/charts/multiples-model";
import { wrapText } from "@/lib/charts/text-width";

const GAP = 20;
const LINE = 15;
const LOWEST_PANEL = 120;

function Panel({ model, ...rest }: FigureProps<TargetChartModel>) {
  return model.drawing === "plot" ? <PlotFigure model={model} {...rest} /> : <GanttFigure model={model} {...rest} />;
}

/** Each target in a panel of its own, all panels of one size. */
export function MultiplesFigure(props: FigureProps<MultiplesChartModel>) {
  const { model, width, height, theme, standalone = false, idPrefix = "panel" } = props;
  const { columns, rows } = multiplesGrid(model.panels.length, width);
  const none = { left: 0, right: 0, top: 4, bottom: 0 };
  const layout = figureLayout(model, { width, height, standalone }, none, LOWEST_PANEL * rows);
  const { plot } = layout;
  const palette = chartPalette(theme);
  const panel = {
    width: (plot.width - GAP * (columns - 1)) / columns,
    height: (plot.height - GAP * (rows - 1)) / rows,
  };
  return (
    <FigureFrame {...props} layout={layout} palette={palette}>
      {model.panels.map((one, index) => {
        const left = plot.left + (index % columns) * (panel.width + GAP);
        const top = plot.top + Math.floor(index / columns) * (panel.height + GAP);
        const title = wrapText(one.title, panel.width, TEXT_SIZE + 1, 2);
        const head = title.length * LINE + 4;
        return (
          <g key={one.key}>
            {title.map((line, at) => (
              <text key={line} x={left} y={top + 12 + at * LINE} fontSize={TEXT_SIZE + 1} fontWeight={700}>
                {line}
              </text>
            ))}
            <g transform={`translate(${left} ${top + head})`}>
              <Panel
                model={one}
                width={Math.floor(panel.width)}
                height={Math.max(60, Math.floor(panel.height - head))}
                theme={theme}
                idPrefix={`${idPrefix}-${index}`}
              />
            </g>
          </g>
        );
      })}
    </FigureFrame>
  );
}
