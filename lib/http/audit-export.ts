// The audit as CSV, with its hashes: in batches, newest first; the last line is the head of the chain.
import "server-only";
import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { csvHeader, csvLines } from "@/lib/exports/csv";
import type { ListColumn } from "@/lib/exports/list-rows";
import { type AuditFilters, auditFiltersSchema } from "@/lib/schemas/audit";
import { type Context, getContext } from "@/lib/server/context";
import { listEvents } from "@/lib/server/events/data";
import type { EventPage, EventView } from "@/lib/views/event";
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

async function* lines(
  first: EventPage,
  columns: ListColumn[],
  headLabel: string,
  filters: AuditFilters,
  context: Context,
) {
  yield Buffer.from(csvHeader(columns));
  let page: EventPage | null = first;
  while (page !== null) {
    yield Buffer.from(csvLines(page.events.map(rowOf)));
    page = page.next === null ? null : await listEvents({ ...filters, before: page.next }, context, BATCH);
  }
  if (first.head !== null) yield Buffer.from(csvLines([headRow(first.head, headLabel)]));
}

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
