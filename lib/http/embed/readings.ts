// The readings of an embedded figure: per day of a plot and per row of other charts its place in each drawing, and the text
// that a pointer or arrow key shows.
import "server-only";
import { padOf } from "@/lib/charts/layout/figure-layout";
import { multiplesLayout } from "@/lib/charts/layout/multiples-layout";
import { plotLayout, plotScales } from "@/lib/charts/layout/plot-layout";
import { rowsLayout } from "@/lib/charts/layout/rows-layout";
import { inTypeface } from "@/lib/charts/layout/serif-advances";
import { dayFromNumber } from "@/lib/charts/model/chart-axes";
import type { ChartModel, PlotChartModel } from "@/lib/charts/model/chart-model";
import { panelTitles } from "@/lib/charts/model/multiples-model";
import { plotRows, readingsAt } from "@/lib/charts/model/plot-rows";
import type { RowsChartModel } from "@/lib/charts/model/rows-chart-types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { type Html, html } from "@/lib/http/html";

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly standalone: boolean;
}

/** Left, top, width and height in the drawing. */
type Place = readonly [number, number, number, number];

function daysOf(model: PlotChartModel): number[] {
  return plotRows(model)
    .map(({ x }) => x)
    .filter((x) => x >= model.x.domain[0] && x <= model.x.domain[1] && readingsAt(model, x).length > 0);
}

function pairs(readings: readonly (readonly [label: string, text: string])[]): Html {
  return html`<dl>${readings.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>`;
}

function textsOfPlot(model: PlotChartModel): Html[] {
  return daysOf(model).map((x) => {
    const readings = readingsAt(model, x);
    const differences = readings.flatMap(({ againstPlan }) => (againstPlan === undefined ? [] : [againstPlan]));
    const day = formatIsoDate(dayFromNumber(x), model.lang);
    return html`<b>${day}</b>${pairs(readings.map(({ label, text }) => [label, text]))}${differences.map((one) => html`<p>${one}</p>`)}`;
  });
}

/** The row of the chart's own table, without the lights that no target has. */
function textsOfRows({ rows, table, drawing }: RowsChartModel): Html[] {
  return rows.map(({ key, label }, at) => {
    const cells = (table.rows.find((row) => row.key === key) ?? table.rows[at])?.cells ?? [];
    const filled = cells.flatMap(({ value, text }, index): [string, string][] =>
      value === null || text === label || (drawing === "lights" && value === "0")
        ? []
        : [[table.columns[index]?.label ?? "", text]],
    );
    return html`<b>${label}</b>${pairs(filled)}`;
  });
}

const isPlot = (model: ChartModel): model is PlotChartModel => model.drawing === "plot";

/** The parts of the chart in which the arrow keys up and down move: its panels, or its rows. */
function groupsOf(model: ChartModel): Html[][] {
  if (model.drawing === "multiples") {
    const titles = panelTitles(model.panels);
    return model.panels.map((panel, index) => {
      const texts = isPlot(panel) ? textsOfPlot(panel) : textsOfRows(panel);
      return texts.map((text) => html`<p>${titles[index] ?? ""}</p>${text}`);
    });
  }
  return isPlot(model) ? [textsOfPlot(model)] : textsOfRows(model).map((text) => [text]);
}

/** The tooltip of a chart, in the order of days, panels and rows; null if nothing can be read. */
export function tooltipOf(model: ChartModel): Html | null {
  const texts = groupsOf(model).flatMap((group, index) =>
    group.map((text) => html`<div data-group="${index}" hidden>${text}</div>`),
  );
  if (texts.length === 0) return null;
  const notice = model.illustrativeLabel === null ? null : html`<p>${model.illustrativeLabel}</p>`;
  return html`<div class="tip" role="status" hidden>${texts}${notice}</div>`;
}

function placesOfPlot(model: PlotChartModel, drawn: Drawn, naming = model.naming): Place[] {
  const { plot } = plotLayout(model, drawn, naming);
  const { x } = plotScales(model, plot);
  return daysOf(model).map((day) => [x(day), plot.top, 0, plot.height]);
}

function placesOfRows(model: RowsChartModel, drawn: Drawn): Place[] {
  const { plot } = rowsLayout(model, drawn);
  const height = plot.height / Math.max(1, model.rows.length);
  const left = padOf(drawn.standalone) / 2;
  return model.rows.map((_, index) => [left, plot.top + index * height, drawn.width - 2 * left, height]);
}

function placesOf(model: ChartModel, drawn: Drawn): Place[] {
  if (model.drawing !== "multiples") return isPlot(model) ? placesOfPlot(model, drawn) : placesOfRows(model, drawn);
  const { panels, head, inside } = multiplesLayout(model, drawn);
  return model.panels.flatMap((panel, index) => {
    const { left, top } = panels[index] ?? { left: 0, top: 0 };
    const size = { ...inside, standalone: false };
    const places = isPlot(panel) ? placesOfPlot(panel, size, panel.naming ?? "legend") : placesOfRows(panel, size);
    return places.map(([x, y, width, height]): Place => [left + x, top + head + y, width, height]);
  });
}

/** For the attribute of a drawing: four numbers for each text of the tooltip. */
export function placesIn(model: ChartModel, size: Pick<Drawn, "width" | "height">): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return inTypeface(model, () => placesOf(model, { ...size, standalone: true }))
    .map((place) => place.map(round).join(" "))
    .join(",");
}
