// Checks of a target's figures, and of rows against earlier rows.
import type { MetricKind } from "@/lib/domain/targets/types";
import { isCountUnit } from "@/lib/domain/units/units";
import type { MappedColumn } from "@/lib/imports/tasks/columns";
import type { TableFacts } from "@/lib/imports/tasks/read-row";
import { type Problem, problem, type TaskTarget, verdictOf } from "@/lib/imports/tasks/results";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";
import { convertValue } from "@/lib/imports/tasks/scales";
import type { NamedQuantity } from "@/lib/imports/tasks/sentences";

export interface FigureInput {
  readonly quantity: NamedQuantity | null;
  readonly kind: MetricKind;
  readonly unit: string;
  readonly metric: string;
  readonly given: string | null;
  readonly baseline: number | null;
  readonly column: MappedColumn | null;
}

const MAY_EXCEED = /完成率|增长|增速|达产|负荷|产销率|倍|growth|change|occupancy/iu;

/** Levels, ratios and growth may be negative (balances, net migration, −13.5%); counts and totals of a table may not. */
function isOutOfRange({ quantity, kind, metric, unit }: FigureInput): boolean {
  if (quantity === null) return false;
  const most = Math.max(quantity.value, quantity.upperValue ?? quantity.value);
  if (kind === "ratio" && most > 100 && !MAY_EXCEED.test(metric)) return true;
  const mayBeNegative = kind === "growth" || kind === "ratio" || (kind === "level" && !isCountUnit(unit));
  return quantity.value < 0 && !mayBeNegative;
}

/** 0.98 without a percent format among values such as 95 and 97. */
function hasPercentScale(
  facts: TableFacts,
  row: TableRow,
  { quantity, kind, metric, baseline, column }: FigureInput,
): boolean {
  const cell = row.at(column)?.cell;
  if (
    quantity === null ||
    (kind !== "ratio" && kind !== "growth") ||
    cell === undefined ||
    cell.isPercent ||
    cell.number === null ||
    /%/u.test(cell.text)
  )
    return false;
  if (quantity.value <= 0 || quantity.value > 1) return false;
  if (baseline !== null) return baseline / quantity.value > 20;
  return (
    facts.usualPercent !== null &&
    facts.usualPercent >= 10 &&
    /率|占比|比重|比例|满意|覆盖|rate|share|satisf|coverage/iu.test(metric)
  );
}

function isBaselineMismatch({ quantity, kind, baseline }: FigureInput): boolean {
  if (quantity === null || baseline === null || baseline <= 0 || quantity.growthPct === null) return false;
  if (kind !== "cumulative" && kind !== "level") return false;
  const expected = (quantity.value / baseline - 1) * 100;
  return Math.abs(expected - quantity.growthPct) > 0.6 + 0.05 * Math.abs(quantity.growthPct);
}

export function figureProblems(facts: TableFacts, row: TableRow, input: FigureInput): Problem[] {
  const { layout } = facts;
  const problems: Problem[] = [];
  const cell = row.addressOf(input.column);
  if (isOutOfRange(input)) problems.push(problem(cell, "out-of-range"));
  const needsUnit = input.quantity !== null && input.kind !== "rank" && input.quantity.form !== "growth";
  const hasUnit =
    input.quantity !== null && input.quantity.unit !== "" && !/^(?:万|亿|千万|百万|万亿)$/u.test(input.quantity.unit);
  if (needsUnit && !hasUnit && layout.unit !== null && row.textAt(layout.unit) === "" && input.given === null) {
    problems.push(problem(row.addressOf(layout.unit), "unit-missing"));
  }
  if (hasPercentScale(facts, row, input)) problems.push(problem(cell, "percent-scale"));
  if (isBaselineMismatch(input))
    problems.push(problem(row.addressOf(layout.growth ?? input.column), "baseline-mismatch"));
  return problems;
}

const plain = (text: string | null) =>
  (text ?? "")
    .normalize("NFKC")
    .replace(/[\s\p{P}]/gu, "")
    .toLowerCase();

function sameFigures(one: TaskTarget, other: TaskTarget): boolean {
  if (one.value === null || other.value === null) return one.value === other.value && one.dueOn === other.dueOn;
  const value = convertValue(other.value, other.unit ?? "", one.unit ?? "");
  return (
    value !== null &&
    Math.abs(value - one.value) < 1e-9 * Math.max(1, Math.abs(one.value)) &&
    one.upperValue === other.upperValue
  );
}

/** Marks rows that repeat an earlier row of their table, with the same or another figure. */
export function compareRows(targets: readonly TaskTarget[], addressOf: (row: number) => string): TaskTarget[] {
  const earlier = new Map<string, TaskTarget[]>();
  return targets.map((target) => {
    const metric = plain(target.metric);
    const sentence = plain((target.title ?? "").replace(/[\d.,，%]+/gu, ""));
    // A sentence with figures names the same task when only its figures change.
    const key = `${/\d/u.test(target.title ?? "") && metric !== "" ? "" : sentence}|${metric}|${target.owner ?? ""}`;
    const alike = earlier.get(key) ?? [];
    const seen = alike.filter(({ row }) => row !== target.row);
    alike.push(target);
    earlier.set(key, alike);
    if (metric === "" || target.owner === null || seen.length === 0) return target;
    const kind = seen.some((one) => sameFigures(one, target)) ? "duplicate-row" : "conflicting-row";
    const problems = [...target.problems, problem(addressOf(target.row), kind)];
    return { ...target, problems, verdict: verdictOf(problems) };
  });
}
