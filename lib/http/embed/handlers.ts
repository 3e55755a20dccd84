// GET /embed/…: what visitors can see, even when the reader of the embedding page is signed in.
import "server-only";
import type { z } from "zod";
import { typeError } from "@/lib/charts/model/chart-type";
import { viewChart } from "@/lib/charts/model/chart-view";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { readHandler } from "@/lib/http/read-handler";
import { problem, respondDrawn } from "@/lib/http/respond";
import { DEFAULT_LANGUAGE, type Language } from "@/lib/i18n/languages";
import {
  type ChartQuery,
  type CompareQuery,
  chartQuerySchema,
  compareQuerySchema,
  type OverviewQuery,
  overviewQuerySchema,
  overviewSubject,
} from "@/lib/schemas/chart-query";
import { chartUrls } from "@/lib/server/charts/chart-urls";
import { getChartView } from "@/lib/server/charts/chart-view";
import { contentHash } from "@/lib/server/charts/content-hash";
import { drawPicture } from "@/lib/server/charts/draw";
import { readChart } from "@/lib/server/charts/read-chart";
import { standardClock } from "@/lib/server/clock";
import { FILES_VERSION } from "@/lib/server/version";
import type { ChartSubject } from "@/lib/views/chart";
import { embedNotFoundPage, embedPage } from "./page";
import { SCRIPT_HASHES } from "./scripts";

const HTML = "text/html; charset=utf-8";
/** Any site may frame it; it runs two inline scripts, and loads and sends nothing. */
const POLICY = `default-src 'none'; script-src ${SCRIPT_HASHES}; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *`;
const HEADERS = { "content-type": HTML, "content-security-policy": POLICY };
/** Caches must revalidate: a target may become internal at any moment. */
const REVALIDATED = { "cache-control": "public, no-cache", vary: "accept-encoding" };

function embedNotFound(lang: Language, theme: ChartQuery["theme"]): Response {
  return new Response(embedNotFoundPage(lang, theme), {
    status: 404,
    headers: { ...HEADERS, "cache-control": "no-store" },
  });
}

function embedded<P, Q extends ChartQuery>(schema: z.ZodType<Q>, subjectOf: (params: P, query: Q) => ChartSubject) {
  return readHandler(
    schema,
    async ({ request, query, context }, route: { readonly params: Promise<P> }) => {
      const lang = query.lang ?? DEFAULT_LANGUAGE;
      const { theme, width, height, size: named } = query;
      const subject = subjectOf(await route.params, query);
      const chart = await readChart(subject, context, lang);
      if (chart === null) return embedNotFound(lang, theme);
      const wrongType = typeError(chart.model, query.type);
      if (wrongType !== null) return problem(400, undefined, [{ name: "type", message: wrongType }]);
      const model = viewChart(chart.model, await getChartView(subject, query));
      const { mmWidth, mmHeight } = query;
      const isFree = [width, height, mmWidth, mmHeight].every((one) => one === undefined) && named === "default";
      const size = isFree ? null : drawPicture(model, query);
      const draw = async () => embedPage(model, chartUrls(subject).page, { theme, size });
      const fingerprint = JSON.stringify([FILES_VERSION, theme, size, contentHash(model)]);
      return respondDrawn(request, draw, { ...HEADERS, ...REVALIDATED }, fingerprint);
    },
    { contextOf: () => ({ actor: VISITOR, clock: standardClock() }) },
  );
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
export const embedOverview = embedded<object, OverviewQuery>(overviewQuerySchema, (_params, query) =>
  overviewSubject(query),
);

/** GET /embed/comparison */
export const embedComparison = embedded<object, CompareQuery>(compareQuerySchema, (_params, { targets, as }) => ({
  of: "comparison",
  codes: targets,
  as,
}));
