// Assigns the cells of a pasted block to the rows of the entry screen. Each cell is filled in or reported as unplaced.
import type { Messages } from "use-intl";
import type { MetricKind } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { parseDecimalText } from "@/lib/schemas/decimal-text";

export type EntryField = "value" | "numerator" | "denominator" | "note";

export interface PasteRow {
  readonly code: string;
  readonly kind: MetricKind;
  /** For units in the pasted text. */
  readonly printedUnit: PrintedUnit;
  /** Already submitted: read-only. */
  readonly isDone: boolean;
}

interface Fill {
  readonly code: string;
  readonly field: EntryField;
  readonly text: string;
  /** Error key; the text is filled in anyway, to be corrected there. */
  readonly fault: string | null;
}

export interface PastePlan {
  readonly fills: readonly Fill[];
  /** Pasted text without a place, in order. */
  readonly unplaced: readonly string[];
}

type YesNoWords = Pick<Messages["entry"], "yes" | "no">;

const YES = ["1", "是", "√", "已完成", "yes", "true"];
const NO = ["0", "否", "×", "未完成", "no", "false"];

/** The fields of a row from left to right. */
export function fieldsOf(kind: MetricKind): readonly EntryField[] {
  return kind === "ratio" ? ["numerator", "denominator", "value", "note"] : ["value", "note"];
}

function fillOf(row: PasteRow, field: EntryField, text: string, words: YesNoWords): Fill | null {
  const fill = { code: row.code, field, text, fault: null };
  if (field === "note") return fill;
  if (row.kind === "yes-no") {
    const word = text.toLowerCase();
    if ([words.yes.toLowerCase(), ...YES].includes(word)) return { ...fill, text: "1" };
    return [words.no.toLowerCase(), ...NO].includes(word) ? { ...fill, text: "0" } : null;
  }
  const parsed = parseDecimalText(text, field === "value" ? row.printedUnit : null);
  return { ...fill, fault: parsed.ok ? null : parsed.fault };
}

/**
 * Fills rows downwards and fields to the right from the field of the paste. Blank cells change nothing. Reported as
 * unplaced: cells below the last row, right of the last field, in a submitted row, and invalid words for a yes-no.
 */
export function planPaste(
  rows: readonly PasteRow[],
  start: { readonly code: string; readonly field: EntryField },
  cells: readonly (readonly string[])[],
  words: YesNoWords,
): PastePlan {
  const first = rows.findIndex((row) => row.code === start.code);
  const kind = rows[first]?.kind ?? "cumulative";
  const left = Math.max(0, fieldsOf(kind).indexOf(start.field));
  const fills: Fill[] = [];
  const unplaced: string[] = [];
  for (const [down, line] of cells.entries()) {
    const row = rows[first + down];
    for (const [right, text] of line.entries()) {
      if (text === "") continue;
      const field = row === undefined || row.isDone ? undefined : fieldsOf(row.kind)[left + right];
      const fill = row === undefined || field === undefined ? null : fillOf(row, field, text, words);
      if (fill === null) unplaced.push(row === undefined ? text : `${row.code}: ${text}`);
      else fills.push(fill);
    }
  }
  return { fills, unplaced };
}
