// For search engines: the addresses of everything public, and what not to crawl.
import "server-only";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { escapeHtml } from "@/lib/markup/escape-html";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { listBulletins } from "@/lib/server/bulletins/data";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import { standardClock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { listDepartments } from "@/lib/server/departments/data";
import { getOrigin } from "@/lib/server/origin";
import { listSources } from "@/lib/server/sources/data";
import { queryStandings } from "@/lib/server/targets/list-query";
import { guarded } from "./guard";

const FIXED_PAGES = ["", "/targets", "/departments", "/sources", "/bulletins", "/method"];

/** The most that the protocol allows in one file. */
const MOST_ADDRESSES = 50_000;

/** A page per office for signed-in users, downloads, and pages with filters, which repeat the lists. */
const NOT_CRAWLED = ["/admin/", "/audit", "/desk", "/my", "/review", "/settings", "/supervision", "/studio", "/*?"];

async function listPaths(context: Context): Promise<string[]> {
  const [targets, departments, sources, bulletins] = await Promise.all([
    queryStandings({ ...NO_FILTERS, parts: "include", sort: "code", limit: null }, context),
    listDepartments(context),
    listSources(context),
    listBulletins(context),
  ]);
  const paths = [
    ...FIXED_PAGES,
    ...departments.map(({ slug }) => `/departments/${slug}`),
    ...sources.map(({ id }) => `/sources/${id}`),
    ...bulletins.map(({ id }) => `/bulletins/${id}`),
    ...targets.map(({ code }) => `/targets/${encodeURIComponent(code)}`),
  ];
  return paths.slice(0, MOST_ADDRESSES);
}

const HEADERS = { "cache-control": "public, max-age=3600" };

/** GET /sitemap.xml: what visitors can read, for everybody. */
export const getSitemap = guarded(async (_request: Request) => {
  const context: Context = { actor: VISITOR, clock: standardClock() };
  const [origin, paths] = await Promise.all([
    getOrigin(),
    cachedForVisitors("sitemap", context, () => listPaths(context)),
  ]);
  const entries = paths.map((path) => `<url><loc>${escapeHtml(`${origin}${path}`)}</loc></url>`).join("\n");
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}
</urlset>
`;
  return new Response(xml, { headers: { ...HEADERS, "content-type": "application/xml; charset=utf-8" } });
});

/** GET /robots.txt */
export const getRobots = guarded(async (_request: Request) => {
  const rules = NOT_CRAWLED.map((path) => `Disallow: ${path}`).join("\n");
  const text = `User-agent: *\n${rules}\n\nSitemap: ${await getOrigin()}/sitemap.xml\n`;
  return new Response(text, { headers: { ...HEADERS, "content-type": "text/plain; charset=utf-8" } });
});
