// The filtered list of targets as a file. Rows are read and written in batches, so a long list is never in memory as a
// whole.
import "server-only";
import { PassThrough, Readable } from "node:stream";
import { csvHeader, csvLines } from "@/lib/exports/csv";
import { writeRowsXlsx } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { filtersToQuery, type TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { hasSampleProgress } from "@/lib/server/overview/chart";
import { listTargets, type TargetList } from "./data";
import { exportColumns, exportRow } from "./export-rows";

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

function xlsxStream(lists: AsyncGenerator<TargetList>, lang: Language, heading: string[]): Readable {
  async function* rows() {
    for await (const list of lists) for (const row of list.rows) yield exportRow(row, lang);
  }
  const stream = new PassThrough();
  const options = { name: getTranslator(lang)("list.title"), heading };
  writeRowsXlsx(stream, exportColumns(lang), rows(), options).catch((error: Error) => stream.destroy(error));
  return stream;
}

function decoded(query: string): string {
  return decodeURIComponent(query.replaceAll("+", " ")).replaceAll("&", ", ");
}

async function headingOf(
  list: TargetList,
  filters: TargetFilters,
  lang: Language,
  { clock }: Context,
): Promise<string[]> {
  const t = getTranslator(lang);
  const { cursor: _cursor, limit: _limit, sort: _sort, order: _order, ...narrowing } = filters;
  const filtered = filtersToQuery(narrowing).toString();
  const facts = [
    t("list.knownOn", { day: clock.today }),
    t("list.rows", { count: list.total }),
    ...(filters.parts === "include" && list.parts > 0 ? [t("list.parts", { count: list.parts })] : []),
    ...(filtered === "" ? [] : [t("list.filtered", { filters: decoded(filtered) })]),
  ];
  const note = (await hasSampleProgress(clock)) ? [t("list.illustrative")] : [];
  return [t("list.title"), facts.join(" · "), ...note];
}

/** The targets that match and that the actor may read, with a title and the day in an Excel file. */
export async function targetListFile(
  format: ListFileFormat,
  given: TargetFilters,
  lang: Language,
  context: Context,
): Promise<Readable> {
  const filters = { ...given, cursor: undefined, limit: BATCH };
  const first = await listTargets(filters, context);
  const lists = batches(first, filters, context);
  return format === "csv"
    ? csvStream(lists, lang)
    : xlsxStream(lists, lang, await headingOf(first, filters, lang, context));
}
