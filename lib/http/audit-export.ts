// The audit as a file, in batches, newest first: a CSV with hashes and codes for verification, whose last line is the
// head of the chain, and a workbook for people.
import "server-only";
import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { csvHeader, csvLines } from "@/lib/exports/csv";
import type { ListColumn } from "@/lib/exports/list-rows";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import { type AuditFilters, auditFiltersSchema } from "@/lib/schemas/audit";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { type Context, getContext } from "@/lib/server/context";
import { getDepartmentNames } from "@/lib/server/departments/names";
import { listEvents } from "@/lib/server/events/data";
import { getOrigin } from "@/lib/server/origin";
import type { EventPage, EventView } from "@/lib/views/event";
import { auditWorkbook } from "./audit-workbook";
import { contentDisposition } from "./disposition";
import { guarded } from "./guard";
import { problem } from "./respond";

const BATCH = 1000;
const COLUMNS = ["sequence", "when", "who", "what", "about", "before", "after", "hash"] as const;

function rowOf(event: EventView): string[] {
  const { sequence, at, actor, action, code, entityId, before, after, hash } = event;
  const json = (value: unknown) => (value === null ? "" : JSON.stringify(value));
  return [sequence, at.toISOString(), actor ?? "", action, code ?? entityId, json(before), json(after), hash];
}

/** Number and hash of the last event at the time of the request, in their columns. */
function headRow(head: string, label: string): string[] {
  const [sequence = "", hash = ""] = head.split(":");
  const cells: Partial<Record<(typeof COLUMNS)[number], string>> = { sequence, what: label, hash };
  return COLUMNS.map((column) => cells[column] ?? "");
}

async function* pagesOf(first: EventPage, filters: AuditFilters, context: Context): AsyncGenerator<EventPage> {
  let page: EventPage | null = first;
  while (page !== null) {
    yield page;
    page = page.next === null ? null : await listEvents({ ...filters, before: page.next }, context, BATCH);
  }
}

async function* lines(
  first: EventPage,
  columns: ListColumn[],
  headLabel: string,
  filters: AuditFilters,
  context: Context,
) {
  yield Buffer.from(csvHeader(columns));
  for await (const { events } of pagesOf(first, filters, context)) yield Buffer.from(csvLines(events.map(rowOf)));
  if (first.head !== null) yield Buffer.from(csvLines([headRow(first.head, headLabel)]));
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** GET /audit/export.xlsx, for people: words, local time, and links to the targets. */
export const auditWorkbookFile = guarded(async (request: Request) => {
  const filters = auditFiltersSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [context, lang] = [await getContext(), await getLanguage()];
  const first = await listEvents(filters, context, BATCH);
  if (first === null) return problem(context.actor.kind === "visitor" ? 401 : 403);
  const { today } = context.clock;
  const headers = {
    "content-type": XLSX,
    "content-disposition": contentDisposition(
      "attachment",
      `${getTranslator(lang)("audit.title")} ${today}`,
      `audit ${today}`,
      "xlsx",
    ),
    "content-language": lang,
    "cache-control": "private, no-store",
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  const [origin, person, departments] = await Promise.all([getOrigin(), getPersonNames(), getDepartmentNames()]);
  const stream = auditWorkbook(pagesOf(first, filters, context), {
    lang,
    departments,
    origin,
    person,
    total: first.total,
  });
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers });
});

/** GET /audit/export.csv, with the filters of the page. */
export const auditExportFile = guarded(async (request: Request) => {
  const filters = auditFiltersSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [context, t] = [await getContext(), await getTranslations("audit")];
  const first = await listEvents(filters, context, BATCH);
  if (first === null) return problem(context.actor.kind === "visitor" ? 401 : 403);
  const labels: Partial<Record<(typeof COLUMNS)[number], string>> = {
    sequence: t("sequence"),
    when: t("when"),
    who: t("who"),
    what: t("what"),
    about: t("about"),
  };
  const columns = COLUMNS.map((key): ListColumn => ({ key, label: labels[key] ?? key, type: "text", unit: null }));
  const name = `${t("title")} ${context.clock.today}`;
  const body = Readable.toWeb(Readable.from(lines(first, columns, t("head"), filters, context))) as ReadableStream;
  return new Response(request.method === "HEAD" ? null : body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition("attachment", name, `audit ${context.clock.today}`, "csv"),
      "cache-control": "private, no-store",
    },
  });
});
