// The filtered list of targets as a file. Rows are read and written in batches, so a long list is never in memory
// as a whole.
import "server-only";
import { PassThrough, Readable } from "node:stream";
import { z } from "zod";
import { csvHeader, csvLines } from "@/lib/exports/csv";
import { writeRowsXlsx } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";
import { filtersToQuery, LIST_PARAMETERS, type TargetFilters, targetFiltersSchema } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { hasSampleProgress } from "@/lib/server/overview/chart";
import { listTargets, type TargetList } from "@/lib/server/targets/data";
import { exportColumns, exportRow } from "@/lib/server/targets/export-rows";
import { contentDisposition } from "./disposition";
import { readHandler } from "./read-handler";

const BATCH = 500;

/** Accepts the URL of the list page: a file ignores the position in its pages. */
const exportQuerySchema = z.strictObject({
  ...targetFiltersSchema.shape,
  lang: fileLangSchema,
  asOf: asOfSchema,
});

export type ExportFormat = "csv" | "xlsx";

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

function decoded(query: string): string {
  return decodeURIComponent(query.replaceAll("+", " ")).replaceAll("&", ", ");
}

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** GET /targets/export.{format}, with the filters and the order of the list. */
function targetExport(format: ExportFormat) {
  return readHandler(
    exportQuerySchema,
    async ({ request, query, context }) => {
      const { lang: chosen, asOf: _asOf, ...given } = query;
      const filters = { ...given, cursor: undefined, limit: BATCH };
      const lang = chosen ?? (await getLanguage());
      const { today } = context.clock;
      const first = await listTargets(filters, context);
      const name = `${getTranslator(lang)("list.fileName")} ${today}`;
      const headers = {
        "content-type": CONTENT_TYPES[format],
        "content-disposition": contentDisposition("attachment", name, `targets ${today}`, format),
        "content-language": lang,
        "cache-control": "private, no-store",
      };
      if (request.method === "HEAD") return new Response(null, { headers });
      const lists = batches(first, filters, context);
      const stream =
        format === "csv"
          ? csvStream(lists, lang)
          : xlsxStream(lists, lang, await headingOf(first, filters, lang, context));
      return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers });
    },
    { lists: LIST_PARAMETERS },
  );
}

export const targetExportCsv = targetExport("csv");
export const targetExportXlsx = targetExport("xlsx");
