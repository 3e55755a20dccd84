// GET /embed/targets/{code}: what anybody may see, whoever is signed in where the frame stands.
import "server-only";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { DEFAULT_LANGUAGE, type Language } from "@/lib/i18n/languages";
import { type ChartQuery, chartQuerySchema } from "@/lib/schemas/chart-query";
import { contextOn, isFieldError } from "@/lib/server/api/as-of";
import { guarded } from "@/lib/server/api/guard";
import { parseQuery } from "@/lib/server/api/query";
import { problem, respondDrawn } from "@/lib/server/api/respond";
import { pictureOf } from "@/lib/server/charts/draw";
import { standardClock } from "@/lib/server/clock";
import { targetChartModel } from "@/lib/server/targets/chart";
import { keptTarget } from "@/lib/server/targets/detail";
import { VERSION } from "@/lib/server/version";
import { embedMissing, embedPage } from "./page";

const HTML = "text/html; charset=utf-8";
/** Any site may frame it; it can run nothing, load nothing, send nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";
const HEADERS = { "content-type": HTML, "content-security-policy": POLICY };
/** Frames on busy pages may show a figure some minutes old. */
const SHORT = { "cache-control": "public, max-age=300", vary: "accept-encoding" };

function notThere(lang: Language, theme: ChartQuery["theme"]): Response {
  return new Response(embedMissing(lang, theme), { status: 404, headers: { ...HEADERS, "cache-control": "no-store" } });
}

export const embedTarget = guarded(
  async (request: Request, route: { readonly params: Promise<{ readonly code: string }> }) => {
    const query = parseQuery(chartQuerySchema, new URL(request.url).searchParams);
    if (!query.ok) return problem(400, undefined, query.errors);
    const context = contextOn({ actor: VISITOR, clock: standardClock() }, query.data.asOf);
    if (isFieldError(context)) return problem(400, undefined, [context]);
    const lang = query.data.lang ?? DEFAULT_LANGUAGE;
    const detail = await keptTarget((await route.params).code, context);
    if (detail === null) return notThere(lang, query.data.theme);
    const model = targetChartModel(detail, context.clock, lang);
    const { theme, width, height } = query.data;
    const size = width === undefined && height === undefined ? null : pictureOf(model, query.data);
    const draw = async () => embedPage(model, { theme, size });
    return respondDrawn(request, draw, { ...HEADERS, ...SHORT }, JSON.stringify([VERSION, theme, size, model]));
  },
);
