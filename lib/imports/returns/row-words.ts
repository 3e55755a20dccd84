// What a row of a return says in words: its own date and its note.
import { findDeadlines } from "@/lib/imports/grammar/deadlines";
import type { ReturnRow, ReturnTable } from "@/lib/imports/returns/read-returns";
import type { MappedColumn } from "@/lib/imports/tasks/columns";

interface Stated {
  readonly asOf: string;
  /** Where the row says that its figures are of an earlier day; null if they are of the table's day. */
  readonly staleCell: string | null;
}

const OWN_DAY = /(?:截至|截止|数据为|数据至|统计至|as (?:of|at)|up to)\s*/iu;

/** The row's own date in its words: 数据截至5月底, （截至6月底）. */
export function statedDay({ columns }: ReturnTable, { row }: ReturnRow, column: MappedColumn | null): Stated {
  const places = [columns.asOfColumn, ...columns.notes, column].filter((one) => one !== null);
  for (const one of places) {
    const text = row.textAt(one);
    const cell = row.at(one)?.cell;
    const start = one === columns.asOfColumn ? 0 : text.search(OWN_DAY);
    if (text === "" || start < 0) continue;
    const on = cell?.day ?? findDeadlines(text.slice(start), columns.year)[0]?.on ?? null;
    if (on !== null && on < columns.asOf) return { asOf: on, staleCell: row.addressOf(one) };
  }
  return { asOf: columns.asOf, staleCell: null };
}

const BARE = /^[\d.,，\s]*\s*(?:%|‰|[万亿]|[\p{Script=Han}]{0,4}|[a-z]{0,10})$/iu;

/** The note: the words of the figure's cell and of the columns for notes. */
export function wordsOf(table: ReturnTable, row: ReturnRow, column: MappedColumn | null): string | null {
  const total = row.row.textAt(column);
  const isProse = total.length > 4 && /[\p{L}]/u.test(total) && !BARE.test(total.normalize("NFKC"));
  const texts = [
    ...(isProse && /[\d，。；（(]/u.test(total) && total.length > 7 ? [total] : []),
    ...table.columns.notes.map((one) => row.row.textAt(one)),
  ];
  const words = texts.filter((text) => text !== "").join("；");
  return words === "" ? null : words;
}
