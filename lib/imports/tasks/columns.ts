// The role of each column of a table, from its heading and from what its cells hold.
import { matchDepartment, type NamedDepartment, splitDepartments } from "@/lib/imports/grammar/department-names";
import type { Block, Column } from "@/lib/imports/tasks/blocks";
import { headingRemark, headingWords, type Role, roleOfHeading } from "@/lib/imports/tasks/headings";
import { type Period, readPeriod } from "@/lib/imports/tasks/periods";
import { isUnitText } from "@/lib/imports/tasks/unit-text";
import { isDash, readValue } from "@/lib/imports/tasks/value-cell";

export interface MappedColumn extends Column {
  readonly role: Role;
  /** Of a plan, value or baseline column. */
  readonly period: Period | null;
  /** In the heading's parentheses: 2024年目标（亿元）. */
  readonly unit: string | null;
  /** The department that the heading names, in a table by district. */
  readonly department: string | null;
}

export interface ColumnContent {
  readonly filled: number;
  /** Shares of the filled cells, 0 to 1. */
  readonly departments: number;
  readonly quantities: number;
  readonly numbers: number;
  readonly long: number;
  /** Distinct texts per filled cell; merged cells count for every row. */
  readonly distinct: number;
}

const SAMPLE = 80;

export function contentOf(block: Block, index: number, departments: readonly NamedDepartment[]): ColumnContent {
  const texts: string[] = [];
  const counts = { departments: 0, quantities: 0, numbers: 0, long: 0 };
  for (let row = block.headBottom + 1; row < block.end && texts.length < SAMPLE; row += 1) {
    const { cell, left } = block.area.at(row, index);
    if (cell.text === "" || isDash(cell.text) || left !== index) continue;
    texts.push(cell.text);
    const parts = splitDepartments(cell.text, departments);
    if (parts.some(({ match, isCollective }) => match !== null || isCollective)) counts.departments += 1;
    if (readValue(cell).kind === "quantities") counts.quantities += 1;
    if (cell.number !== null) counts.numbers += 1;
    if (cell.text.length > 10) counts.long += 1;
  }
  const share = (count: number) => (texts.length === 0 ? 0 : count / texts.length);
  return {
    filled: texts.length,
    departments: share(counts.departments),
    quantities: share(counts.quantities),
    numbers: share(counts.numbers),
    long: share(counts.long),
    distinct: share(new Set(texts).size),
  };
}

const PLAN_WORDS =
  /进度|计划|序时|节点|分季度|分月|分解|季度|月度|里程碑|plan|milestone|profile|trajectory|quarter|phas/iu;
const TARGET_WORDS = /目标|计划|任务|预期|target|plan/iu;
const ACTUAL_WORDS = /实绩|实际|完成|累计|当月|本月|推进|进展|actual|achieved|result|outturn|to date|progress/iu;

function periodRole({ parts }: Column, period: Period): Role {
  const all = parts.join(" ");
  if (period.form === "year") return "plan";
  if (ACTUAL_WORDS.test(all) && !PLAN_WORDS.test(all) && !TARGET_WORDS.test(all)) return "total";
  return "plan";
}

/** The first guess, from the heading alone; the lowest line decides. */
function roleFromHeading(column: Column, isReturn: boolean): { role: Role; period: Period | null } {
  const [last = "", ...above] = [...column.parts].reverse();
  const words = headingWords(last);
  const period = readPeriod(words);
  const own = roleOfHeading(last, isReturn);
  if (
    period !== null &&
    (own === null || own === "plan" || above.length > 0 || period.form !== "year") &&
    own !== "baseline" &&
    own !== "growth" &&
    own !== "last-year"
  ) {
    if (own !== "value" || above.some((text) => PLAN_WORDS.test(text)))
      return { role: periodRole(column, period), period };
  }
  if (own !== null) return { role: own, period };
  const upper = above.map((text) => roleOfHeading(text, isReturn)).find((role) => role !== null);
  return { role: upper ?? "other", period };
}

function withContent(role: Role, content: ColumnContent, hasDepartments: boolean, heading: string): Role {
  const { departments, filled } = content;
  if (
    role === "value" &&
    filled > 0 &&
    content.quantities < 0.25 &&
    (content.long > 0.5 || /任务|工作/u.test(heading))
  ) {
    return "title";
  }
  if (filled === 0 || !hasDepartments) return role;
  const isOwner = role === "owner" || role === "responsible-unit" || role === "supporting";
  if (isOwner && departments < 0.15 && filled >= 4) return "responsible";
  if ((role === "unit" || role === "responsible" || role === "other") && departments >= 0.6) return "responsible-unit";
  return role;
}

/** Every column with its role; a heading that names a department is a column of a table by district. */
export function mapColumns(block: Block, departments: readonly NamedDepartment[], isReturn = false): MappedColumn[] {
  const mapped = block.columns.map((column): MappedColumn => {
    const { role, period } = roleFromHeading(column, isReturn);
    const last = column.parts.at(-1) ?? "";
    const match = last === "" || role !== "other" ? null : matchDepartment(last, departments);
    const remark = column.parts.map(headingRemark).findLast((text) => text !== null && isUnitText(text)) ?? null;
    const content = contentOf(block, column.index, departments);
    const isCovered =
      column.parts.length > 0 &&
      content.filled === 0 &&
      block.area.at(block.headBottom, column.index).left !== column.index;
    return {
      ...column,
      role: isCovered ? "other" : withContent(role, content, departments.length > 0, last),
      period,
      unit: remark,
      department: match?.department.name ?? null,
    };
  });
  return mapped;
}
