// Reads the audit, newest first, in pages.
import "server-only";
import { Temporal } from "temporal-polyfill";
import { CITY_TIME_ZONE } from "@/lib/domain/calendar/city-day";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import type { AuditFilters } from "@/lib/schemas/audit";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

import type { EventPage } from "@/lib/views/event";
import { getChainHead, headText } from "./chain-heads";

const EVENTS_A_PAGE = 100;

function startOf(day: IsoDate, addDays = 0): Date {
  const at = Temporal.PlainDate.from(day).add({ days: addDays }).toZonedDateTime({ timeZone: CITY_TIME_ZONE });
  return new Date(at.epochMilliseconds);
}

/** Finds a target by its code, ignoring width and case. */
async function findByCode(q: string): Promise<{ readonly id: string; readonly code: string } | null> {
  const found = await db.$queryRaw<{ id: string; code: string }[]>`
    SELECT id, code FROM target WHERE search_form(code) = search_form(${q}) ORDER BY (code = ${q}) DESC LIMIT 1`;
  return found[0] ?? null;
}

async function whereOf({ entity, q, from, to }: AuditFilters, { clock }: Context): Promise<Prisma.EventWhereInput> {
  const target = q === "" ? null : await findByCode(q);
  const about: Prisma.EventWhereInput[] =
    target === null
      ? [{ entityId: q }]
      : [
          { entityId: target.id },
          { after: { path: ["targetId"], equals: target.id } },
          { after: { path: ["code"], equals: target.code } },
        ];
  return {
    at: { lte: clock.knownUntil, ...(from && { gte: startOf(from) }), ...(to && { lt: startOf(to, 1) }) },
    ...(entity && { entity }),
    ...(q === "" ? {} : { OR: about }),
  };
}

/** The codes of the targets of the events, in one query. */
async function codesOf(events: readonly { entity: string; entityId: string; after: Prisma.JsonValue }[]) {
  const ids = new Set<string>();
  for (const { entity, entityId, after } of events) {
    if (entity === "target") ids.add(entityId);
    const targetId = after !== null && typeof after === "object" && !Array.isArray(after) ? after.targetId : null;
    if (typeof targetId === "string") ids.add(targetId);
  }
  const found = await db.target.findMany({ where: { id: { in: [...ids] } }, select: { id: true, code: true } });
  return new Map(found.map(({ id, code }) => [id, code]));
}

function textIn(after: Prisma.JsonValue, key: string): string | null {
  const found = after !== null && typeof after === "object" && !Array.isArray(after) ? after[key] : null;
  return typeof found === "string" ? found : null;
}

function codeIn(after: Prisma.JsonValue, codes: ReadonlyMap<string, string>): string | null {
  if (after === null || typeof after !== "object" || Array.isArray(after)) return null;
  if (typeof after.code === "string") return after.code;
  return typeof after.targetId === "string" ? (codes.get(after.targetId) ?? null) : null;
}

/** Null for users who may not read the audit. */
export async function listEvents(
  filters: AuditFilters,
  context: Context,
  limit = EVENTS_A_PAGE,
): Promise<EventPage | null> {
  if (!can(context.actor, "event.read", null)) return null;
  const where = await whereOf(filters, context);
  const before = filters.before === undefined ? {} : { sequence: { lt: BigInt(filters.before) } };
  const [head, total, records] = await Promise.all([
    getChainHead(),
    db.event.count({ where }),
    db.event.findMany({
      where: { AND: [where, before] },
      orderBy: { sequence: "desc" },
      take: limit + 1,
      include: { actor: { select: { name: true } } },
      omit: { rows: true },
    }),
  ]);
  const page = records.slice(0, limit);
  const codes = await codesOf(page);
  return {
    head: head && headText(head),
    total,
    next: records.length > limit ? String(page.at(-1)?.sequence) : null,
    events: page.map(({ sequence, at, actor, action, entity, entityId, before: was, after, hash }) => ({
      sequence: String(sequence),
      at,
      actor: actor?.name ?? null,
      onBehalfOf: textIn(after, "onBehalfOf"),
      action,
      entity,
      entityId,
      code: entity === "target" ? (codes.get(entityId) ?? null) : codeIn(after, codes),
      before: was,
      after,
      hash,
    })),
  };
}
