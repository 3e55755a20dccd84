// The charts of the filtered list of targets as one file: pictures, a document or slides.
import "server-only";
import { z } from "zod";
import { DrawingBusyError } from "@/lib/exports/threads";
import { getLanguage } from "@/lib/i18n/preferences";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";
import { type CollectionFormat, MOST_DRAWN_AT_ONCE } from "@/lib/schemas/chart-collection";
import { LIST_PARAMETERS, targetFiltersSchema } from "@/lib/schemas/target-list";
import { collect } from "@/lib/server/chart-collections/collect";
import { drawOffThread } from "@/lib/server/charts/off-thread";
import { listTargets } from "@/lib/server/targets/data";
import { contentDisposition } from "./disposition";
import { CONTENT_TYPES } from "./generated-file";
import { readHandler } from "./read-handler";
import { problem, serviceUnavailable } from "./respond";

const querySchema = z.strictObject({ ...targetFiltersSchema.shape, lang: fileLangSchema, asOf: asOfSchema });

/** Each takes seconds of a processor, on a thread of its own; further requests are asked to try again. */
const MOST_AT_ONCE = 2;
let running = 0;

const DRAWINGS = {
  zip: "collectionZip",
  docx: "collectionDocx",
  pptx: "collectionPptx",
  pdf: "collectionPdf",
} as const;

/** To the page that requests the file from the worker process, with the same filters. */
function redirectToPage(request: Request, format: CollectionFormat): Response {
  const query = new URL(request.url).searchParams;
  query.delete("cursor");
  query.delete("limit");
  query.set("format", format);
  return new Response(null, {
    status: 303,
    headers: { location: `/targets/charts?${query}`, "cache-control": "no-store" },
  });
}

/** GET /targets/charts.{format}, with the filters and the order of the list. */
function collectionFile(format: CollectionFormat) {
  return readHandler(
    querySchema,
    async ({ request, query, context }) => {
      const { lang: chosen, asOf: _asOf, ...filters } = query;
      const list = await listTargets({ ...filters, cursor: undefined, limit: MOST_DRAWN_AT_ONCE }, context);
      if (list.total > MOST_DRAWN_AT_ONCE) return redirectToPage(request, format);
      if (running >= MOST_AT_ONCE) return serviceUnavailable("Too many collections of charts are being made");
      running += 1;
      try {
        const lang = chosen ?? (await getLanguage());
        const collection = await collect(list, { lang }, context);
        if (collection.charts.length === 0) return problem(404, "No target of the list has a chart");
        const { today } = context.clock;
        const name = `${collection.title} ${today}`;
        const headers = {
          "content-type": CONTENT_TYPES[format],
          "content-disposition": contentDisposition("attachment", name, `charts ${today}`, format),
          "content-language": lang,
          "cache-control": "private, no-store",
        };
        if (request.method === "HEAD") return new Response(null, { headers });
        return new Response(await drawOffThread(DRAWINGS[format], collection), { headers });
      } catch (error) {
        if (error instanceof DrawingBusyError) return serviceUnavailable("Too many files are being drawn");
        throw error;
      } finally {
        running -= 1;
      }
    },
    { lists: LIST_PARAMETERS },
  );
}

export const chartCollectionZip = collectionFile("zip");
export const chartCollectionDocx = collectionFile("docx");
export const chartCollectionPptx = collectionFile("pptx");
export const chartCollectionPdf = collectionFile("pdf");
