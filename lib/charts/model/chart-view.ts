// Applies a reader's choices to a chart: a part of its period, some of its series or rows, notes, a custom title.
// Computes nothing again: what is hidden is hidden in the picture, its legend and its table alike.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS } from "@/lib/domain/targets/types";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChartModel, LegendItem } from "./chart-model";
import { drawnRows } from "./department-chart-model";
import { composeMultiples } from "./multiples-model";
import { viewPlot, withoutColumns } from "./plot-view";
import type { ComparisonChartModel, GanttChartModel, LightsChartModel } from "./rows-chart-types";

interface ChartNote {
  readonly on: IsoDate;
  readonly text: string;
}

export interface ChartView {
  /** First and last day shown; null: those of the chart. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Keys of hidden series (never the reported one) or rows. */
  readonly hide: ReadonlySet<string>;
  readonly notes: readonly ChartNote[];
  readonly title: string | null;
}

/** What can be hidden: all series except the reported one, or the rows. */
export function hideable(model: ChartModel): { readonly key: string; readonly label: string }[] {
  if (model.drawing === "plot") return model.legend.filter((item) => item.key !== "reported");
  if (model.drawing === "multiples") return model.legend.filter((item) => OF_ALL_PANELS.has(item.swatch));
  const rows = model.drawing === "comparison" ? [...model.rows, ...model.rest] : model.rows;
  return rows.map(({ key, label }) => ({ key, label }));
}

/** In small multiples these are hidden in all panels together. */
const OF_ALL_PANELS: ReadonlySet<string> = new Set([
  "expected",
  "target",
  "stretch",
  "baseline",
  "last-year",
  "forecast",
]);

function isLight(swatch: LegendItem["swatch"]): boolean {
  return (LIGHTS as readonly string[]).includes(swatch);
}

/** If a drawn row is hidden, the next row that did not fit is drawn. */
function viewComparison(model: ComparisonChartModel, { hide }: ChartView): ComparisonChartModel {
  const drawn = drawnRows(
    [...model.rows, ...model.rest].filter((row) => !hide.has(row.key)),
    model.lang,
    model.unread,
    model.withoutFigure,
  );
  return {
    ...model,
    ...drawn,
    emptyLabel: model.emptyLabel ?? (drawn.rows.length === 0 ? getTranslator(model.lang)("chart.noTargets") : null),
    table: withoutColumns(model.table, new Set(), (key) => !hide.has(key)),
  };
}

function viewRows<M extends GanttChartModel | LightsChartModel>(model: M, { hide }: ChartView): M {
  const rows = model.rows.filter((row) => !hide.has(row.key));
  const lights = new Set<string>(
    rows.flatMap((row) => ("segments" in row ? row.segments.map((one) => one.light) : [])),
  );
  return {
    ...model,
    rows,
    legend: model.legend.filter((item) => !isLight(item.swatch) || lights.has(item.swatch)),
    emptyLabel: model.emptyLabel ?? (rows.length === 0 ? getTranslator(model.lang)("chart.noTargets") : null),
    table: withoutColumns(model.table, new Set(), (key) => !hide.has(key)),
  };
}

function viewParts(model: ChartModel, view: ChartView): ChartModel {
  switch (model.drawing) {
    case "plot":
      return viewPlot(model, view);
    case "multiples": {
      const panels = model.panels.map((panel) => (panel.drawing === "plot" ? viewPlot(panel, view) : panel));
      return composeMultiples(panels, model);
    }
    case "comparison":
      return viewComparison(model, view);
    default:
      return viewRows(model, view);
  }
}

/** The chart with the choices of `view`; the same model if there are none. */
export function viewChart(model: ChartModel, view: ChartView): ChartModel {
  const asksNothing = view.from === null && view.to === null && view.hide.size === 0 && view.notes.length === 0;
  const shown = asksNothing ? model : viewParts(model, view);
  const { title } = view;
  if (title === null) return shown;
  const described = shown.description.startsWith(model.title)
    ? `${title}${shown.description.slice(model.title.length)}`
    : `${title}${getTranslator(model.lang)("punctuation.colon")}${shown.description}`;
  return { ...shown, title, description: described, table: { ...shown.table, caption: title } };
}
