// Small multiples: several targets side by side, each with separate scales.

import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { bareSource } from "@/lib/wording/chart-source";
import { countedFinding } from "./chart-finding";
import type {
  ChartCell,
  ChartColumn,
  ChartFrame,
  ChartRow,
  ChartTable,
  LegendItem,
  MultiplesChartModel,
  TargetChartModel,
} from "./chart-model";
import { MISSING, tableNotes } from "./plot-table";

export const MOST_COMPARED = 8;

type Frame = Pick<ChartFrame, "key" | "lang" | "title" | "asOfLabel" | "asOfDay" | "sourceLabel">;

/** One legend for all: the names of the roles, without the values that differ between panels. */
function legendOf(panels: readonly TargetChartModel[], lang: ChartFrame["lang"]): LegendItem[] {
  const t = getTranslator(lang);
  const plain: Partial<Record<LegendItem["swatch"], string>> = {
    reported: t("chart.reported"),
    target: t("chart.target"),
    stretch: t("chart.stretch"),
    expected: t("chart.expected"),
    baseline: t("chart.baselineShort"),
    "last-year": t("chart.last-year"),
    forecast: t("chart.forecast"),
    "target-range": t("chart.target"),
  };
  const items = new Map<string, LegendItem>();
  for (const item of panels.flatMap((panel) => panel.legend)) {
    const isUnprinted = item.isUnprinted === true || items.get(item.swatch)?.isUnprinted === true;
    const name = plain[item.swatch] ?? item.label;
    const label = isUnprinted ? t("chart.someUnprinted", { label: name }) : name;
    items.set(item.swatch, { ...item, label, ...(isUnprinted ? { isUnprinted } : {}) });
  }
  return [...items.values()];
}

/** The panels' titles; those that are equal with the code of their target. */
export function panelTitles(panels: readonly TargetChartModel[]): string[] {
  const titles = panels.map(({ title, panelTitle = title }) => panelTitle);
  return titles.map((title, index) =>
    titles.indexOf(title) === titles.lastIndexOf(title) ? title : `${panels[index]?.key ?? ""} ${title}`,
  );
}

/** Marks of samples and assumptions, in columns where any target has them: each row has those of its target. */
const MARK_KINDS = ["illustrativeLabel", "assumptionLabel"] as const;
type MarkKind = (typeof MARK_KINDS)[number];

type Five = [ChartCell, ChartCell, ChartCell, ChartCell, ChartCell];

/** Both bounds of a `between` in one cell: 60–70. */
function spanCell([low, high]: readonly [ChartCell, ChartCell]): ChartCell {
  if (low.value === null || high.value === null) return MISSING;
  return { value: `${low.value}–${high.value}`, text: `${low.text}–${high.text}` };
}

function rowsOf(panel: TargetChartModel, title: string, kinds: readonly MarkKind[]): ChartRow[] {
  const unit = panel.table.columns.find((column) => column.key === "reported")?.unit ?? "";
  const textCell = (text: string): ChartCell => ({ value: text === "" ? null : text, text });
  const named = [panel.key, title, bareSource(panel.sourceLabel, panel.lang), unit].map(textCell);
  const marks = kinds.map((kind) => textCell(panel[kind] ?? ""));
  const at = (key: string) => panel.table.columns.findIndex((column) => column.key === key);
  return panel.table.rows.map((row): ChartRow => {
    const key = `${panel.key} ${row.key}`;
    if (panel.drawing === "plot") {
      const cellAt = (column: string): ChartCell => row.cells[at(column)] ?? MISSING;
      const bounds = [cellAt("target-low"), cellAt("target-high")] as const;
      const target = at("target-low") === -1 ? cellAt("target") : spanCell(bounds);
      const { comparatorLabel: how } = panel;
      const comparator = { value: how === "" ? null : how, text: how };
      const columns = ["date", "reported", "expected", "baseline", "note"];
      const [date, reported, expected, baseline, note] = columns.map(cellAt) as Five;
      return { key, cells: [...named, date, reported, expected, comparator, target, baseline, note, ...marks] };
    }
    const [step, planned, state] = [at("step"), at("planned"), at("state")].map((place) => row.cells[place] ?? MISSING);
    const text = [step?.text, state?.text].filter(Boolean).join(getTranslator(panel.lang)("punctuation.colon"));
    const none = [MISSING, MISSING, { value: null, text: "" }, MISSING, MISSING];
    return { key, cells: [...named, planned ?? MISSING, ...none, { value: text, text }, ...marks] };
  });
}

function tableOf(panels: readonly TargetChartModel[], frame: Frame, notes: readonly string[]): ChartTable {
  const t = getTranslator(frame.lang);
  const number = { type: "number", unit: null } as const;
  const titles = panelTitles(panels);
  const kinds = MARK_KINDS.filter((kind) => panels.some((panel) => panel[kind] !== null));
  const markColumns: Record<MarkKind, ChartColumn> = {
    illustrativeLabel: { key: "sample", label: t("chart.sampleColumn"), type: "text", unit: null },
    assumptionLabel: { key: "assumption", label: capitalized(t("target.assumed")), type: "text", unit: null },
  };
  return {
    caption: frame.title,
    columns: [
      { key: "code", label: t("chart.codeColumn"), type: "text", unit: null },
      { key: "panel", label: t("chart.targetColumn"), type: "text", unit: null },
      { key: "source", label: t("chart.sourceColumn"), type: "text", unit: null },
      { key: "unit", label: t("chart.unitColumn"), type: "text", unit: null },
      { key: "date", label: t("chart.date"), type: "date", unit: null },
      { key: "reported", label: t("chart.reported"), ...number },
      { key: "expected", label: t("chart.expected"), ...number },
      { key: "comparator", label: t("chart.comparatorColumn"), type: "text", unit: null },
      { key: "target", label: t("chart.targetValueColumn"), ...number },
      { key: "baseline", label: t("chart.baselineShort"), ...number },
      { key: "note", label: t("chart.note"), type: "text", unit: null },
      ...kinds.map((kind) => markColumns[kind]),
    ],
    rows: panels.flatMap((panel, index) => rowsOf(panel, titles[index] ?? "", kinds)),
    notes,
  };
}

/** @param panels at least two targets' charts in one language, at most MOST_COMPARED. */
export function composeMultiples(panels: readonly TargetChartModel[], frame: Frame): MultiplesChartModel {
  const t = getTranslator(frame.lang);
  const illustrativeLabel = panels.find((panel) => panel.illustrativeLabel !== null)?.illustrativeLabel ?? null;
  const assumptions = panels.flatMap((panel) => panel.assumptionLabel ?? []);
  const assumptionLabel = assumptions.length === 0 ? null : assumptions.join(t("punctuation.semicolon"));
  // All panels have the same notes.
  const annotations = [...new Set(panels.flatMap((panel) => panel.annotations ?? []))];
  const { asOfLabel, asOfDay, sourceLabel } = frame;
  const lights = panels.flatMap(({ finding }) => finding.light ?? []);
  const finding = countedFinding(lights.length < panels.length ? [] : lights.map(({ light }) => light), frame.lang);
  const notes = [...tableNotes({ asOfLabel, sourceLabel, illustrativeLabel, assumptionLabel }), ...annotations];
  return {
    drawing: "multiples",
    key: frame.key,
    lang: frame.lang,
    title: frame.title,
    finding,
    identityLabel: "",
    unitLabel: "",
    asOfLabel,
    ...(asOfDay === undefined ? {} : { asOfDay }),
    sourceLabel,
    illustrativeLabel,
    assumptionLabel,
    annotations,
    emptyLabel: panels.length === 0 ? t("chart.noTargets") : null,
    description: `${frame.title}${t("punctuation.colon")}${finding.text === "" ? "" : `${capitalized(finding.text)}${t("punctuation.stop")}`}${panels.map((panel) => panel.description).join(" ")}`,
    legend: legendOf(panels, frame.lang),
    table: tableOf(panels, frame, notes),
    panels,
  };
}

export interface MultiplesGrid {
  readonly columns: number;
  readonly rows: number;
}

/** A narrower panel is not readable. */
const NARROWEST_PANEL = 280;

/** The number of columns for a picture of that width. */
export function multiplesGrid(count: number, width: number): MultiplesGrid {
  const fitting = Math.max(1, Math.floor(width / NARROWEST_PANEL));
  const rows = Math.max(1, Math.ceil(count / fitting));
  return { columns: Math.max(1, Math.ceil(count / rows)), rows };
}
