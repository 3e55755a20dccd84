// The route handler behind every chart file: query → model → bytes, the same for targets, departments, the overview.
import "server-only";
import type { ChartModel } from "@/lib/charts/chart-model";
import { ExportSizeError } from "@/lib/exports/export-bounds";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { type ChartFormat, type ChartQuery, chartQuerySchema } from "@/lib/schemas/chart-query";
import { contextOn, isFieldError } from "@/lib/server/api/as-of";
import { contentDisposition } from "@/lib/server/api/disposition";
import { guarded } from "@/lib/server/api/guard";
import { parseQuery } from "@/lib/server/api/query";
import { type FieldError, problem, respondDrawn } from "@/lib/server/api/respond";
import { type Context, getContext } from "@/lib/server/context";
import { kept } from "@/lib/server/events/kept";
import { VERSION } from "@/lib/server/version";
import { CONTENT_TYPES, drawChart, pictureOf } from "./draw";
import { drawnOnce } from "./drawn-once";

/** A chart with what its file is called. */
export interface NamedChart {
  readonly model: ChartModel;
  /** ASCII, for readers of headers that take nothing else. */
  readonly plainName: string;
}

/** Null where the actor may read no such thing. */
export type ReadChart<P> = (params: P, context: Context, lang: Language) => Promise<NamedChart | null>;

// A picture opened by itself runs nothing and loads nothing.
const INERT = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

function headersFor(chart: NamedChart, format: ChartFormat, query: ChartQuery, day: string): Record<string, string> {
  const isTable = format === "csv" || format === "xlsx";
  const how = isTable || query.download === "1" ? "attachment" : "inline";
  const { model, plainName } = chart;
  return {
    "content-type": CONTENT_TYPES[format],
    "content-disposition": contentDisposition(how, `${plainName} ${model.title} ${day}`, `${plainName} ${day}`, format),
    "content-language": model.lang,
    ...(format === "svg" ? { "content-security-policy": INERT } : {}),
  };
}

function tooLarge(error: ExportSizeError): FieldError {
  if (error.bound !== "pixels") return { name: error.bound, message: error.message };
  const most = `${error.highest / 1_000_000} million pixels`;
  return { name: "scale", message: `is too much: width × height × scale × scale must not pass ${most}` };
}

export function chartFile<P>(format: ChartFormat, readChart: ReadChart<P>) {
  return guarded(async (request: Request, route: { readonly params: Promise<P> }) => {
    const query = parseQuery(chartQuerySchema, new URL(request.url).searchParams);
    if (!query.ok) return problem(400, undefined, query.errors);
    const context = contextOn(await getContext(), query.data.asOf);
    if (isFieldError(context)) return problem(400, undefined, [context]);
    const lang = query.data.lang ?? (await getLanguage());
    const params = await route.params;
    const asked = `chart ${JSON.stringify(params)} ${lang}`;
    const chart = await kept(asked, context, () => readChart(params, context, lang));
    if (chart === null) return problem(404, "There is no such chart you may see");
    const picture = pictureOf(chart.model, query.data);
    const fingerprint = JSON.stringify([VERSION, format, picture, chart.model]);
    const headers = headersFor(chart, format, query.data, context.clock.today);
    try {
      const draw = () => drawnOnce(fingerprint, () => drawChart(chart.model, format, picture));
      return await respondDrawn(request, draw, headers, fingerprint);
    } catch (error) {
      if (!(error instanceof ExportSizeError)) throw error;
      return problem(400, undefined, [tooLarge(error)]);
    }
  });
}
