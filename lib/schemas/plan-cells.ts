// The cells of a plan's table: a value, in the metric's unit, by the end of each period. A cell is named after its day.
import { Decimal } from "decimal.js";
import { addDays, addMonths, type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import type { RevisableTerms } from "@/lib/domain/targets/revisions";
import type { MetricKind } from "@/lib/domain/targets/types";
import { parseDecimalText } from "@/lib/schemas/decimal-text";

/** `plan:2023-03-31`: the planned value by that day. */
export const PLAN_CELL = "plan:";
/** `last-year:2023-03-31`: last year's value by the same day of that year. */
export const LAST_YEAR_CELL = "last-year:";

interface Cell {
  readonly on: IsoDate;
  readonly value: string;
}

/** The cells with a number, by day; blank ones are left out. */
export function readCells(
  form: Readonly<Record<string, string>>,
  prefix: string,
): { readonly cells: readonly Cell[]; readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const cells: Cell[] = [];
  for (const [name, text] of Object.entries(form)) {
    const on = name.startsWith(prefix) ? parseIsoDate(name.slice(prefix.length)) : null;
    if (on === null) continue;
    const parsed = parseDecimalText(text);
    if (!parsed.ok) errors[name] = parsed.fault;
    else if (parsed.value !== null) cells.push({ on, value: parsed.value.toFixed() });
  }
  return { cells: cells.toSorted((one, other) => (one.on < other.on ? -1 : 1)), errors };
}

type Plan = Pick<RevisableTerms, "planShape" | "planPoints" | "planValues">;

/** The same day a year later; a month's end stays one. */
function yearLater(day: IsoDate): IsoDate {
  return addDays(addMonths(addDays(day, 1), 12), -1);
}

/**
 * Last year's course, moved into this year: for a total its share of last year's final value; for the other kinds the
 * values themselves, scaled so that they end at the target value (a growth rate is shifted instead, because it may be
 * negative). The cell of the last day is last year's final value.
 *
 * @returns null when the final value is missing or 0, or the target value is needed and missing.
 */
export function lastYearsCourse(
  kind: MetricKind,
  cells: readonly Cell[],
  { value, dueOn }: Pick<RevisableTerms, "value" | "dueOn">,
): Plan | null {
  const moved = cells.map((cell) => ({ on: yearLater(cell.on), value: new Decimal(cell.value) }));
  const final = moved.find(({ on }) => on === dueOn)?.value;
  const before = moved.filter(({ on }) => on < dueOn);
  if (final === undefined || before.length === 0) return null;
  if (kind === "cumulative") {
    if (final.isZero()) return null;
    const planPoints = before.map(({ on, value: part }) => ({
      on,
      ratio: part.div(final).toDecimalPlaces(6).toNumber(),
    }));
    return { planShape: "last-year", planPoints, planValues: [] };
  }
  if (value === null || (kind !== "growth" && final.isZero())) return null;
  const target = new Decimal(value);
  const planValues = before.map(({ on, value: past }) => ({
    on,
    value: (kind === "growth" ? past.plus(target).minus(final) : past.times(target).div(final))
      .toDecimalPlaces(6)
      .toFixed(),
  }));
  return { planShape: "values", planPoints: [], planValues };
}
