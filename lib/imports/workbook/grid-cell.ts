// Cells from stored values: text, numbers as text, percentages, dates.
import { Decimal } from "decimal.js";
import { cleanText } from "@/lib/domain/text/clean-text";
import { dayOfSerial } from "@/lib/imports/grammar/deadlines";
import { BLANK_CELL, type GridCell } from "@/lib/imports/workbook/grid";

/** 1,234.5, １２０, -4, 35% as a number; null for anything else. */
export function numberOf(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/[\s,，]/gu, "");
  if (!/^[-+−]?\d+(?:\.\d+)?%?$/u.test(plain)) return null;
  // 12,34 is a list, not a number.
  if (
    /[,，]/u.test(text) &&
    !/^[-+−]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?%?$/u.test(text.normalize("NFKC").replace(/\s/gu, ""))
  )
    return null;
  return Number(plain.replace("−", "-").replace("%", ""));
}

export function textCell(raw: string): GridCell {
  const text = cleanText(raw)
    .replace(/[ \t\u3000]+$/gmu, "")
    .trim();
  if (text === "") return BLANK_CELL;
  const isError = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/u.test(text);
  return { ...BLANK_CELL, text, number: isError ? null : numberOf(text), isError };
}

/** A number without binary noise: 0.1 + 0.2 is 0.3. */
function plainNumber(value: number): string {
  return new Decimal(value.toPrecision(15)).toFixed();
}

export interface NumberFormat {
  readonly isPercent: boolean;
  readonly isDate: boolean;
  /** The sheet counts days from 1904. */
  readonly is1904?: boolean;
}

export function numberCell(value: number, { isPercent, isDate, is1904 = false }: NumberFormat): GridCell {
  if (!Number.isFinite(value)) return BLANK_CELL;
  const day = isDate ? dayOfSerial(value + (is1904 ? 1462 : 0)) : null;
  const text = day ?? (isPercent ? `${plainNumber(Number((value * 100).toPrecision(15)))}%` : plainNumber(value));
  return { ...BLANK_CELL, text, number: value, isNumeric: true, isPercent, day };
}

export function errorCell(text: string): GridCell {
  return { ...BLANK_CELL, text, isError: true };
}
