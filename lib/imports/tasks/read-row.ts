// One row of a task table: a target for each of its quantities.

import { mustHold } from "@/lib/imports/grammar/better-words";
import type { NamedDepartment } from "@/lib/imports/grammar/department-names";
import { readBaseline } from "@/lib/imports/tasks/baselines";
import { figureProblems } from "@/lib/imports/tasks/checks";
import type { MappedColumn } from "@/lib/imports/tasks/columns";
import { readDue } from "@/lib/imports/tasks/due-dates";
import { figuresOf, growthIn, type RowFigures } from "@/lib/imports/tasks/figures";
import { kindOf } from "@/lib/imports/tasks/kinds";
import type { Layout } from "@/lib/imports/tasks/layout";
import { countedBy, namesOf, type RowNames } from "@/lib/imports/tasks/names";
import { otherFigures } from "@/lib/imports/tasks/other-figures";
import { readOwners } from "@/lib/imports/tasks/owners";
import { type PlanCell, type PlanForm, planCells, stepsOf } from "@/lib/imports/tasks/plan-points";
import { totalsOf } from "@/lib/imports/tasks/plan-totals";
import { type Problem, problem, type TaskTarget, verdictOf } from "@/lib/imports/tasks/results";
import { nameColumn, type TableRow } from "@/lib/imports/tasks/row-kinds";
import { KIND_OF_STATE, type State, stateOf, stateProblems } from "@/lib/imports/tasks/row-state";
import { joinUnits, usualUnit } from "@/lib/imports/tasks/scales";
import type { NamedQuantity } from "@/lib/imports/tasks/sentences";
import { inHanUnits, yearPoints } from "@/lib/imports/tasks/target-units";
import { isDash } from "@/lib/imports/tasks/value-cell";

/** What a row needs to know about its table. */
export interface TableFacts {
  readonly layout: Layout;
  readonly departments: readonly NamedDepartment[];
  readonly planForm: PlanForm;
  /** Most rows have figures, so that words are a fault. */
  readonly isNumeric: boolean;
  /** The usual percentage of the table, to find 0.98 among 95 and 97. */
  readonly usualPercent: number | null;
}

export interface TaskRow {
  readonly row: TableRow;
  readonly section: string | null;
  readonly isHidden: boolean;
}

/** The unit of the row: of its unit column, its metric's parentheses, the column's heading, a note above the table. */
export function rowUnit(
  { layout }: TableFacts,
  row: TableRow,
  names: RowNames,
  column: MappedColumn | null,
): string | null {
  const written = row.textAt(layout.unit);
  const isNone = isDash(written) || /^(?:无|n\/?a)$/iu.test(written);
  const own = isNone ? null : usualUnit(written);
  const given =
    own ??
    (names.unit === null ? null : usualUnit(names.unit)) ??
    (column?.unit == null ? null : usualUnit(column.unit));
  return (
    given ??
    (layout.unit === null &&
    layout.unitNote !== null &&
    column !== null &&
    column.role !== "title" &&
    column.role !== "metric"
      ? usualUnit(layout.unitNote)
      : null)
  );
}

function metricOf(
  { layout }: TableFacts,
  names: RowNames,
  quantity: NamedQuantity | null,
  figures: RowFigures,
): string {
  const isSentence =
    figures.column !== null &&
    figures.column !== layout.value &&
    figures.column !== layout.lower &&
    figures.column !== layout.growth;
  const own = quantity?.metric ?? "";
  if (own.length >= 2 && (isSentence || figures.quantities.length > 1 || (layout.metric === null && own.length > 3)))
    return own;
  if (layout.metric !== null || layout.value === null) return names.metric;
  const counted = countedBy(layout.value.parts.at(-1) ?? "");
  return counted.length >= 2 && quantity !== null && !names.metric.endsWith(counted)
    ? `${names.metric}${counted}`
    : names.metric;
}

function nameProblems({ layout }: TableFacts, row: TableRow, names: RowNames): Problem[] {
  const column = layout.titles.at(-1) ?? layout.metric;
  const isBlank =
    names.title === "" || (layout.titles.length > 0 && layout.titles.every((one) => row.textAt(one) === ""));
  return isBlank ? [problem(row.addressOf(column), "missing-title")] : [];
}

interface Shared {
  readonly names: RowNames;
  readonly figures: RowFigures;
  readonly state: State;
  readonly cells: readonly PlanCell[];
  readonly problems: readonly Problem[];
  readonly count: number;
  readonly growth: NamedQuantity | null;
}

function withGrowth(quantity: NamedQuantity, growth: NamedQuantity | null): NamedQuantity {
  const takesGrowth =
    growth !== null && quantity.form === "level" && quantity.growthPct === null && quantity.unit !== "%";
  return takesGrowth ? { ...quantity, growthPct: growth.growthPct } : quantity;
}

function targetOf(
  facts: TableFacts,
  { row, section }: TaskRow,
  shared: Shared,
  quantity: NamedQuantity | null,
  index: number,
): Omit<TaskTarget, "owner" | "supporting" | "furtherLeads" | "unlinked"> {
  const { layout } = facts;
  const { names, figures, state, cells } = shared;
  const metric = metricOf(facts, names, quantity, figures);
  const given = rowUnit(facts, row, names, figures.column);
  const joined = quantity === null ? (given ?? "") : quantity.form === "growth" ? "%" : joinUnits(quantity.unit, given);
  const kind =
    KIND_OF_STATE[state] ??
    kindOf({ metric, unit: joined, form: quantity?.form ?? null, unitText: row.textAt(layout.unit) });
  const unit = kind === "rank" ? "位" : kind === "growth" ? "%" : KIND_OF_STATE[state] === undefined ? joined : "";
  const isSingle = shared.count === 1;
  const full =
    quantity === null
      ? null
      : withGrowth(
          quantity,
          isSingle && kind !== "ratio" && kind !== "rank" && kind !== "growth" ? shared.growth : null,
        );
  const due = readDue(layout, row, metric, index, shared.count);
  const baseline = readBaseline(layout, row, { unit, given, kind, index, count: shared.count });
  const plan =
    full === null || !isSingle
      ? null
      : totalsOf({
          cells,
          form: facts.planForm,
          kind,
          value: full.value,
          upperValue: full.upperValue,
          unit,
          columnUnit: given ?? unit,
        });
  const years = full === null || !isSingle ? [] : yearPoints(layout, row);
  const growthPct = kind === "growth" ? (full?.growthPct ?? full?.value ?? null) : (full?.growthPct ?? null);
  const problems = [
    ...shared.problems,
    ...due.problems,
    ...(plan?.mismatch == null || (full !== null && full.value < 0)
      ? []
      : [problem(row.addressOf(plan.mismatch.column), "plan-mismatch")]),
    ...figureProblems(facts, row, {
      quantity: full,
      kind,
      unit,
      metric,
      given,
      baseline: baseline?.value ?? null,
      column: figures.column,
    }),
  ];
  const others = full === null || !isSingle ? [] : otherFigures(layout, row, { baseline, plan, unit: given });
  const stretchCell = layout.stretch === null || !isSingle ? null : (row.at(layout.stretch)?.cell.number ?? null);
  return {
    sheet: layout.block.area.sheet.name,
    row: row.line,
    title: names.title === "" ? null : names.title,
    metric: metric === "" ? null : metric,
    unit: unit === "" ? null : unit,
    kind,
    comparator: kind === "rank" ? "within-rank" : (full?.comparator ?? "equal"),
    value: full?.value ?? null,
    upperValue: full?.upperValue ?? null,
    stretchValue: full?.stretchValue ?? stretchCell,
    baselineValue: full === null && state !== "missing" && state !== "relative" ? null : (baseline?.value ?? null),
    baselineYear: baseline?.year ?? null,
    growthPct,
    ...(others.length > 0 && { otherFigures: others }),
    ...(mustHold(row.textAt(layout.value)) && { mustHold: true }),
    year: Number(due.dueOn.slice(0, 4)),
    dueOn: due.dueOn,
    planPoints: years.length > 0 ? years : (plan?.points ?? []),
    steps: state === "milestone" ? stepsOf(cells) : [],
    responsible: row.textAt(layout.responsible) || null,
    leader: row.textAt(layout.leader) || null,
    remarks: row.textAt(layout.remarks) || null,
    section,
    serial: row.textAt(layout.serial) || null,
    problems,
    verdict: verdictOf(problems),
  };
}

/** The targets of a row, without comparing it with other rows. */
export function readRow(facts: TableFacts, task: TaskRow): TaskTarget[] {
  const { layout } = facts;
  const { row } = task;
  const names = namesOf(layout, row);
  const found = figuresOf(layout, row, names);
  const growth = growthIn(layout, row);
  const figures =
    found.quantities.length === 0 && growth !== null && found.reading === "blank"
      ? { quantities: [growth], reading: "quantities" as const, column: layout.growth }
      : found;
  const cells = planCells(layout, row);
  const state = stateOf(facts, row, figures, names, stepsOf(cells));
  const owners = readOwners(layout, row, facts.departments);
  const hidden = task.isHidden ? [problem(row.addressOf(nameColumn(layout)), "hidden-row")] : [];
  const problems = [
    ...nameProblems(facts, row, names),
    ...owners.problems,
    ...hidden,
    ...stateProblems(state, row, figures, layout),
  ];
  const quantities: readonly (NamedQuantity | null)[] = figures.quantities.length === 0 ? [null] : figures.quantities;
  const shared: Shared = { names, figures, state, cells, problems, count: quantities.length, growth };
  return quantities.map((quantity, index) =>
    inHanUnits({
      ...targetOf(facts, task, shared, quantity, index),
      owner: owners.owner,
      supporting: owners.supporting,
      furtherLeads: owners.furtherLeads,
      unlinked: owners.unlinked,
    }),
  );
}
