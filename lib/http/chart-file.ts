// The route handler behind every chart file: query → model → bytes, the same for targets, departments, the overview.
import "server-only";
import type { z } from "zod";
import { viewChart } from "@/lib/charts/model/chart-view";
import { ExportSizeError } from "@/lib/exports/export-bounds";
import { PictureBusyError } from "@/lib/exports/png";
import { getLanguage } from "@/lib/i18n/preferences";
import {
  type ChartFormat,
  type ChartQuery,
  type CompareQuery,
  chartQuerySchema,
  compareQuerySchema,
  toChartView,
} from "@/lib/schemas/chart-query";
import { contentHash } from "@/lib/server/charts/content-hash";
import { CONTENT_TYPES, drawChart, drawPicture } from "@/lib/server/charts/draw";
import { cacheDrawing } from "@/lib/server/charts/drawing-cache";
import { type NamedChart, readChart } from "@/lib/server/charts/read-chart";
import { getContext } from "@/lib/server/context";
import { FILES_VERSION } from "@/lib/server/version";
import type { ChartSubject } from "@/lib/views/chart";
import { contextAsOf, isFieldError } from "./as-of";
import { contentDisposition } from "./disposition";
import { guarded } from "./guard";
import { parseQuery } from "./query";
import { type FieldError, problem, respondDrawn, serviceUnavailable } from "./respond";

// A picture opened by itself runs nothing and loads nothing.
const INERT = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

function isTable(format: ChartFormat): boolean {
  return format === "csv" || format === "xlsx";
}

function headersFor(chart: NamedChart, format: ChartFormat, query: ChartQuery, day: string): Record<string, string> {
  const how = isTable(format) || query.download === "1" ? "attachment" : "inline";
  const { model, plainName } = chart;
  return {
    "content-type": CONTENT_TYPES[format],
    "content-disposition": contentDisposition(how, `${plainName} ${model.title} ${day}`, `${plainName} ${day}`, format),
    "content-language": model.lang,
    ...(format === "svg" ? { "content-security-policy": INERT } : {}),
  };
}

function pictureTooLarge(error: ExportSizeError): FieldError {
  if (error.bound !== "pixels") return { name: error.bound, message: error.message };
  const most = `${error.highest / 1_000_000} million pixels`;
  return { name: "scale", message: `is too much: width × height × scale × scale must not pass ${most}` };
}

interface Route<P> {
  readonly params: Promise<P>;
}

function chartFile<P, Q extends ChartQuery>(
  format: ChartFormat,
  schema: z.ZodType<Q>,
  subjectOf: (params: P, query: Q) => ChartSubject,
) {
  return guarded(async (request: Request, route: Route<P>) => {
    const query = parseQuery(schema, new URL(request.url).searchParams);
    if (!query.ok) return problem(400, undefined, query.errors);
    const context = contextAsOf(await getContext(), query.data.asOf);
    if (isFieldError(context)) return problem(400, undefined, [context]);
    const lang = query.data.lang ?? (await getLanguage());
    const use = isTable(format) ? "data" : "picture";
    const chart = await readChart(subjectOf(await route.params, query.data), context, lang, use);
    if (chart === null) return problem(404, "Chart not found");
    const model = viewChart(chart.model, toChartView(query.data));
    const picture = drawPicture(model, query.data);
    const fingerprint = JSON.stringify([FILES_VERSION, format, picture, contentHash(model)]);
    const headers = headersFor({ ...chart, model }, format, query.data, context.clock.today);
    try {
      const draw = () => cacheDrawing(fingerprint, () => drawChart(model, format, picture));
      return await respondDrawn(request, draw, headers, fingerprint);
    } catch (error) {
      if (error instanceof ExportSizeError) return problem(400, undefined, [pictureTooLarge(error)]);
      if (error instanceof PictureBusyError) return serviceUnavailable("Too many pictures are being drawn");
      throw error;
    }
  });
}

/** GET /targets/{code}/chart.{format}. */
export function targetChartFile(format: ChartFormat) {
  return chartFile<{ readonly code: string }, ChartQuery>(format, chartQuerySchema, ({ code }) => ({
    of: "target",
    code,
  }));
}

/** GET /departments/{slug}/chart.{format}. */
export function departmentChartFile(format: ChartFormat) {
  return chartFile<{ readonly slug: string }, ChartQuery>(format, chartQuerySchema, ({ slug }) => ({
    of: "department",
    slug,
  }));
}

/** GET /chart.{format}. */
export function overviewChartFile(format: ChartFormat) {
  return chartFile<object, ChartQuery>(format, chartQuerySchema, () => ({ of: "overview" }));
}

/** GET /comparison/chart.{format}. */
export function comparisonChartFile(format: ChartFormat) {
  return chartFile<object, CompareQuery>(format, compareQuerySchema, (_params, { targets, as }) => ({
    of: "comparison",
    codes: targets,
    as,
  }));
}
