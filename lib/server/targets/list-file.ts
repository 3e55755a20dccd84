// The filtered list of targets as a file. Rows are read and written in batches, so a long list is never in memory as a
// whole.
import "server-only";
import { PassThrough, Readable } from "node:stream";
import { csvHeader, csvLines } from "@/lib/exports/csv";
import { writeRowsXlsx } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { hasSampleProgress } from "@/lib/server/overview/chart";
import { listTargets, type TargetList } from "./data";
import { exportColumns, exportRow, PRINTED_COUNT } from "./export-rows";
import { filterWords } from "./filter-words";

export type ListFileFormat = "csv" | "xlsx";

const BATCH = 500;

async function* batches(first: TargetList, filters: TargetFilters, context: Context): AsyncGenerator<TargetList> {
  let list = first;
  yield list;
  while (list.nextCursor !== null) {
    list = await listTargets({ ...filters, cursor: list.nextCursor }, context);
    yield list;
  }
}

function csvStream(lists: AsyncGenerator<TargetList>, lang: Language): Readable {
  async function* lines() {
    yield Buffer.from(csvHeader(exportColumns(lang)));
    for await (const { rows } of lists) yield Buffer.from(csvLines(rows.map((row) => exportRow(row, lang))));
  }
  return Readable.from(lines());
}

function xlsxStream(lists: AsyncGenerator<TargetList>, lang: Language, heading: string[], origin: string): Readable {
  async function* rows() {
    for await (const list of lists) for (const row of list.rows) yield exportRow(row, lang);
  }
  const stream = new PassThrough();
  const options = { name: getTranslator(lang)("list.title"), heading, printed: PRINTED_COUNT };
  const linkOf = (code: string) => `${origin}/targets/${encodeURIComponent(code)}`;
  writeRowsXlsx(stream, exportColumns(lang, linkOf), rows(), options).catch((error: Error) => stream.destroy(error));
  return stream;
}

async function headingOf(
  list: TargetList,
  filters: TargetFilters,
  lang: Language,
  context: Context,
): Promise<string[]> {
  const t = getTranslator(lang);
  const { clock } = context;
  const filtered = await filterWords(filters, lang, context);
  const facts = [
    t("list.knownOn", { day: clock.today }),
    t("list.rows", { count: list.total }),
    ...(filters.parts === "include" && list.parts > 0 ? [t("list.parts", { count: list.parts })] : []),
    ...(filtered === "" ? [] : [t("list.filtered", { filters: filtered })]),
  ];
  const note = (await hasSampleProgress(clock)) ? [t("list.illustrative")] : [];
  return [t("list.title"), facts.join(" · "), ...note];
}

/** The targets that match and that the actor may read, with a title, the day and the filters in an Excel file. @param origin of links to targets. */
export async function targetListFile(
  format: ListFileFormat,
  given: TargetFilters,
  lang: Language,
  context: Context,
  origin: string,
): Promise<Readable> {
  const filters = { ...given, cursor: undefined, limit: BATCH };
  const first = await listTargets(filters, context);
  const lists = batches(first, filters, context);
  return format === "csv"
    ? csvStream(lists, lang)
    : xlsxStream(lists, lang, await headingOf(first, filters, lang, context), origin);
}
