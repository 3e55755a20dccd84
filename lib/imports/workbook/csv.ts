// Reads CSV in UTF-8, UTF-16 or GB 18030, separated by comma, semicolon, tab or bar.
import { parse } from "csv-parse/sync";
import type { GridRow, GridSheet } from "@/lib/imports/workbook/grid";
import { textCell } from "@/lib/imports/workbook/grid-cell";

/** UTF-16 without a byte-order mark: every other byte of its ASCII is zero. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 2000);
  for (let index = 0; index < length; index += 1)
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < length / 20) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The text; null if the bytes are in none of the encodings. */
export function decodeText(bytes: Uint8Array): string | null {
  const wide = wideEncoding(bytes);
  for (const encoding of wide === null ? ["utf-8", "gb18030"] : [wide]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\0") ? null : text.replace(/^\uFEFF/u, "");
    } catch {
      // Try the next encoding.
    }
  }
  return null;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
const SAMPLE_LINES = 60;

/** The separator that most lines have, outside of quotes, and most evenly. */
export function delimiterOf(text: string): string {
  const named = text.match(/^"?sep=(.)"?\r?\n/iu)?.[1];
  if (named !== undefined) return named;
  const lines = text
    .replace(/"(?:[^"]|"")*"/gu, "")
    .split(/\r?\n/u, SAMPLE_LINES)
    .filter((line) => line.trim() !== "");
  let best: string = ",";
  let top = 0;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const score = counts.filter((count) => count === usual).length * Math.min(usual, 3);
    if (score > top) [best, top] = [delimiter, score];
  }
  return best;
}

/** Null if the bytes are not text or a quote stays open. Lines are records, blank ones included. */
export function readCsv(bytes: Uint8Array): GridSheet | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  const body = text.replace(/^"?sep=.?"?\r?\n/iu, "");
  try {
    const records = parse(body, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    }) as string[][];
    const rows = records.map(
      (record, index): GridRow => ({
        line: index + 1,
        cells: record.map(textCell),
        isHidden: false,
        isStruck: false,
      }),
    );
    return { name: null, isHidden: false, rows, merges: [] };
  } catch {
    return null;
  }
}
