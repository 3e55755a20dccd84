// GET /embed/…: what visitors can see, even when the reader of the embedding page is signed in.
import "server-only";
import type { z } from "zod";
import { viewChart } from "@/lib/charts/model/chart-view";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { contextAsOf, isFieldError } from "@/lib/http/as-of";
import { guarded } from "@/lib/http/guard";
import { parseQuery } from "@/lib/http/query";
import { problem, respondDrawn } from "@/lib/http/respond";
import { DEFAULT_LANGUAGE, type Language } from "@/lib/i18n/languages";
import {
  type ChartQuery,
  type CompareQuery,
  chartQuerySchema,
  compareQuerySchema,
  toChartView,
} from "@/lib/schemas/chart-query";
import { chartUrls } from "@/lib/server/charts/chart-urls";
import { contentHash } from "@/lib/server/charts/content-hash";
import { drawPicture } from "@/lib/server/charts/draw";
import { readChart } from "@/lib/server/charts/read-chart";
import { standardClock } from "@/lib/server/clock";
import { FILES_VERSION } from "@/lib/server/version";
import type { ChartSubject } from "@/lib/views/chart";
import { embedNotFoundPage, embedPage, SCRIPT_HASH } from "./page";

const HTML = "text/html; charset=utf-8";
/** Any site may frame it; it runs one inline script, loads nothing and sends nothing. */
const POLICY = `default-src 'none'; script-src ${SCRIPT_HASH}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *`;
const HEADERS = { "content-type": HTML, "content-security-policy": POLICY };
/** Anybody may keep it and must ask whether it still holds: a target may become internal at any moment. */
const REVALIDATED = { "cache-control": "public, no-cache", vary: "accept-encoding" };

function embedNotFound(lang: Language, theme: ChartQuery["theme"]): Response {
  return new Response(embedNotFoundPage(lang, theme), {
    status: 404,
    headers: { ...HEADERS, "cache-control": "no-store" },
  });
}

function embedded<P, Q extends ChartQuery>(schema: z.ZodType<Q>, subjectOf: (params: P, query: Q) => ChartSubject) {
  return guarded(async (request: Request, route: { readonly params: Promise<P> }) => {
    const query = parseQuery(schema, new URL(request.url).searchParams);
    if (!query.ok) return problem(400, undefined, query.errors);
    const context = contextAsOf({ actor: VISITOR, clock: standardClock() }, query.data.asOf);
    if (isFieldError(context)) return problem(400, undefined, [context]);
    const lang = query.data.lang ?? DEFAULT_LANGUAGE;
    const { theme, width, height, size: named } = query.data;
    const subject = subjectOf(await route.params, query.data);
    const chart = await readChart(subject, context, lang);
    if (chart === null) return embedNotFound(lang, theme);
    const model = viewChart(chart.model, toChartView(query.data));
    const isFree = width === undefined && height === undefined && named === "default";
    const size = isFree ? null : drawPicture(model, query.data);
    const draw = async () => embedPage(model, chartUrls(subject).page, { theme, size });
    return respondDrawn(
      request,
      draw,
      { ...HEADERS, ...REVALIDATED },
      JSON.stringify([FILES_VERSION, theme, size, contentHash(model)]),
    );
  });
}

/** GET /embed/targets/{code} */
export const embedTarget = embedded<{ readonly code: string }, ChartQuery>(chartQuerySchema, ({ code }) => ({
  of: "target",
  code,
}));

/** GET /embed/departments/{slug} */
export const embedDepartment = embedded<{ readonly slug: string }, ChartQuery>(chartQuerySchema, ({ slug }) => ({
  of: "department",
  slug,
}));

/** GET /embed/overview */
export const embedOverview = embedded<object, ChartQuery>(chartQuerySchema, () => ({ of: "overview" }));

/** GET /embed/comparison */
export const embedComparison = embedded<object, CompareQuery>(compareQuerySchema, (_params, { targets, as }) => ({
  of: "comparison",
  codes: targets,
  as,
}));
