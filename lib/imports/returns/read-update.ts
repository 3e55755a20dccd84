// One row of a return: an update for each target that it reports on.
import type { ReturnRow, ReturnTable } from "@/lib/imports/returns/read-returns";
import {
  figureChecks,
  isOutOfRange,
  isPastChanged,
  isTargetChanged,
  lastValue,
} from "@/lib/imports/returns/return-checks";
import { type CellFigure, type FigureScale, figuresFor } from "@/lib/imports/returns/row-figures";
import { statedDay, wordsOf } from "@/lib/imports/returns/row-words";
import { doneByWords, stepsByWords } from "@/lib/imports/returns/words-done";
import type { MappedColumn } from "@/lib/imports/tasks/columns";
import type { KnownTarget } from "@/lib/imports/tasks/context";
import { type Problem, problem, type ReturnUpdate, verdictOf } from "@/lib/imports/tasks/results";
import { nameColumn } from "@/lib/imports/tasks/row-kinds";
import { usualUnit } from "@/lib/imports/tasks/scales";
import { isDash } from "@/lib/imports/tasks/value-cell";

function scaleOf(
  { layout, columns }: ReturnTable,
  { row }: ReturnRow,
  target: KnownTarget,
  column: MappedColumn | null,
): FigureScale {
  const own = row.textAt(layout.unit);
  const unit = isDash(own) ? (column?.unit ?? layout.unitNote) : own;
  if (unit !== null) return { unit: usualUnit(unit), ratio: 1 };
  // 12000 printed for a target of 1.2万个: the table counts in single ones.
  const printed = row.at(columns.target)?.cell;
  const value = Number(target.value ?? 0);
  if (printed?.number == null || value === 0) return { unit: null, ratio: 1 };
  const ratio = value / printed.number;
  const power = Math.log10(ratio);
  return { unit: null, ratio: Math.abs(power - Math.round(power)) < 1e-6 ? ratio : 1 };
}

interface RowCells {
  readonly column: MappedColumn | null;
  readonly asOf: string;
  readonly figures: readonly CellFigure[];
  /** The cell for this period says that nothing was reported; the figures are of an earlier one. */
  readonly unreportedCell: string | null;
}

function figuresAt(table: ReturnTable, row: ReturnRow, column: MappedColumn | null): CellFigure[] {
  const cell = row.row.at(column)?.cell;
  if (cell === undefined) return [];
  // Figures are read once per scale; targets of one row share their cell.
  const all = row.targets.map((target) => figuresFor(cell, row.targets, scaleOf(table, row, target, column)));
  return row.targets.map(
    (_, index) => all[index]?.[index] ?? { value: null, reading: "blank", step: 0, isWhole: false },
  );
}

/** The last period that was reported: with columns of several months, the last one with a figure. */
function reportedCells(table: ReturnTable, row: ReturnRow): RowCells {
  const [last, ...earlier] = [...table.columns.totals].reverse();
  if (last === undefined) return { column: null, asOf: table.columns.asOf, figures: [], unreportedCell: null };
  const figures = figuresAt(table, row, last.column);
  const text = row.row.textAt(last.column);
  const isUnreported = figures.some(
    ({ reading }) => reading === "not-reported" || (reading === "blank" && isDash(text)),
  );
  if (isUnreported && earlier.length > 0) {
    for (const one of earlier) {
      const found = figuresAt(table, row, one.column);
      if (found.some(({ value }) => value !== null)) {
        return { column: one.column, asOf: one.asOf, figures: found, unreportedCell: row.row.addressOf(last.column) };
      }
    }
  }
  return { column: last.column, asOf: last.asOf, figures, unreportedCell: null };
}

interface Value {
  readonly value: number | null;
  readonly stepsDone: readonly string[];
  readonly problems: readonly Problem[];
  /** The row says nothing about this target. */
  readonly isSilent: boolean;
}

const SILENT: Value = { value: null, stepsDone: [], problems: [], isSilent: true };

function wordedValue(target: KnownTarget, text: string, note: string, number: number | null): Value {
  if (target.kind === "milestone") {
    const stepsDone = stepsByWords(`${text}，${note}`, target.steps ?? []);
    return stepsDone.length === 0 && text === "" ? SILENT : { ...SILENT, stepsDone, isSilent: false };
  }
  const done =
    number === 0 || number === 1
      ? number
      : number === 100
        ? 1
        : (doneByWords(text) ?? (text === "" || doneByWords(note) !== null ? doneByWords(note) : 0));
  return done === null ? SILENT : { ...SILENT, value: done, isSilent: false };
}

function statedValue(table: ReturnTable, row: ReturnRow, cells: RowCells, index: number): Value {
  const target = row.targets[index];
  const figure = cells.figures[index] ?? null;
  const { row: line } = row;
  if (target === undefined) return SILENT;
  const text = line.textAt(cells.column);
  const note = table.columns.notes.map((one) => line.textAt(one)).join("，");
  if (target.kind === "milestone" || target.kind === "yes-no")
    return wordedValue(target, isDash(text) ? "" : text, note, figure?.value ?? null);
  const current = figuresAt(table, row, table.columns.current)[index] ?? null;
  const cell = line.addressOf(cells.column ?? table.columns.current);
  if (figure?.value == null) {
    const isBlank =
      figure === null ||
      figure.reading === "blank" ||
      figure.reading === "not-reported" ||
      figure.reading === "pending";
    if (!isBlank) return { ...SILENT, problems: [problem(cell, "not-a-number")], isSilent: false };
    if (current?.value == null) {
      const isFault =
        current !== null &&
        current.reading !== "blank" &&
        current.reading !== "not-reported" &&
        current.reading !== "pending";
      return isFault
        ? { ...SILENT, problems: [problem(line.addressOf(table.columns.current), "not-a-number")], isSilent: false }
        : SILENT;
    }
    const value =
      target.kind === "cumulative" ? Number(((lastValue(target) ?? 0) + current.value).toPrecision(12)) : current.value;
    const isMissing = cells.column !== null && target.kind === "cumulative";
    return { value, stepsDone: [], problems: isMissing ? [problem(cell, "cumulative-missing")] : [], isSilent: false };
  }
  if (isOutOfRange(target, figure.value))
    return { ...SILENT, problems: [problem(cell, "out-of-range")], isSilent: false };
  return { value: figure.value, stepsDone: [], problems: [], isSilent: false };
}

function otherProblems(table: ReturnTable, row: ReturnRow, cells: RowCells, index: number): Problem[] {
  const target = row.targets[index];
  if (target === undefined) return [];
  const problems: Problem[] = [];
  const { columns, layout } = table;
  for (const { column, asOf } of columns.totals) {
    if (column === cells.column || target.kind === "yes-no" || target.kind === "milestone") continue;
    const past = figuresAt(table, row, column)[index]?.value ?? null;
    if (isPastChanged(target, asOf, past)) problems.push(problem(row.row.addressOf(column), "past-changed"));
  }
  const printed = figuresAt(table, row, columns.target)[index]?.value ?? null;
  if (isTargetChanged(target, printed)) problems.push(problem(row.row.addressOf(columns.target), "target-changed"));
  if (row.owner !== null && row.owner !== target.owner)
    problems.push(problem(row.row.addressOf(layout.owner), "owner-differs"));
  return problems;
}

function unknownRow(table: ReturnTable, row: ReturnRow): ReturnUpdate[] {
  const cell = row.row.addressOf(nameColumn(table.layout));
  const columns = [...table.columns.totals.map(({ column }) => column), table.columns.current];
  if (columns.every((column) => isDash(row.row.textAt(column)))) return [];
  const problems = [problem(cell, "unknown-target")];
  const title = row.row.textAt(nameColumn(table.layout)) || null;
  return [
    {
      sheet: table.layout.block.area.sheet.name,
      row: row.row.line,
      target: null,
      title,
      asOf: table.columns.asOf,
      value: null,
      unit: null,
      stepsDone: [],
      note: null,
      difficulties: null,
      valueCell: cell,
      problems,
      verdict: verdictOf(problems),
    },
  ];
}

/** The updates of a row; none if the row has no figure. */
export function readUpdates(table: ReturnTable, row: ReturnRow): { readonly updates: readonly ReturnUpdate[] } {
  if (row.targets.length === 0) return { updates: unknownRow(table, row) };
  const cells = reportedCells(table, row);
  const stated = statedDay(table, row, cells.column);
  const staleCell = cells.unreportedCell ?? stated.staleCell;
  const asOf = cells.unreportedCell === null ? stated.asOf : cells.asOf;
  const note = wordsOf(table, row, cells.column);
  const difficulties = table.columns.difficulties
    .map((one) => row.row.textAt(one))
    .filter((text) => text !== "")
    .join("；");
  const updates = row.targets.flatMap((target, index): ReturnUpdate[] => {
    const { value, stepsDone, problems: faults, isSilent } = statedValue(table, row, cells, index);
    if (isSilent) return [];
    const totalCell = row.row.addressOf(cells.column);
    const current = figuresAt(table, row, table.columns.current)[index] ?? null;
    const checks =
      value === null || target.kind === "yes-no"
        ? []
        : figureChecks({
            target,
            asOf,
            value,
            total: cells.figures[index] ?? null,
            totalCell,
            current,
            isStale: staleCell !== null,
          });
    const isFaulty = faults.some(({ verdict }) => verdict === "error");
    const problems = [
      ...faults,
      ...(staleCell === null ? [] : [problem(staleCell, "stale")]),
      ...checks,
      ...(isFaulty ? [] : otherProblems(table, row, cells, index)),
      ...(row.isHidden ? [problem(row.row.addressOf(nameColumn(table.layout)), "hidden-row")] : []),
    ];
    return [
      {
        sheet: table.layout.block.area.sheet.name,
        row: row.row.line,
        target: target.code,
        title: target.title,
        asOf,
        value,
        unit: target.unit === "" ? null : target.unit,
        stepsDone,
        note,
        difficulties: difficulties || null,
        valueCell: row.row.addressOf(cells.column ?? table.columns.current),
        problems,
        verdict: verdictOf(problems),
      },
    ];
  });
  return { updates };
}
