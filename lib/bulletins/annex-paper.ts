// The paper of a bulletin's annex, the same in Word and PDF.
import { fittingSize } from "./column-widths";
import type { Table } from "./tables";

/** A4 and A3 are landscape. */
export type AnnexPaper = "A4" | "A3";

/** In points: the 225 mm between the margins of a landscape A4 page, the font size of tables, and a cell's padding. */
const A4_LANDSCAPE = { width: 638, size: 9, padding: 6 };
/** 六号, the smallest size in which official documents are printed. */
const SMALLEST_PRINTED = 7.5;

/** A3 where a table with many columns would be in smaller letters than can be read on A4. */
export function annexPaper(table: Table): AnnexPaper {
  return fittingSize(table, A4_LANDSCAPE, 0) < SMALLEST_PRINTED ? "A3" : "A4";
}
