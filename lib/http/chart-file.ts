// The route handlers of all chart files: query → model → bytes, the same for targets, departments, the overview.
import "server-only";
import type { z } from "zod";
import { typeError } from "@/lib/charts/model/chart-type";
import { viewChart } from "@/lib/charts/model/chart-view";
import { ExportSizeError } from "@/lib/exports/export-bounds";
import { DrawingBusyError } from "@/lib/exports/threads";
import { getLanguage } from "@/lib/i18n/preferences";
import {
  type ChartFormat,
  type ChartQuery,
  type CompareQuery,
  chartQuerySchema,
  compareQuerySchema,
  type OverviewQuery,
  overviewQuerySchema,
  overviewSubject,
} from "@/lib/schemas/chart-query";
import { getChartView } from "@/lib/server/charts/chart-view";
import { contentHash } from "@/lib/server/charts/content-hash";
import { CONTENT_TYPES, drawChart, drawPicture } from "@/lib/server/charts/draw";
import { cacheDrawing } from "@/lib/server/charts/drawing-cache";
import { type NamedChart, readChart } from "@/lib/server/charts/read-chart";
import { FILES_VERSION } from "@/lib/server/version";
import type { ChartSubject } from "@/lib/views/chart";
import { contentDisposition } from "./disposition";
import { readHandler } from "./read-handler";
import { type FieldError, problem, respondDrawn, serviceUnavailable } from "./respond";

// An SVG opened on its own can run and load nothing.
const INERT = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

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
  return readHandler(schema, async ({ request, query, context }, route: Route<P>) => {
    const lang = query.lang ?? (await getLanguage());
    const use = isTable(format) ? "data" : "picture";
    const subject = subjectOf(await route.params, query);
    const chart = await readChart(subject, context, lang, use);
    if (chart === null) return problem(404, "Chart not found");
    const wrongType = typeError(chart.model, query.type);
    if (wrongType !== null) return problem(400, undefined, [{ name: "type", message: wrongType }]);
    const model = viewChart(chart.model, await getChartView(subject, query));
    const picture = drawPicture(model, query);
    const fingerprint = JSON.stringify([FILES_VERSION, format, picture, contentHash(model)]);
    const headers = headersFor({ ...chart, model }, format, query, context.clock.today);
    try {
      const draw = () => cacheDrawing(fingerprint, () => drawChart(model, format, picture));
      return await respondDrawn(request, draw, headers, fingerprint);
    } catch (error) {
      if (error instanceof ExportSizeError) return problem(400, undefined, [pictureTooLarge(error)]);
      if (error instanceof DrawingBusyError) return serviceUnavailable("Too many files are being drawn");
      throw error;
    }
  });
}

function chartFiles<P, Q extends ChartQuery>(schema: z.ZodType<Q>, subjectOf: (params: P, query: Q) => ChartSubject) {
  const file = (format: ChartFormat) => chartFile(format, schema, subjectOf);
  return { csv: file("csv"), pdf: file("pdf"), png: file("png"), svg: file("svg"), xlsx: file("xlsx") };
}

export const targetCharts = chartFiles<{ readonly code: string }, ChartQuery>(chartQuerySchema, ({ code }) => ({
  of: "target",
  code,
}));
export const departmentCharts = chartFiles<{ readonly slug: string }, ChartQuery>(chartQuerySchema, ({ slug }) => ({
  of: "department",
  slug,
}));
export const overviewCharts = chartFiles<object, OverviewQuery>(overviewQuerySchema, (_params, query) =>
  overviewSubject(query),
);
export const comparisonCharts = chartFiles<object, CompareQuery>(compareQuerySchema, (_params, { targets, as }) => ({
  of: "comparison",
  codes: targets,
  as,
}));

/** GET /targets/{code}/chart.{format} */
export const {
  csv: targetChartCsv,
  pdf: targetChartPdf,
  png: targetChartPng,
  svg: targetChartSvg,
  xlsx: targetChartXlsx,
} = targetCharts;
/** GET /departments/{slug}/chart.{format} */
export const {
  csv: departmentChartCsv,
  pdf: departmentChartPdf,
  png: departmentChartPng,
  svg: departmentChartSvg,
  xlsx: departmentChartXlsx,
} = departmentCharts;
/** GET /chart.{format} */
export const {
  csv: overviewChartCsv,
  pdf: overviewChartPdf,
  png: overviewChartPng,
  svg: overviewChartSvg,
  xlsx: overviewChartXlsx,
} = overviewCharts;
/** GET /comparison/chart.{format} */
export const {
  csv: comparisonChartCsv,
  pdf: comparisonChartPdf,
  png: comparisonChartPng,
  svg: comparisonChartSvg,
  xlsx: comparisonChartXlsx,
} = comparisonCharts;
