// Tables by district: a column or a row per department, one target per cell.
import type { NamedDepartment } from "@/lib/imports/grammar/department-names";
import { matchDepartment } from "@/lib/imports/grammar/department-names";
import { contentOf, type MappedColumn } from "@/lib/imports/tasks/columns";
import { readDue } from "@/lib/imports/tasks/due-dates";
import { headingWords } from "@/lib/imports/tasks/headings";
import { kindOf } from "@/lib/imports/tasks/kinds";
import type { Layout } from "@/lib/imports/tasks/layout";
import { countedBy, namesOf } from "@/lib/imports/tasks/names";
import { readOwners } from "@/lib/imports/tasks/owners";
import { rowUnit, type TableFacts, type TaskRow } from "@/lib/imports/tasks/read-row";
import { type NamedCell, type Problem, problem, type TaskTarget, verdictOf } from "@/lib/imports/tasks/results";
import { type TableRow, TOTAL } from "@/lib/imports/tasks/row-kinds";
import { joinUnits, usualUnit } from "@/lib/imports/tasks/scales";
import { readValue } from "@/lib/imports/tasks/value-cell";

interface CellTask {
  readonly column: MappedColumn;
  readonly owner: string | null;
  readonly supporting: readonly string[];
  readonly unlinked: readonly NamedCell[];
  readonly title: string;
  readonly metric: string;
  readonly given: string | null;
  readonly problems: readonly Problem[];
  readonly section: string | null;
}

function cellTarget(layout: Layout, row: TableRow, task: CellTask): TaskTarget | null {
  const place = row.at(task.column);
  const reading = place === null ? null : readValue(place.cell);
  if (reading === null || reading.kind === "blank" || reading.kind === "answer") return null;
  const quantity = reading.kind === "quantities" ? (reading.quantities[0] ?? null) : null;
  const cell = row.addressOf(task.column);
  const unit =
    quantity === null ? (task.given ?? "") : quantity.form === "growth" ? "%" : joinUnits(quantity.unit, task.given);
  const kind = kindOf({ metric: task.metric, unit, form: quantity?.form ?? null, unitText: row.textAt(layout.unit) });
  const due = readDue(layout, row, task.metric, 0, 1);
  const problems = [...task.problems, ...due.problems];
  if (reading.kind === "pending") problems.push(problem(cell, "value-missing"));
  if (reading.kind === "relative") problems.push(problem(cell, "relative-value"));
  if (reading.kind === "fault" || reading.kind === "words") problems.push(problem(cell, "not-a-number"));
  const isTooLarge = quantity !== null && kind === "ratio" && quantity.value > 100;
  if (quantity !== null && kind !== "growth" && (quantity.value < 0 || isTooLarge))
    problems.push(problem(cell, "out-of-range"));
  const isBare = quantity !== null && unit === "" && layout.unit !== null && row.textAt(layout.unit) === "";
  if (isBare) problems.push(problem(row.addressOf(layout.unit), "unit-missing"));
  return {
    sheet: layout.block.area.sheet.name,
    row: row.line,
    title: task.title,
    owner: task.owner,
    supporting: task.supporting,
    furtherLeads: [],
    unlinked: task.unlinked,
    metric: task.metric,
    unit: kind === "rank" ? "位" : unit === "" ? null : unit,
    kind,
    comparator: kind === "rank" ? "within-rank" : (quantity?.comparator ?? "equal"),
    value: quantity?.value ?? null,
    upperValue: quantity?.upperValue ?? null,
    stretchValue: quantity?.stretchValue ?? null,
    baselineValue: null,
    baselineYear: null,
    growthPct: kind === "growth" ? (quantity?.growthPct ?? quantity?.value ?? null) : (quantity?.growthPct ?? null),
    year: Number(due.dueOn.slice(0, 4)),
    dueOn: due.dueOn,
    planPoints: [],
    steps: [],
    responsible: null,
    leader: row.textAt(layout.leader) || null,
    remarks: row.textAt(layout.remarks) || null,
    section: task.section,
    serial: row.textAt(layout.serial) || null,
    problems,
    verdict: verdictOf(problems),
  };
}

/** A row of metrics with a column per department. */
export function readDistrictRow(facts: TableFacts, { row, section }: TaskRow): TaskTarget[] {
  const { layout } = facts;
  const names = namesOf(layout, row);
  const lead = readOwners(layout, row, facts.departments);
  return layout.districts.flatMap((column) => {
    const given = rowUnit(facts, row, names, column);
    const owner = column.department ?? "";
    const supporting = [lead.owner, ...lead.supporting].filter(
      (name): name is string => name !== null && name !== owner,
    );
    const problems = names.metric === "" ? [problem(row.addressOf(layout.metric), "missing-title")] : [];
    return (
      cellTarget(layout, row, {
        column,
        owner,
        supporting,
        unlinked: lead.unlinked,
        title: names.title,
        metric: names.metric,
        given,
        problems,
        section,
      }) ?? []
    );
  });
}

/** The columns of metrics, where each row is a department. */
export function metricColumns(layout: Layout, departments: readonly NamedDepartment[]): readonly MappedColumn[] {
  if (layout.titles.length > 0 || layout.metric !== null || layout.owner === null) return [];
  const found = layout.columns.filter((column) => {
    if (
      column === layout.owner ||
      ["serial", "code", "remarks", "due", "baseline"].includes(column.role) ||
      column.parts.length === 0
    )
      return false;
    if (
      /(?:任务|项目|单位|指标)(?:个)?数$|个数|数量$|合计|小计|total|count/iu.test(
        headingWords(column.parts.at(-1) ?? ""),
      )
    )
      return false;
    return contentOf(layout.block, column.index, departments).quantities >= 0.5;
  });
  return found.length >= 2 || found.some(({ unit }) => unit !== null) ? found : [];
}

/** A row of a department with a column per metric. */
export function readDepartmentRow(
  facts: TableFacts,
  { row, section }: TaskRow,
  columns: readonly MappedColumn[],
): TaskTarget[] {
  const { layout, departments } = facts;
  const name = row.textAt(layout.owner);
  if (name === "" || TOTAL.test(name)) return [];
  const owner = matchDepartment(name, departments)?.department.name ?? null;
  const problems = owner === null ? [problem(row.addressOf(layout.owner), "unknown-department", "error", name)] : [];
  return columns.flatMap((column) => {
    const own = column.parts.filter((text) => countedBy(text) !== "").map((text) => headingWords(text));
    const metric = (own[0] ?? headingWords(column.parts[0] ?? "")).replace(/^20\d{2}年?/u, "");
    const note = layout.unitNote === null ? null : usualUnit(layout.unitNote);
    const given = column.unit === null ? note : usualUnit(column.unit);
    return (
      cellTarget(layout, row, {
        column,
        owner,
        supporting: [],
        unlinked: [],
        title: metric,
        metric,
        given,
        problems,
        section,
      }) ?? []
    );
  });
}
