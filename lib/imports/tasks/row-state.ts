// What a row of a task table promises: figures, steps, a yes-no, nothing yet.
import type { MetricKind } from "@/lib/domain/targets/types";
import type { RowFigures } from "@/lib/imports/tasks/figures";
import type { Layout } from "@/lib/imports/tasks/layout";
import type { RowNames } from "@/lib/imports/tasks/names";
import type { TableFacts } from "@/lib/imports/tasks/read-row";
import { type Problem, problem } from "@/lib/imports/tasks/results";
import { nameColumn, type TableRow } from "@/lib/imports/tasks/row-kinds";
import { isDash } from "@/lib/imports/tasks/value-cell";

export type State = "figures" | "milestone" | "yes-no" | "missing" | "relative" | "fault";

export function stateOf(
  facts: TableFacts,
  row: TableRow,
  figures: RowFigures,
  names: RowNames,
  steps: readonly unknown[],
): State {
  const { layout } = facts;
  if (figures.quantities.length > 0) return "figures";
  if (figures.reading === "fault") return "fault";
  if (figures.reading === "pending") return "missing";
  if (figures.reading === "relative") return "relative";
  if (figures.reading === "standing") return "yes-no";
  if (steps.length > 0) return "milestone";
  if (figures.reading === "answer") return "yes-no";
  const unit = row.textAt(layout.unit);
  const hasUnit = !isDash(unit) || names.unit !== null;
  if (figures.reading === "words") return facts.isNumeric && (hasUnit || layout.unit === null) ? "fault" : "yes-no";
  const isUnnamed = layout.metric !== null && isDash(row.textAt(layout.metric));
  return !hasUnit && (isUnnamed || (layout.unit !== null && unit !== "")) ? "yes-no" : "missing";
}

export const KIND_OF_STATE: Partial<Record<State, MetricKind>> = { milestone: "milestone", "yes-no": "yes-no" };

export function stateProblems(state: State, row: TableRow, figures: RowFigures, layout: Layout): Problem[] {
  const cell = row.addressOf(figures.column ?? nameColumn(layout));
  if (state === "fault") return [problem(cell, "not-a-number")];
  if (state === "missing") return [problem(cell, "value-missing")];
  return state === "relative" ? [problem(cell, "relative-value")] : [];
}
