// The readings of an embedded plot: per day the position in each drawing and the text that a pointer or arrow key shows.
import "server-only";
import { plotLayout, plotScales } from "@/lib/charts/layout/plot-layout";
import { dayFromNumber } from "@/lib/charts/model/chart-axes";
import type { ChartModel, PlotChartModel } from "@/lib/charts/model/chart-model";
import { plotRows, readingsAt } from "@/lib/charts/model/plot-rows";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { type Html, html } from "@/lib/http/html";

interface Drawn {
  readonly width: number;
  readonly height: number;
}

function textOf(model: PlotChartModel, x: number): Html | null {
  const readings = readingsAt(model, x);
  if (readings.length === 0) return null;
  const rows = readings.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`);
  const differences = readings.flatMap(({ againstPlan }) => (againstPlan === undefined ? [] : [againstPlan]));
  return html`<b>${formatIsoDate(dayFromNumber(x), model.lang)}</b><dl>${rows}</dl>${differences.map((one) => html`<p>${one}</p>`)}`;
}

/** The tooltip of a plot, in the order of days; null for other charts. */
export function plotTooltip(model: ChartModel): Html | null {
  if (model.drawing !== "plot") return null;
  const texts = daysOf(model).map((x) => html`<div hidden>${textOf(model, x)}</div>`);
  if (texts.length === 0) return null;
  const notice = model.illustrativeLabel === null ? null : html`<p>${model.illustrativeLabel}</p>`;
  return html`<div class="tip" role="status" hidden>${texts}${notice}</div>`;
}

function daysOf(model: PlotChartModel): number[] {
  return plotRows(model)
    .map(({ x }) => x)
    .filter((x) => x >= model.x.domain[0] && x <= model.x.domain[1] && readingsAt(model, x).length > 0);
}

/** For the attributes of a drawing: the days' positions, and the top and bottom of the plot. */
export function plotPositions(model: ChartModel, drawn: Drawn): string {
  if (model.drawing !== "plot") return "";
  const { plot } = plotLayout(model, { ...drawn, standalone: true });
  const { x } = plotScales(model, plot);
  const round = (value: number) => Math.round(value * 10) / 10;
  return [plot.top, plot.top + plot.height, ...daysOf(model).map(x)].map(round).join(" ");
}
