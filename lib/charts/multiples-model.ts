// Several targets side by side, each on its own scales: small multiples.
import type {
  ChartCell,
  ChartFrame,
  ChartRow,
  ChartTable,
  LegendItem,
  MultiplesChartModel,
  TargetChartModel,
} from "@/lib/charts/chart-model";
import { chartWords } from "@/lib/charts/chart-words";
import { MISSING, tableNotes } from "@/lib/charts/plot-table";

export const MOST_COMPARED = 8;

type Frame = Pick<ChartFrame, "key" | "lang" | "title" | "asOfLabel" | "sourceLabel">;

/** One legend for all: the words of the roles, without the values that differ from panel to panel. */
function legendOf(panels: readonly TargetChartModel[], lang: ChartFrame["lang"]): LegendItem[] {
  const words = chartWords(lang);
  const plain: Partial<Record<LegendItem["swatch"], string>> = {
    reported: words.reported,
    target: words.target,
    stretch: words.stretch,
    expected: words.expected,
    baseline: words.baselineShort,
    "last-year": words.lastYear,
    forecast: words.forecast,
    "target-range": words.target,
  };
  const items = new Map<string, LegendItem>();
  for (const item of panels.flatMap((panel) => panel.legend)) {
    items.set(item.swatch, { ...item, label: plain[item.swatch] ?? item.label });
  }
  return [...items.values()];
}

const COLUMNS = ["reported", "expected", "target"] as const;

function rowsOf(panel: TargetChartModel): ChartRow[] {
  const unit = panel.table.columns.find((column) => column.key === "reported")?.unit ?? "";
  const named: ChartCell[] = [panel.title, unit].map((text) => ({ value: text === "" ? null : text, text }));
  const at = (key: string) => panel.table.columns.findIndex((column) => column.key === key);
  const places = panel.drawing === "plot" ? ["date", ...COLUMNS, "note"].map(at) : [];
  return panel.table.rows.map((row): ChartRow => {
    const key = `${panel.key} ${row.key}`;
    if (panel.drawing === "plot") {
      return { key, cells: [...named, ...places.map((place) => row.cells[place] ?? MISSING)] };
    }
    const [step, planned, state] = [at("step"), at("planned"), at("state")].map((place) => row.cells[place] ?? MISSING);
    const text = [step?.text, state?.text].filter(Boolean).join(chartWords(panel.lang).colon);
    return { key, cells: [...named, planned ?? MISSING, MISSING, MISSING, MISSING, { value: text, text }] };
  });
}

function tableOf(panels: readonly TargetChartModel[], frame: Frame, notes: readonly string[]): ChartTable {
  const words = chartWords(frame.lang);
  const labels = { reported: words.reported, expected: words.expected, target: words.target };
  return {
    caption: frame.title,
    columns: [
      { key: "panel", label: words.targetColumn, type: "text", unit: null },
      { key: "unit", label: words.unitColumn, type: "text", unit: null },
      { key: "date", label: words.date, type: "date", unit: null },
      ...COLUMNS.map((key) => ({ key, label: labels[key], type: "number", unit: null }) as const),
      { key: "note", label: words.note, type: "text", unit: null },
    ],
    rows: panels.flatMap(rowsOf),
    notes,
  };
}

/** @param panels at least two targets' charts in one language, at most MOST_COMPARED. */
export function composeMultiples(panels: readonly TargetChartModel[], frame: Frame): MultiplesChartModel {
  const words = chartWords(frame.lang);
  const illustrativeLabel = panels.find((panel) => panel.illustrativeLabel !== null)?.illustrativeLabel ?? null;
  // The same notes stand in every panel.
  const annotations = [...new Set(panels.flatMap((panel) => panel.annotations ?? []))];
  const { asOfLabel, sourceLabel } = frame;
  const notes = [...tableNotes({ asOfLabel, sourceLabel, illustrativeLabel }), ...annotations];
  return {
    drawing: "multiples",
    key: frame.key,
    lang: frame.lang,
    title: frame.title,
    subtitle: "",
    unitLabel: "",
    asOfLabel,
    sourceLabel,
    illustrativeLabel,
    annotations,
    emptyLabel: panels.length === 0 ? words.noTargets : null,
    description: `${frame.title}${words.colon}${panels.map((panel) => panel.description).join(" ")}`,
    legend: legendOf(panels, frame.lang),
    table: tableOf(panels, frame, notes),
    panels,
  };
}

export interface MultiplesGrid {
  readonly columns: number;
  readonly rows: number;
}

/** A panel narrower than this says too little. */
const NARROWEST_PANEL = 280;

/** How panels stand in a picture of that width. */
export function multiplesGrid(count: number, width: number): MultiplesGrid {
  const fitting = Math.max(1, Math.floor(width / NARROWEST_PANEL));
  const rows = Math.max(1, Math.ceil(count / fitting));
  return { columns: Math.max(1, Math.ceil(count / rows)), rows };
}
