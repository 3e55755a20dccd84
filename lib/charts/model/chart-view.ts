// Applies a reader's choices to a chart: a part of its period, some of its series or rows, notes, a custom title.
// Computes nothing again: what is hidden is hidden in the picture, its legend and its table alike.
import type { Typeface } from "@/lib/charts/layout/figure-choices";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS } from "@/lib/domain/targets/types";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChartLogo, ChartModel, LegendItem } from "./chart-model";
import { type ChartType, withType } from "./chart-type";
import { markedWords } from "./chart-words";
import { drawnRows } from "./department-chart-model";
import { composeMultiples } from "./multiples-model";
import { viewPlot, withoutColumns } from "./plot-view";
import type { ComparisonChartModel, GanttChartModel, LightsChartModel } from "./rows-chart-types";

interface ChartNote {
  readonly on: IsoDate;
  readonly text: string;
}

/**
 * `on` names lines next to them, with their latest value; `points` writes the value next to each reported point too,
 * where there is room; `off` leaves the names to the legend.
 */
export const LABEL_CHOICES = ["on", "points", "off"] as const;
type LabelChoice = (typeof LABEL_CHOICES)[number];

export interface ChartView {
  /** First and last day shown; null: those of the chart. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Keys of hidden series (never the reported one) or rows. */
  readonly hide: ReadonlySet<string>;
  readonly notes: readonly ChartNote[];
  readonly title: string | null;
  /** Replaces the source of the data. */
  readonly source: string | null;
  /** A sentence below the picture. */
  readonly footnote: string | null;
  readonly labels: LabelChoice;
  /** Null for the chart's default; ignored if the chart does not have it. */
  readonly type: ChartType | null;
  /** The colour of reported values; null: that of the theme. */
  readonly colour: string | null;
  readonly typeface: Typeface;
  readonly logo: ChartLogo | null;
  /** The words are of the office; others are marked as the reader's. */
  readonly isSigned: boolean;
}

/** What can be hidden: all series except the reported one, or the rows. */
export function hideable(model: ChartModel): { readonly key: string; readonly label: string }[] {
  if (model.drawing === "plot" || model.drawing === "bullet")
    return model.legend.filter((item) => item.key !== "reported");
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
    case "bullet":
      return model;
    default:
      return viewRows(model, view);
  }
}

/** The own title in picture, description and table. */
function withTitle(shown: ChartModel, own: string, view: ChartView): ChartModel {
  const title = markedWords(own, "title", view, shown.lang);
  const described = shown.description.startsWith(shown.title)
    ? `${title}${shown.description.slice(shown.title.length)}`
    : `${title}${getTranslator(shown.lang)("punctuation.colon")}${shown.description}`;
  return { ...shown, title, description: described, table: { ...shown.table, caption: title } };
}

function withSource(shown: ChartModel, own: string, view: ChartView): ChartModel {
  const label = markedWords(own, "note", view, shown.lang);
  const sourceLabel = getTranslator(shown.lang)("chart.source", { label });
  const notes = shown.table.notes.map((note) => (note === shown.sourceLabel ? sourceLabel : note));
  return { ...shown, sourceLabel, table: { ...shown.table, notes } };
}

function withFootnote(shown: ChartModel, own: string, view: ChartView): ChartModel {
  const footnote = markedWords(own, "note", view, shown.lang);
  const notes = [...shown.table.notes, footnote];
  return { ...shown, annotations: [...(shown.annotations ?? []), footnote], table: { ...shown.table, notes } };
}

/** In all panels. */
function withLook(shown: ChartModel, look: Pick<ChartModel, "colour" | "typeface">): ChartModel {
  if (shown.drawing !== "multiples") return { ...shown, ...look };
  return { ...shown, ...look, panels: shown.panels.map((panel) => ({ ...panel, ...look })) };
}

function choosesParts({ from, to, hide, notes, labels }: ChartView): boolean {
  return from !== null || to !== null || hide.size > 0 || notes.length > 0 || labels !== "on";
}

/** The chart with the choices of `view`; the same model if there are none. */
export function viewChart(model: ChartModel, view: ChartView): ChartModel {
  let shown = withType(choosesParts(view) ? viewParts(model, view) : model, view.type);
  if (view.title !== null) shown = withTitle(shown, view.title, view);
  if (view.colour !== null) shown = withLook(shown, { colour: view.colour });
  if (view.typeface !== "sans") shown = withLook(shown, { typeface: view.typeface });
  if (view.logo !== null) shown = { ...shown, logo: view.logo };
  if (view.source !== null) shown = withSource(shown, view.source, view);
  return view.footnote === null ? shown : withFootnote(shown, view.footnote, view);
}
