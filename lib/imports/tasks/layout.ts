// Which column of a table serves what: one column per purpose, several for titles, plans and years.
import type { NamedDepartment } from "@/lib/imports/grammar/department-names";
import type { Block } from "@/lib/imports/tasks/blocks";
import type { ColumnMapping } from "@/lib/imports/tasks/column-roles";
import { type ColumnContent, contentOf, type MappedColumn, mapColumns } from "@/lib/imports/tasks/columns";
import type { Role } from "@/lib/imports/tasks/headings";
import { withMapping } from "@/lib/imports/tasks/mapping";
import { isUnitText } from "@/lib/imports/tasks/unit-text";

export interface Layout {
  readonly block: Block;
  readonly columns: readonly MappedColumn[];
  /** The columns without corrections. */
  readonly recognised: readonly MappedColumn[];
  readonly serial: MappedColumn | null;
  readonly code: MappedColumn | null;
  readonly category: MappedColumn | null;
  /** Joined by a colon: 项目 and 前期工作目标. */
  readonly titles: readonly MappedColumn[];
  readonly metric: MappedColumn | null;
  readonly unit: MappedColumn | null;
  readonly value: MappedColumn | null;
  /** One column per year, in order; the last one is the value. */
  readonly years: readonly MappedColumn[];
  readonly lower: MappedColumn | null;
  readonly upper: MappedColumn | null;
  readonly stretch: MappedColumn | null;
  readonly baseline: MappedColumn | null;
  readonly growth: MappedColumn | null;
  readonly plan: readonly MappedColumn[];
  readonly owner: MappedColumn | null;
  /** The owner column lists all responsible departments, the first one leading. */
  readonly isOwnerList: boolean;
  readonly supporting: readonly MappedColumn[];
  readonly due: MappedColumn | null;
  readonly leader: MappedColumn | null;
  readonly responsible: MappedColumn | null;
  readonly remarks: MappedColumn | null;
  /** One per department, in a table by district. */
  readonly districts: readonly MappedColumn[];
  /** The year of the table; a financial year is the one it ends in. */
  readonly year: number;
  readonly isFinancialYear: boolean;
  /** From a note such as 单位：万元. */
  readonly unitNote: string | null;
}

export function yearsIn(text: string): number[] {
  const financial = text.match(/(20\d{2})\s*[-/–]\s*(\d{2})(?!\d)/u);
  if (financial !== null && Number(financial[2]) === (Number(financial[1]) + 1) % 100)
    return [Number(financial[1]) + 1];
  return (text.normalize("NFKC").match(/20\d{2}/gu) ?? []).map(Number);
}

const FINANCIAL = /20\d{2}\s*[-/–]\s*\d{2}(?![\d-])|\bFY\s*\d{2}|financial year|fiscal year/iu;

/** Whether the table's year ends in March: 2024/25, FY25. */
function isFinancial(block: Block, columns: readonly MappedColumn[]): boolean {
  const texts = [...columns.filter(({ role }) => role === "value").flatMap(({ parts }) => parts), ...block.captions];
  return texts.some((text) => FINANCIAL.test(text) && !/\p{Script=Han}/u.test(text));
}

/** The table's year: of its value column, its title, its sheet's name; otherwise `fallback`. */
function tableYear(block: Block, columns: readonly MappedColumn[], fallback: number): number {
  const valueYears = columns.filter(({ role }) => role === "value").flatMap(({ parts }) => yearsIn(parts.join(" ")));
  if (valueYears.length > 0) return Math.max(...valueYears);
  const titles = [
    ...block.captions,
    ...block.area.sheet.rows.slice(0, 2).flatMap((row) => row.cells.map(({ text }) => text)),
  ];
  for (const text of [...titles.filter((one) => !/日期|印发|截至|date/iu.test(one)), block.area.sheet.name ?? ""]) {
    const years = yearsIn(text);
    if (years.length > 0) return Math.max(...years);
  }
  const baseline = columns.filter(({ role }) => role === "baseline").flatMap(({ parts }) => yearsIn(parts.join(" ")));
  return baseline.length > 0 ? Math.max(...baseline) + 1 : fallback;
}

function noteUnit(captions: readonly string[]): string | null {
  for (const text of captions) {
    const written = text
      .normalize("NFKC")
      .match(/(?:计量)?单位\s*[:：]\s*([^\s,，;；。)]+)|\bunits?\s*:\s*([^,;.)]+)/iu);
    const unit = written?.[1] ?? written?.[2] ?? null;
    if (unit !== null && isUnitText(unit.trim())) return unit.trim();
  }
  return null;
}

interface Titles {
  readonly category: MappedColumn | null;
  readonly titles: readonly MappedColumn[];
}

/** A column that holds one text for several rows is a category; a description next to figures is ignored. */
function chooseTitles(
  all: readonly MappedColumn[],
  given: MappedColumn | null,
  hasMetric: boolean,
  hasValue: boolean,
  rows: number,
  content: (column: MappedColumn) => ColumnContent,
): Titles {
  const [single] = all;
  // A task written once for several metrics, without merged cells, is the head of a block.
  if (all.length === 1 && single !== undefined && hasMetric && given === null && content(single).filled < rows * 0.75) {
    return { category: single, titles: [] };
  }
  if (all.length <= 1) return { category: given, titles: all };
  const most = Math.max(...all.map((column) => content(column).filled));
  const top = Math.max(...all.map((column) => content(column).distinct));
  const isGroup = (column: MappedColumn) => {
    const { distinct, filled } = content(column);
    return distinct < top && (distinct < 0.75 || filled < most * 0.75);
  };
  const groups = all.filter(isGroup);
  const rest = all.filter((column) => !groups.includes(column));
  const category = given ?? groups[0] ?? null;
  if (hasMetric || (hasValue && rest.length > 1)) return { category, titles: rest.slice(0, 1) };
  return { category, titles: rest.slice(0, 2) };
}

/**
 * A column headed 年度目标任务 that holds sentences is the task itself, where no other column names the row: the titles
 * next to it are missing or repeated for several rows.
 */
function withSentences(
  columns: readonly MappedColumn[],
  content: (column: MappedColumn) => ColumnContent,
): readonly MappedColumn[] {
  const isNamed = columns.some(({ role }) => role === "metric" || role === "unit");
  const isTitled = columns.some((column) => column.role === "title" && content(column).distinct >= 0.75);
  if (isNamed || isTitled) return columns;
  return columns.map((column) => {
    const { long, numbers } = content(column);
    return column.role === "value" && long >= 0.4 && numbers < 0.2 ? { ...column, role: "title" as const } : column;
  });
}

function resolveValues(columns: readonly MappedColumn[], content: (column: MappedColumn) => ColumnContent) {
  // An empty column of values says nothing; the sentences next to it may.
  const values = columns.filter((column) => column.role === "value" && content(column).filled > 0);
  const plan = columns.filter(({ role, period }) => role === "plan" && period !== null);
  const yearPlans = plan.filter(({ period }) => period?.form === "year");
  const dated = values.filter(({ parts }) => new Set(yearsIn(parts.join(" "))).size === 1);
  if (dated.length > 1 && new Set(dated.flatMap(({ parts }) => yearsIn(parts.join(" ")))).size === dated.length) {
    const sorted = [...dated].sort(
      (a, b) => (yearsIn(a.parts.join(" "))[0] ?? 0) - (yearsIn(b.parts.join(" "))[0] ?? 0),
    );
    return { value: sorted.at(-1) ?? null, years: sorted, plan };
  }
  const best = [...values].sort((a, b) => content(b).quantities - content(a).quantities)[0] ?? null;
  if (best === null && yearPlans.length > 0) {
    return {
      value: yearPlans.at(-1) ?? null,
      years: yearPlans.length > 1 ? yearPlans : [],
      plan: plan.filter((one) => !yearPlans.includes(one)),
    };
  }
  return { value: best, years: [], plan };
}

export function layoutOf(
  block: Block,
  departments: readonly NamedDepartment[],
  today: string,
  { isReturn = false, mapping }: { readonly isReturn?: boolean; readonly mapping?: ColumnMapping | undefined } = {},
): Layout {
  const known = new Map<number, ColumnContent>();
  const content = ({ index }: MappedColumn) => {
    const found = known.get(index) ?? contentOf(block, index, departments);
    known.set(index, found);
    return found;
  };
  const recognised = withSentences(mapColumns(block, departments, isReturn), content);
  const columns = withMapping(recognised, mapping);
  const all = (role: Role) => columns.filter((column) => column.role === role);
  const first = (role: Role) => all(role).sort((a, b) => content(b).filled - content(a).filled)[0] ?? null;
  const { value, years, plan } = resolveValues(columns, content);
  const metrics = all("metric").filter((column) => column !== value);
  const metric = metrics.at(-1) ?? null;
  const groups = [...all("category"), ...metrics.slice(0, -1)];
  const { category, titles } = chooseTitles(
    all("title"),
    groups[0] ?? null,
    metric !== null,
    value !== null && content(value).numbers > 0.3,
    metric === null ? 0 : content(metric).filled,
    content,
  );
  const lead = first("owner");
  const responsible = all("responsible-unit");
  const owner = lead ?? responsible[0] ?? null;
  const units = responsible.filter((column) => column !== owner);
  return {
    block,
    columns,
    recognised,
    serial: first("serial"),
    code: first("code"),
    category,
    titles: titles.length === 0 && metric === null ? groups.slice(0, 1) : titles,
    metric,
    unit: first("unit"),
    value,
    years,
    lower: first("lower"),
    upper: first("upper"),
    stretch: first("stretch"),
    baseline: first("baseline"),
    growth: first("growth"),
    plan,
    owner,
    isOwnerList: lead === null,
    supporting: [...all("supporting"), ...units],
    due: first("due"),
    leader: first("leader"),
    responsible: first("responsible"),
    remarks: first("remarks"),
    districts: columns.filter(({ department }) => department !== null),
    year: tableYear(block, columns, Number(today.slice(0, 4))),
    isFinancialYear: isFinancial(block, columns),
    unitNote: noteUnit(block.captions),
  };
}

/** Whether the rows can be tasks: they name something, and say who, how much or until when. */
export function isTaskTable(layout: Layout): boolean {
  const hasName = layout.titles.length > 0 || layout.metric !== null;
  const rest = [layout.owner, layout.value, layout.due, layout.growth, ...layout.plan].filter((one) => one !== null);
  return hasName && (rest.length > 0 || layout.districts.length >= 2);
}
