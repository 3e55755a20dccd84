// GET /targets/export.{format}: the filtered list of targets as a file.
import "server-only";
import { Readable } from "node:stream";
import { z } from "zod";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";
import { LIST_PARAMETERS, targetFiltersSchema } from "@/lib/schemas/target-list";
import { getOrigin } from "@/lib/server/origin";
import { type ListFileFormat, targetListFile } from "@/lib/server/targets/list-file";
import { contentDisposition } from "./disposition";
import { readHandler } from "./read-handler";

/** Accepts the URL of the list page: a file ignores the position in its pages. */
const exportQuerySchema = z.strictObject({
  ...targetFiltersSchema.shape,
  lang: fileLangSchema,
  asOf: asOfSchema,
});

const CONTENT_TYPES: Readonly<Record<ListFileFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** With the filters and the order of the list. */
function targetExport(format: ListFileFormat) {
  return readHandler(
    exportQuerySchema,
    async ({ request, query, context }) => {
      const { lang: chosen, asOf: _asOf, ...filters } = query;
      const lang = chosen ?? (await getLanguage());
      const { today } = context.clock;
      const name = `${getTranslator(lang)("list.fileName")} ${today}`;
      const headers = {
        "content-type": CONTENT_TYPES[format],
        "content-disposition": contentDisposition("attachment", name, `targets ${today}`, format),
        "content-language": lang,
        "cache-control": "private, no-store",
      };
      if (request.method === "HEAD") return new Response(null, { headers });
      const stream = await targetListFile(format, filters, lang, context, await getOrigin());
      return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers });
    },
    { lists: LIST_PARAMETERS },
  );
}

export const targetExportCsv = targetExport("csv");
export const targetExportXlsx = targetExport("xlsx");
