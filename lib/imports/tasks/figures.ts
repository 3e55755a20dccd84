// The quantities of a row, from its value column, its limits, its growth column or its sentence.
import type { MappedColumn } from "@/lib/imports/tasks/columns";
import type { Layout } from "@/lib/imports/tasks/layout";
import type { RowNames } from "@/lib/imports/tasks/names";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";
import { type NamedQuantity, readSentence, withoutNumber } from "@/lib/imports/tasks/sentences";
import { isRelative, readValue, type ValueReading } from "@/lib/imports/tasks/value-cell";

export interface RowFigures {
  readonly quantities: readonly NamedQuantity[];
  readonly reading: ValueReading["kind"];
  /** The column that holds the figures. */
  readonly column: MappedColumn | null;
}

const NONE: RowFigures = { quantities: [], reading: "blank", column: null };

/** Where a value column only repeats the figures of the task's sentence (180公里、25座), the sentence names them. */
function named(quantities: readonly NamedQuantity[], sentence: string): NamedQuantity[] {
  if (quantities.length < 2) return [...quantities];
  const words = readSentence(sentence);
  return quantities.map((one, index) => {
    if (one.metric !== "") return one;
    const same =
      words.find(({ value, unit }) => value === one.value && unit === one.unit) ??
      (words.length === quantities.length ? words[index] : undefined);
    return { ...one, metric: same?.metric ?? "" };
  });
}

function rangeIn(layout: Layout, row: TableRow): NamedQuantity | null {
  const [low, high] = [layout.lower, layout.upper].map((column) => {
    const place = row.at(column);
    const reading = place === null ? null : readValue(place.cell);
    return reading?.kind === "quantities" ? (reading.quantities[0] ?? null) : null;
  });
  if (low == null && high == null) return null;
  if (low != null && high != null) return { ...low, upperValue: high.value, comparator: "between" };
  return low != null ? { ...low, comparator: "at-least" } : { ...(high as NamedQuantity), comparator: "at-most" };
}

export function figuresOf(layout: Layout, row: TableRow, names: RowNames): RowFigures {
  const place = row.at(layout.value);
  if (place !== null && layout.value !== null) {
    const reading = readValue(place.cell);
    const quantities = reading.kind === "quantities" ? named(reading.quantities, names.title) : [];
    if (reading.kind !== "blank") return { quantities, reading: reading.kind, column: layout.value };
  }
  const range = rangeIn(layout, row);
  if (range !== null) return { quantities: [range], reading: "quantities", column: layout.lower ?? layout.upper };
  if (layout.value !== null) return { ...NONE, column: layout.value };
  // Without a column of values the sentences hold them.
  const column = layout.metric ?? layout.titles.at(-1) ?? null;
  for (const source of [layout.metric, ...[...layout.titles].reverse()]) {
    const text = row.textAt(source);
    const quantities = text === "" ? [] : readSentence(withoutNumber(text));
    if (quantities.length > 0) return { quantities, reading: "quantities", column: source };
    if (text !== "" && isRelative(text)) return { quantities: [], reading: "relative", column: source };
  }
  return { quantities: [], reading: "answer", column };
}

/** Growth alone in its own column is the target itself: 地区生产总值, blank, 6左右. */
export function growthIn(layout: Layout, row: TableRow): NamedQuantity | null {
  const place = row.at(layout.growth);
  const reading = place === null ? null : readValue(place.cell);
  const one = reading?.kind === "quantities" ? reading.quantities[0] : undefined;
  if (one === undefined) return null;
  const growthPct = one.growthPct ?? one.value;
  return { ...one, unit: "%", form: "growth", growthPct, value: Math.abs(one.value) };
}
