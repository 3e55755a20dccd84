// The access table: every page and route handler under app/, by role. access.spec.ts requests each of them over HTTP
// and fails on a route without a row.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROLES = [
  "visitor",
  "reader",
  "reporter",
  "reporter elsewhere",
  "reviewer",
  "supervisor",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

/** The demo account of each role; `reporter` and `reviewer` belong to the owner of the requested targets. */
export const ACCOUNTS: Readonly<Record<Exclude<Role, "visitor">, string>> = {
  reader: "demo-reader",
  reporter: "demo-school-reporter",
  "reporter elsewhere": "demo-haimen-reporter",
  reviewer: "demo-school-reviewer",
  supervisor: "demo-supervisor",
  administrator: "demo-administrator",
};

/** The owner's public target, an internal one in force, an internal draft, and a public draft. */
export const PUBLIC = "NT-M10";
export const HIDDEN = "NT-H01";
export const HIDDEN_DRAFT = "NT-H02";
export const PUBLIC_DRAFT = "NT-H03";

/**
 * The response: `ok`; `sign-in`, a redirect to the sign-in page; `refused`, a page that denies access and shows nothing
 * else; a number, the status code.
 */
export type Answer = "ok" | "sign-in" | "refused" | number;

/** By role; `others` applies to all other roles. */
type Answers = Readonly<Partial<Record<Role, Answer>>> & { readonly others: Answer };

export interface Row {
  /** As Next names it: /targets/[code]/chart.svg. */
  readonly route: string;
  readonly method?: "GET" | "POST" | "DELETE";
  /** A URL of the route; `{draft}`, `{file}` and so on are replaced by ids that the test creates. */
  readonly path: string;
  readonly answers: Answers;
}

const EVERYBODY: Answers = { others: "ok" };
const MEMBERS_AND_OFFICE = { reporter: "ok", reviewer: "ok", supervisor: "ok", administrator: "ok" } as const;
const COMMENTERS = { reporter: 400, reviewer: 400, supervisor: 400 } as const;
/** An internal target: its department and the offices can read it; others get 404. */
const OF_HIDDEN: Answers = { ...MEMBERS_AND_OFFICE, reader: "ok", others: 404 };
/** Before a target is issued, only its department and the office can read it, whatever its visibility. */
const OF_DRAFT: Answers = { ...MEMBERS_AND_OFFICE, others: 404 };
const SUPERVISION: Answers = { visitor: "sign-in", supervisor: "ok", administrator: "ok", others: "refused" };
const ADMINISTRATION: Answers = { visitor: "sign-in", administrator: "ok", others: "refused" };
const SUPERVISORS: Answers = { supervisor: "ok", administrator: "ok", others: 404 };
const REPORTERS: Answers = { visitor: "sign-in", reporter: "ok", "reporter elsewhere": "ok", others: "refused" };
const OWN_REPORTER: Answers = { visitor: "sign-in", reporter: "ok", others: "refused" };
const REVISERS: Answers = { visitor: "sign-in", reporter: "ok", reviewer: "ok", supervisor: "ok", others: "refused" };
const ONLY_OFFICE: Answers = { visitor: "sign-in", supervisor: "ok", others: "refused" };

const page = (route: string, answers: Answers, path = route): Row => ({ route, path, answers });
const CHARTS = ["svg", "png", "pdf", "csv", "xlsx"] as const;

/** A page or file of a target, for the public one, the internal one, both drafts and an unknown code. */
function ofTargets(route: string, suffix = ""): Row[] {
  const at = (code: string) => route.replace("[code]", code) + suffix;
  return [
    page(route, EVERYBODY, at(PUBLIC)),
    page(route, OF_HIDDEN, at(HIDDEN)),
    page(route, OF_DRAFT, at(HIDDEN_DRAFT)),
    page(route, OF_DRAFT, at(PUBLIC_DRAFT)),
    page(route, { others: 404 }, at("NT-NONE")),
  ];
}

export const ROWS: readonly Row[] = [
  page("/", EVERYBODY),
  page("/targets", EVERYBODY),
  page("/departments", EVERYBODY),
  page("/departments/[slug]", EVERYBODY, "/departments/school"),
  page("/departments/[slug]", { others: 404 }, "/departments/none"),
  page("/metrics/[key]", EVERYBODY, "/metrics/transport-investment"),
  page("/metrics/[key]", { others: 404 }, "/metrics/none"),
  page("/method", EVERYBODY),
  // Only because the tests' server turns it on; scripts/try-start.mjs proves that it is off otherwise.
  page("/styleguide", EVERYBODY),
  page("/sources", EVERYBODY),
  page("/sources/[id]", EVERYBODY, "/sources/nantong-daily-321"),
  page("/sources/[id]", { others: 404 }, "/sources/none"),
  ...["", ".docx", ".xlsx"].flatMap((ending) => [
    page(`/sources/[id]/outcomes${ending}`, EVERYBODY, `/sources/nantong-daily-321/outcomes${ending}`),
    page(`/sources/[id]/outcomes${ending}`, { others: 404 }, `/sources/none/outcomes${ending}`),
  ]),
  page("/sources/new", ONLY_OFFICE),
  page("/sources/[id]/proposals", { ...ONLY_OFFICE, supervisor: 404 }, "/sources/none/proposals"),
  {
    route: "/sources/read",
    path: "/sources/read",
    method: "POST",
    answers: { visitor: 401, supervisor: 400, others: 403 },
  },
  page("/sign-in", EVERYBODY),
  page("/setup", EVERYBODY),
  page("/invite", EVERYBODY),
  page("/forgot-password", EVERYBODY),
  page("/reset-password", EVERYBODY),
  page("/settings/absence", { visitor: "sign-in", others: "ok" }),
  page("/settings/account", { visitor: "sign-in", others: "ok" }),
  page("/settings", { visitor: "sign-in", others: "ok" }),
  page("/desk", { visitor: "sign-in", others: 307 }),
  page("/my", REPORTERS),
  page("/my/entry", REPORTERS),
  page("/review", { visitor: "sign-in", reviewer: "ok", others: "refused" }),
  page("/try", EVERYBODY),
  page("/start", SUPERVISION),
  ...["departments", "people", "task-table"].map((name) =>
    page("/start/samples/[name]", EVERYBODY, `/start/samples/${name}.xlsx`),
  ),
  page("/start/samples/[name]", { others: 404 }, "/start/samples/none.xlsx"),
  page("/supervision", SUPERVISION),
  page("/supervision/values.zip", { visitor: 401, supervisor: "ok", administrator: "ok", others: 403 }),
  page(
    "/departments/[slug]/values.xlsx",
    { visitor: 401, reporter: "ok", supervisor: "ok", administrator: "ok", others: 404 },
    "/departments/school/values.xlsx",
  ),
  page("/departments/[slug]/values.xlsx", { visitor: 401, others: 404 }, "/departments/none/values.xlsx"),
  page("/audit", SUPERVISION),
  page("/audit/export.xlsx", { visitor: 401, supervisor: "ok", administrator: "ok", others: 403 }),
  page("/audit/export.csv", { visitor: 401, supervisor: "ok", administrator: "ok", others: 403 }),
  page("/admin/users", ADMINISTRATION),
  page("/admin/users", ADMINISTRATION, "/admin/users?user=demo-transport-reporter&q=transport&state=active"),
  page("/admin/users/import", ADMINISTRATION),
  page("/admin/users/hand-over", ADMINISTRATION, "/admin/users/hand-over?membership=none"),
  page("/admin/departments", ADMINISTRATION),
  page("/admin/metrics", ADMINISTRATION),
  page("/admin/metrics/[key]", ADMINISTRATION, "/admin/metrics/transport-investment"),
  page("/admin/metrics/[key]", { ...ADMINISTRATION, administrator: 404 }, "/admin/metrics/none"),
  page("/admin/calendars", ADMINISTRATION),
  page("/admin/working-days", ADMINISTRATION),
  ...["departments", "holidays", "users"].map((name) =>
    page(
      "/admin/templates/[name]",
      { visitor: 401, administrator: "ok", others: 403 },
      `/admin/templates/${name}.xlsx`,
    ),
  ),
  page("/admin/templates/[name]", { visitor: 401, administrator: 404, others: 403 }, "/admin/templates/none.xlsx"),
  page("/admin/reminders", ADMINISTRATION),
  page("/admin/settings", ADMINISTRATION),
  page("/admin/rules", ADMINISTRATION),
  page("/admin/rules", ADMINISTRATION, "/admin/rules?aheadFrom=90&onTrackWithin=-80&behindWithin=-70"),

  ...ofTargets("/targets/[code]"),
  ...ofTargets("/targets/[code]/package.zip"),
  page("/targets/[code]/report", OWN_REPORTER, `/targets/${PUBLIC}/report`),
  page("/targets/[code]/report", OWN_REPORTER, `/targets/${HIDDEN}/report`),
  page("/targets/[code]/report", { visitor: "sign-in", others: "refused" }, `/targets/${HIDDEN_DRAFT}/report`),
  page("/targets/[code]/report", OWN_REPORTER, `/targets/${PUBLIC}/report?draft={draft}`),
  page(
    "/targets/[code]/report",
    { visitor: "sign-in", others: "refused" },
    `/targets/${PUBLIC}/report?draft={hidden draft}`,
  ),
  page("/targets/[code]/revise", REVISERS, `/targets/${PUBLIC}/revise`),
  page("/targets/[code]/revise", REVISERS, `/targets/${HIDDEN}/revise`),
  page("/targets/[code]/revise", ONLY_OFFICE, `/targets/${HIDDEN_DRAFT}/revise`),
  page("/targets/[code]/visibility", ONLY_OFFICE, `/targets/${PUBLIC}/visibility`),
  page("/targets/[code]/visibility", ONLY_OFFICE, `/targets/${HIDDEN}/visibility`),
  page("/targets/[code]/visibility", ONLY_OFFICE, `/targets/${HIDDEN_DRAFT}/visibility`),
  page("/targets/[code]/split", ONLY_OFFICE, `/targets/${PUBLIC}/split`),
  page("/targets/[code]/split", ONLY_OFFICE, `/targets/${HIDDEN}/split`),
  page("/targets/[code]/labels", ONLY_OFFICE, `/targets/${PUBLIC}/labels`),
  page("/targets/[code]/labels", ONLY_OFFICE, `/targets/${HIDDEN}/labels`),

  page("/targets/new", ONLY_OFFICE),
  page("/targets/import", ONLY_OFFICE),
  page("/targets/labels", { visitor: "sign-in", supervisor: "ok", administrator: "ok", others: "refused" }),
  ...["issue", "close", "carry-over", "revise", "label", "send-slip"].map((step) =>
    page("/targets/bulk/[step]", ONLY_OFFICE, `/targets/bulk/${step}`),
  ),
  page("/targets/bulk/[step]", { ...REPORTERS, reviewer: "ok" }, "/targets/bulk/receive"),
  page("/targets/bulk/[step]", { others: 404 }, "/targets/bulk/none"),
  page("/wall", EVERYBODY),

  // An internal bulletin that is not published yet.
  page("/bulletins", EVERYBODY),
  page("/bulletins/templates", ONLY_OFFICE),
  page("/bulletins/[id]", SUPERVISORS, "/bulletins/{bulletin}"),
  page("/bulletins/[id]", { others: 404 }, "/bulletins/none"),
  page("/bulletins/[id]/files", SUPERVISORS, "/bulletins/{bulletin}/files"),
  page("/bulletins/[id]/files", { others: 404 }, "/bulletins/none/files"),
  page("/bulletins/[id]/files/[file]", SUPERVISORS, "/bulletins/{bulletin}/files/{bulletin file}"),
  page("/bulletins/[id]/files/[file]", { others: 404 }, "/bulletins/{bulletin}/files/none"),

  page("/targets/export.csv", EVERYBODY),
  page("/targets/export.xlsx", EVERYBODY),
  ...["zip", "docx", "pptx", "pdf"].map((format) =>
    page(`/targets/charts.${format}`, EVERYBODY, `/targets/charts.${format}?department=school`),
  ),
  page("/targets/charts", EVERYBODY),
  // A file of the reporter; one of visitors; and one of visitors with a target that they can no longer read.
  ...["/targets/charts/files/[file]", "/targets/charts/files/[file]/state"].flatMap((route) => [
    page(route, { reporter: "ok", others: 404 }, route.replace("[file]", "{own collection}")),
    page(route, EVERYBODY, route.replace("[file]", "{shared collection}")),
    page(route, { others: 404 }, route.replace("[file]", "none")),
  ]),
  page("/targets/charts/files/[file]", OF_HIDDEN, "/targets/charts/files/{hidden collection}"),
  ...CHARTS.flatMap((format) => [
    page(`/chart.${format}`, EVERYBODY),
    page(`/departments/[slug]/chart.${format}`, EVERYBODY, `/departments/school/chart.${format}`),
    page(`/departments/[slug]/chart.${format}`, { others: 404 }, `/departments/none/chart.${format}`),
    ...ofTargets(`/targets/[code]/chart.${format}`),
    page(`/comparison/chart.${format}`, EVERYBODY, `/comparison/chart.${format}?targets=${PUBLIC},NT-T02`),
    page(`/comparison/chart.${format}`, OF_HIDDEN, `/comparison/chart.${format}?targets=${PUBLIC},${HIDDEN}`),
    page(`/comparison/chart.${format}`, OF_DRAFT, `/comparison/chart.${format}?targets=${PUBLIC},${PUBLIC_DRAFT}`),
  ]),
  // An embedded frame shows what visitors can see, even to a signed-in user.
  page("/studio", EVERYBODY, `/studio?targets=${PUBLIC}`),
  page("/studio", OF_HIDDEN, `/studio?targets=${HIDDEN}`),
  page("/studio", OF_HIDDEN, `/studio?targets=${PUBLIC},${HIDDEN}`),
  page("/studio", OF_DRAFT, `/studio?targets=${PUBLIC},${PUBLIC_DRAFT}`),
  page("/embed/overview", EVERYBODY),
  page("/embed/departments/[slug]", EVERYBODY, "/embed/departments/school"),
  page("/embed/departments/[slug]", { others: 404 }, "/embed/departments/none"),
  page("/embed/comparison", EVERYBODY, `/embed/comparison?targets=${PUBLIC},NT-T02`),
  page("/embed/comparison", { others: 404 }, `/embed/comparison?targets=${PUBLIC},${HIDDEN}`),
  page("/embed/comparison", { others: 404 }, `/embed/comparison?targets=${PUBLIC},${PUBLIC_DRAFT}`),
  page("/embed/targets/[code]", EVERYBODY, `/embed/targets/${PUBLIC}`),
  page("/embed/targets/[code]", { others: 404 }, `/embed/targets/${HIDDEN}`),
  page("/embed/targets/[code]", { others: 404 }, `/embed/targets/${HIDDEN_DRAFT}`),
  page("/embed/targets/[code]", { others: 404 }, `/embed/targets/${PUBLIC_DRAFT}`),

  page("/sitemap.xml", EVERYBODY),
  page("/robots.txt", EVERYBODY),
  page("/api/health", EVERYBODY),
  page("/api/v1/openapi.json", EVERYBODY),
  page("/api/v1/departments", EVERYBODY),
  page("/api/v1/targets", EVERYBODY),
  ...ofTargets("/api/v1/targets/[code]"),
  page("/api/auth/[...all]", EVERYBODY, "/api/auth/get-session"),
  page("/api/auth/[...all]", { others: 404 }, "/api/auth/admin/list-users"),

  // An empty report: users who may report get a validation error, others are rejected first.
  {
    ...page(
      "/api/v1/targets/[code]/updates",
      { visitor: 401, reporter: 422, others: 403 },
      `/api/v1/targets/${PUBLIC}/updates`,
    ),
    method: "POST",
  },
  {
    ...page(
      "/api/v1/targets/[code]/updates",
      { visitor: 401, reporter: 422, "reporter elsewhere": 404, others: 403 },
      `/api/v1/targets/${HIDDEN}/updates`,
    ),
    method: "POST",
  },
  {
    ...page(
      "/api/v1/targets/[code]/updates",
      { visitor: 401, reader: 404, "reporter elsewhere": 404, others: 403 },
      `/api/v1/targets/${HIDDEN_DRAFT}/updates`,
    ),
    method: "POST",
  },
  {
    ...page("/api/v1/targets/[code]/updates", { visitor: 401, others: 404 }, "/api/v1/targets/NT-NONE/updates"),
    method: "POST",
  },

  // A file of a draft: the department and the office can read it; only its author can change it.
  page("/evidence/[id]", { ...MEMBERS_AND_OFFICE, others: 404 }, "/evidence/{file}"),
  page("/evidence/[id]", { others: 404 }, "/evidence/00000000-0000-7000-8000-000000000000"),
  page("/evidence/[id]", { others: 404 }, "/evidence/none"),
  {
    ...page(
      "/evidence/[id]",
      { visitor: 401, reviewer: 403, supervisor: 403, administrator: 403, reporter: "ok", others: 404 },
      "/evidence/{file}",
    ),
    method: "DELETE",
  },
  // An upload without form data: users who may add files get a validation error, others are rejected.
  {
    ...page("/updates/[id]/evidence", { visitor: 401, others: 404 }, "/updates/none/evidence"),
    method: "POST",
  },
  // No form data: users who may comment get a validation error, others are rejected before the body is read.
  ...(
    [
      [PUBLIC, { visitor: 401, ...COMMENTERS, others: 403 }],
      [HIDDEN, { visitor: 401, ...COMMENTERS, "reporter elsewhere": 404, others: 403 }],
      [HIDDEN_DRAFT, { visitor: 401, reader: 404, "reporter elsewhere": 404, others: 403 }],
      [PUBLIC_DRAFT, { visitor: 401, reader: 404, "reporter elsewhere": 404, others: 403 }],
      ["NT-NONE", { visitor: 401, others: 404 }],
    ] as const
  ).map(([code, answers]): Row => {
    return { ...page("/targets/[code]/comments", answers, `/targets/${code}/comments`), method: "POST" };
  }),
  // A file of a comment on a public target: readable by users who can read comments, removable by nobody.
  page("/evidence/[id]", { ...MEMBERS_AND_OFFICE, others: 404 }, "/evidence/{comment file}"),
  { ...page("/evidence/[id]", { visitor: 401, others: 404 }, "/evidence/{comment file}"), method: "DELETE" },
  page("/calendar/[token]", { others: 404 }, `/calendar/${"a".repeat(43)}.ics`),
  page("/calendar/[token]", { others: 404 }, "/calendar/none.ics"),
];

const APP = fileURLToPath(new URL("../app", import.meta.url));

/** Every route that Next serves, from the file names, without route groups. */
export function routesOfApp(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)(page|route)\.[jt]sx?$/.test(file))
    .map((file) => `/${file.split("/").slice(0, -1).join("/")}`.replace(/\/\([^/]*\)/g, ""))
    .sort();
}
