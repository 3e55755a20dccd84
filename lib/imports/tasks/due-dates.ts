// The deadline of a row's quantity.
import { type Deadline, dayOfSerial, findDeadlines } from "@/lib/imports/grammar/deadlines";
import type { Layout } from "@/lib/imports/tasks/layout";
import { periodEnd } from "@/lib/imports/tasks/periods";
import { type Problem, problem } from "@/lib/imports/tasks/results";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";

export interface RowDue {
  readonly dueOn: string;
  readonly problems: readonly Problem[];
}

/** The deadline whose words fit the metric best: 1.燃气管网10月底前 2.烟感报警器6月底前. */
function choose(
  text: string,
  deadlines: readonly Deadline[],
  metric: string,
  index: number,
  count: number,
): Deadline | undefined {
  if (deadlines.length <= 1) return deadlines[0];
  const wanted = new Set(metric);
  let best: Deadline | undefined;
  let top = 0;
  for (const [at, one] of deadlines.entries()) {
    const words = text.slice(deadlines[at - 1]?.end ?? 0, one.at).replace(/[\d.、，；;\s]/gu, "");
    const shared = [...words].filter((letter) => wanted.has(letter)).length / Math.max(1, words.length);
    if (shared > top) [best, top] = [one, shared];
  }
  if (best !== undefined && top >= 0.3) return best;
  return deadlines.length === count ? deadlines[index] : deadlines.at(-1);
}

/** A date without a year in a financial year: Q4 ends in March, September is of the year before. */
function inFinancialYear(layout: Layout, found: Deadline | undefined): string | null {
  const on = found?.on ?? null;
  if (found === undefined || on === null || !layout.isFinancialYear || found.hasYear) return on;
  const month = Number(on.slice(5, 7));
  const months = { quarter: 3, "half-year": 6, year: 12 }[found.precision as "quarter"] ?? 1;
  if (months > 1) return periodEnd({ month, months, year: null, form: "part" }, layout.year, true);
  return month > 3 ? `${layout.year - 1}${on.slice(4)}` : on;
}

export function readDue(layout: Layout, row: TableRow, metric: string, index: number, count: number): RowDue {
  const yearEnd = layout.isFinancialYear ? `${layout.year}-03-31` : `${layout.year}-12-31`;
  const place = row.at(layout.due);
  const cell = row.addressOf(layout.due);
  if (place === null || place.cell.text === "") return { dueOn: yearEnd, problems: [] };
  const { day, number, text } = place.cell;
  const serial = day ?? (number !== null && Number.isInteger(number) ? dayOfSerial(number) : null);
  const isMonth = number !== null && Number.isInteger(number) && number >= 1 && number <= 12;
  // Typed as text, 2024.1 is January; stored as a number it may have been 2024.10.
  const isTyped = !place.cell.isNumeric && layout.block.area.sheet.name !== null;
  const source = isMonth ? `${number}月` : isTyped ? text.replace(/^(20\d{2})\.1$/u, "$1.01") : text;
  const found = serial === null ? choose(source, findDeadlines(source, layout.year), metric, index, count) : undefined;
  if (found?.fault === "impossible") return { dueOn: yearEnd, problems: [problem(cell, "impossible-date")] };
  if (found?.fault === "ambiguous") return { dueOn: yearEnd, problems: [problem(cell, "ambiguous-date")] };
  const dueOn = serial ?? inFinancialYear(layout, found) ?? yearEnd;
  const year = Number(dueOn.slice(0, 4));
  const isOut = year < layout.year - layout.years.length - (layout.isFinancialYear ? 1 : 0) || year > layout.year + 6;
  return { dueOn, problems: isOut ? [problem(cell, "date-out-of-period")] : [] };
}
