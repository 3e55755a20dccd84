// The columns of a progress return: running totals by period, the month alone, the printed target, words.

import { findDeadlines } from "@/lib/imports/grammar/deadlines";
import type { NamedDepartment } from "@/lib/imports/grammar/department-names";
import type { Block } from "@/lib/imports/tasks/blocks";
import { contentOf, type MappedColumn } from "@/lib/imports/tasks/columns";
import { headingWords } from "@/lib/imports/tasks/headings";
import type { Layout } from "@/lib/imports/tasks/layout";
import { monthEnd, type Period, readPeriod } from "@/lib/imports/tasks/periods";

interface PeriodColumn {
  readonly column: MappedColumn;
  /** The day that the figures are of. */
  readonly asOf: string;
}

export interface ReturnColumns {
  /** Running totals, the earliest first. */
  readonly totals: readonly PeriodColumn[];
  /** The amount of the period alone. */
  readonly current: MappedColumn | null;
  readonly target: MappedColumn | null;
  readonly notes: readonly MappedColumn[];
  readonly difficulties: readonly MappedColumn[];
  readonly asOfColumn: MappedColumn | null;
  /** The day that the table is of. */
  readonly asOf: string;
  readonly year: number;
}

type ReturnRole = "total" | "weak-total" | "current" | "target" | "note" | "difficulties" | "as-of" | "other";

const LAST_YEAR = /去年|上年|同期|last year|previous year|prior year|same period/iu;
const SHARE =
  /完成率|完成(?:年度|全年)?.{0,4}(?:比例|百分比|%)|占.{0,6}(?:比|%)|达序|序时|排名|是否|进度\s*[(（]%|^(?:同比|增长|增幅|增速)|\brag\b|status|% (?:of|complete)|growth|year on year|%$/iu;
const CURRENT =
  /当月|本月|单月|当季|本季|当期|本期|in[- ]month|this (?:month|quarter|period)|monthly|month only|in the month/iu;
const TOTAL = /累计|年初以来|to date|cumulative|ytd|running total/iu;
const ACTUAL =
  /完成|实际|实绩|推进|进展|进度|填报值|报送值|当前值|现值|数值|actual|result|latest|achieved|value|figure|position|delivered/iu;
const TARGET = /目标|计划|任务|预期|target|plan/iu;
const DIFFICULTIES =
  /问题|困难|滞后原因|原因分析|制约|需.{0,4}(?:协调|解决)|issues?\b|difficult|problem|barrier|blocker|risk|obstacle/iu;
const NOTE = /进展|推进|形象进度|说明|情况|做法|措施|progress|narrative|commentary|update\b|explanation|comment/iu;
const AS_OF = /数据(?:截至|时间|日期|时点)|截至(?:时间|日期)|统计(?:时点|时间)|as (?:of|at)|reporting date|data date/iu;
/** Columns that say what the row is, not how it stands. */
const NAMES: readonly string[] = [
  "serial",
  "code",
  "category",
  "title",
  "metric",
  "unit",
  "owner",
  "responsible-unit",
  "supporting",
  "leader",
  "responsible",
  "remarks",
  "due",
];

function returnRole(column: MappedColumn, quantities: number, names: readonly MappedColumn[]): ReturnRole {
  const all = column.parts.join(" ").normalize("NFKC");
  const last = headingWords(column.parts.at(-1) ?? "");
  if (all === "" || names.includes(column)) return "other";
  if (LAST_YEAR.test(all)) return "other";
  if (DIFFICULTIES.test(last)) return "difficulties";
  if (AS_OF.test(last) && readPeriod(last) === null && quantities < 0.5) return "as-of";
  if (SHARE.test(column.parts.at(-1) ?? "") && !TOTAL.test(last)) return "other";
  if (CURRENT.test(last)) return "current";
  const period = readPeriod(last);
  if (period !== null && period.form !== "year" && !TARGET.test(last.replace(/完成.*$/u, ""))) return "total";
  if (TOTAL.test(last)) return "total";
  if (TARGET.test(last) && !/完成$|完成情况|完成投资/u.test(last)) return "target";
  if (NOTE.test(last) && quantities < 0.6) return "note";
  if (ACTUAL.test(last) && quantities >= 0.3) return "weak-total";
  if (NOTE.test(last)) return "note";
  return column.role === "remarks"
    ? "note"
    : NAMES.includes(column.role)
      ? "other"
      : quantities >= 0.6 && ACTUAL.test(all)
        ? "total"
        : "other";
}

const DAY_OF_TABLE = /截至|截止|as (?:of|at)|数据|period|reporting/iu;
const OTHER_DAY = /印发|填报日期|填表|报送日期|打印|issued|printed|prepared/iu;

/** The day in the titles: 数据截至：2024年6月30日, 1-5月, 6月份, June 2024. */
function dayOf(texts: readonly string[], year: number): string | null {
  const sorted = [
    ...texts.filter((text) => DAY_OF_TABLE.test(text)),
    ...texts.filter((text) => !DAY_OF_TABLE.test(text)),
  ];
  for (const text of sorted) {
    if (OTHER_DAY.test(text)) continue;
    const found = findDeadlines(text, year).filter(
      ({ on, precision }) => on !== null && precision !== "year" && precision !== "financial-year",
    );
    const on = found.at(-1)?.on;
    if (on != null) return on;
  }
  return null;
}

function lastMonthEnd(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return month === 1 ? monthEnd(year - 1, 12) : monthEnd(year, month - 1);
}

function yearOf(block: Block, fallback: number): number {
  const texts = [...block.captions, ...block.columns.flatMap(({ parts }) => parts), block.area.sheet.name ?? ""];
  return Number(texts.join(" ").match(/20\d{2}/u)?.[0] ?? fallback);
}

export function returnColumns(
  layout: Layout,
  departments: readonly NamedDepartment[],
  today: string,
  targetYear: number,
): ReturnColumns {
  const { block, columns } = layout;
  const year = yearOf(block, targetYear);
  const names = [
    layout.serial,
    layout.code,
    layout.category,
    layout.metric,
    layout.unit,
    layout.owner,
    ...layout.titles,
    ...layout.supporting,
    layout.leader,
    layout.responsible,
  ].filter((one) => one !== null);
  const roles = new Map(
    columns.map((column) => [
      column,
      returnRole(column, contentOf(block, column.index, departments).quantities, names),
    ]),
  );
  const all = (role: ReturnRole) => columns.filter((column) => roles.get(column) === role);
  const caption = dayOf([...block.captions, block.area.sheet.name ?? ""], year);
  const dayFor = (period: Period | null) => (period === null ? null : monthEnd(period.year ?? year, period.month));
  const periodOf = (column: MappedColumn) =>
    column.parts.map((text) => readPeriod(headingWords(text))).findLast((one) => one !== null && one.form !== "year") ??
    null;
  const headed = all("total");
  const isSpan = (column: MappedColumn) => TOTAL.test(column.parts.join(" ")) || periodOf(column)?.form === "span";
  // Next to a running total of the same month, a month column holds that month only.
  const months = headed.some(isSpan)
    ? headed.filter((column) => !isSpan(column) && periodOf(column)?.months === 1)
    : [];
  const current = all("current")[0] ?? months.at(-1) ?? null;
  const fallback = caption ?? dayFor(current === null ? null : periodOf(current)) ?? lastMonthEnd(today);
  // A column such as 完成情况 holds the totals only where none is headed by a period or 累计.
  const totals = (headed.length > 0 ? headed.filter((column) => !months.includes(column)) : all("weak-total"))
    .filter((column) => contentOf(block, column.index, departments).filled > 0)
    .map((column) => ({ column, asOf: dayFor(periodOf(column)) ?? fallback }))
    .sort((a, b) => a.asOf.localeCompare(b.asOf));
  return {
    totals,
    current,
    target: all("target")[0] ?? null,
    notes:
      all("total").length > 0
        ? [...all("note"), ...all("weak-total").filter(({ parts }) => NOTE.test(parts.at(-1) ?? ""))]
        : all("note"),
    difficulties: all("difficulties"),
    asOfColumn: all("as-of")[0] ?? null,
    asOf: totals.at(-1)?.asOf ?? fallback,
    year,
  };
}
