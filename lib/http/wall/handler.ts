// GET /wall
import "server-only";
import { z } from "zod";
import { guarded } from "@/lib/http/guard";
import { parseQuery } from "@/lib/http/query";
import { problem } from "@/lib/http/respond";
import { getLanguage } from "@/lib/i18n/preferences";
import { asOfSchema } from "@/lib/schemas/api";
import { fileThemeSchema } from "@/lib/schemas/chart-query";
import { getContext } from "@/lib/server/context";
import { getWall } from "@/lib/server/wall/data";
import { wallPage } from "./page";

const querySchema = z.strictObject({
  theme: fileThemeSchema("wall"),
  seconds: z.coerce.number().int().min(3).max(600).default(15),
  /** The clock has read it already; listed here so that the strict query accepts it. */
  asOf: asOfSchema,
});

/** It runs its own script only, and may load nothing from other origins. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export const getWallPage = guarded(async (request: Request) => {
  const query = parseQuery(querySchema, new URL(request.url).searchParams);
  if (!query.ok) return problem(400, undefined, query.errors);
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  const { theme, seconds } = query.data;
  const wall = await getWall(context, lang);
  const page = wallPage(wall, { lang, theme, seconds, today: context.clock.today });
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "cache-control": "private, no-store",
    },
  });
});
