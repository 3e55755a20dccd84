// The charts of the filtered list of targets as one file: pictures, a document or slides.
import "server-only";
import { z } from "zod";
import { cleanLine, cleanTexts } from "@/lib/domain/text/clean-text";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { ChartCollection, CollectedChart } from "@/lib/exports/chart-collection/collection";
import { DrawingBusyError } from "@/lib/exports/threads";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";
import { LIST_PARAMETERS, type TargetFilters, targetFiltersSchema } from "@/lib/schemas/target-list";
import { drawOffThread } from "@/lib/server/charts/off-thread";
import type { Context } from "@/lib/server/context";
import { targetChartModel } from "@/lib/server/targets/chart";
import { listTargets } from "@/lib/server/targets/data";
import { getTarget } from "@/lib/server/targets/detail";
import { contentDisposition } from "./disposition";
import { readHandler } from "./read-handler";
import { problem, serviceUnavailable } from "./respond";

const querySchema = z.strictObject({ ...targetFiltersSchema.shape, lang: fileLangSchema, asOf: asOfSchema });

/** A file of more charts would take minutes: narrow the list, or take the bulletin. */
const MOST_CHARTS = 200;
/** Each takes seconds of a processor, on a thread of its own; further requests are asked to try again. */
const MOST_AT_ONCE = 2;
let running = 0;

const FORMATS = {
  zip: { type: "application/zip", drawing: "collectionZip" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    drawing: "collectionDocx",
  },
  pptx: {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    drawing: "collectionPptx",
  },
  pdf: { type: "application/pdf", drawing: "collectionPdf" },
} as const;
type CollectionFormat = keyof typeof FORMATS;

/** Null if the list has too many targets. A target whose chart only says that there is no data is left out. */
async function collect(filters: TargetFilters, context: Context, lang: Language): Promise<ChartCollection | null> {
  const t = getTranslator(lang);
  const list = await listTargets({ ...filters, cursor: undefined, limit: MOST_CHARTS }, context);
  if (list.total > MOST_CHARTS) return null;
  const charts: CollectedChart[] = [];
  for (const { code, owner } of list.rows) {
    const target = await getTarget(code, context);
    const model = target === null ? null : targetChartModel(target, context.clock, lang);
    if (model === null || model.emptyLabel !== null) continue;
    charts.push({ code, owner: owner.name[lang], model: cleanTexts(model, cleanLine) });
  }
  const owners = new Set(list.rows.map((row) => row.owner.slug));
  const [first] = list.rows;
  const department = owners.size === 1 && first !== undefined ? first.owner.name[lang] : null;
  return {
    lang,
    title: department === null ? t("chartCollection.title") : t("chartCollection.titleOf", { department }),
    about: t("chartCollection.about", {
      day: formatIsoDate(context.clock.today, lang),
      charts: charts.length,
      targets: list.total,
    }),
    charts,
  };
}

/** GET /targets/charts.{format}, with the filters and the order of the list. */
function collectionFile(format: CollectionFormat) {
  return readHandler(
    querySchema,
    async ({ request, query, context }) => {
      const { lang: chosen, asOf: _asOf, ...filters } = query;
      const lang = chosen ?? (await getLanguage());
      if (running >= MOST_AT_ONCE) return serviceUnavailable("Too many collections of charts are being made");
      running += 1;
      try {
        const collection = await collect(filters, context, lang);
        if (collection === null) return problem(400, `At most ${MOST_CHARTS} charts fit in one file; filter the list`);
        if (collection.charts.length === 0) return problem(404, "No target of the list has a chart");
        const { today } = context.clock;
        const name = `${collection.title} ${today}`;
        const headers = {
          "content-type": FORMATS[format].type,
          "content-disposition": contentDisposition("attachment", name, `charts ${today}`, format),
          "content-language": lang,
          "cache-control": "private, no-store",
        };
        if (request.method === "HEAD") return new Response(null, { headers });
        return new Response(await drawOffThread(FORMATS[format].drawing, collection), { headers });
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
