// The plan of a row: totals at the end of each period, or steps in words.
import type { MappedColumn } from "@/lib/imports/tasks/columns";
import type { Layout } from "@/lib/imports/tasks/layout";
import { periodEnd } from "@/lib/imports/tasks/periods";
import type { DatedStep } from "@/lib/imports/tasks/results";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";
import { isDash, readValue } from "@/lib/imports/tasks/value-cell";

export interface PlanCell {
  readonly column: MappedColumn;
  readonly on: string;
  /** Null for words. */
  readonly value: number | null;
  /** Of the cell itself. */
  readonly unit: string;
  readonly text: string;
  /** The period ends with the table's year. */
  readonly isYearEnd: boolean;
}

export type PlanForm = "running" | "own";

export function planCells(layout: Layout, row: TableRow): PlanCell[] {
  const columns = layout.plan
    .filter(({ period }) => period !== null)
    .sort((a, b) => (a.period?.month ?? 0) - (b.period?.month ?? 0));
  return columns.flatMap((column) => {
    const place = row.at(column);
    if (place === null || column.period === null || isDash(place.cell.text)) return [];
    const reading = readValue(place.cell);
    if (reading.kind === "pending" || reading.kind === "blank") return [];
    const [quantity] = reading.kind === "quantities" ? reading.quantities : [];
    // 完成方案设计50% is a step; 12 or 12个 is a point.
    const isPoint =
      quantity !== undefined &&
      reading.kind === "quantities" &&
      reading.quantities.length === 1 &&
      quantity.metric.length <= 3;
    return [
      {
        column,
        on: periodEnd(column.period, layout.year, layout.isFinancialYear),
        value: isPoint ? quantity.value : null,
        unit: isPoint ? quantity.unit : "",
        text: place.cell.text,
        isYearEnd: column.period.month === 12,
      },
    ];
  });
}

const near = (a: number, b: number) => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b), 1e-9);

interface Sample {
  readonly value: number;
  readonly cells: readonly PlanCell[];
}

/** Whether the columns hold totals so far or each period's own amount: what most rows add up to, then the heading's words. */
export function planFormOf(layout: Layout, samples: readonly Sample[]): PlanForm {
  const heading = [...layout.plan.flatMap(({ parts }) => parts), ...layout.block.captions].join(" ");
  const hasSpans = layout.plan.some(
    ({ period }) => period?.form === "span" && period.month > period.months - 1 && period.months > 3,
  );
  let [running, own] = [0, 0];
  for (const { value, cells } of samples) {
    const numbers = cells.flatMap((cell) => cell.value ?? []);
    if (numbers.length < 2) continue;
    const sum = numbers.reduce((total, one) => total + one, 0);
    const last = numbers.at(-1) ?? 0;
    if (near(last, value) && !near(sum, value)) running += 1;
    if (near(sum, value) && !near(last, value)) own += 1;
  }
  if (running !== own) return running > own ? "running" : "own";
  if (/累计|年初|序时|cumulative|to date|running/iu.test(heading) || hasSpans) return "running";
  if (/当季|单季|分季|分月|当月|per quarter|in (?:the )?quarter/iu.test(heading)) return "own";
  const rising = samples.filter(({ cells }) => {
    const numbers = cells.flatMap((cell) => cell.value ?? []);
    return numbers.every((one, index) => index === 0 || one >= (numbers[index - 1] ?? 0));
  });
  return rising.length * 2 >= samples.length ? "running" : "own";
}

/** A row without figures whose plan is in words has steps. */
export function stepsOf(cells: readonly PlanCell[]): DatedStep[] {
  return cells.flatMap(({ on, value, text }) => (value === null ? [{ on, title: text }] : []));
}
