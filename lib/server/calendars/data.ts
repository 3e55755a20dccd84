// Reads of custom calendars.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { bilingual } from "@/lib/server/targets/rows";
import type { OwnCalendar } from "@/lib/views/calendar";

export const DATES_IN_ORDER = { orderBy: { asOf: "asc" } } as const;

export async function listOwnCalendars(): Promise<OwnCalendar[]> {
  const records = await db.ownCalendar.findMany({
    orderBy: { name: "asc" },
    include: { dates: DATES_IN_ORDER, targets: { select: { state: true } } },
  });
  return records.map(({ id, name, nameEn, dates, version, targets }) => ({
    id,
    name: bilingual(name, nameEn),
    dates: dates.map(({ asOf, dueOn }) => ({ asOf: dayOf(asOf), dueOn: dayOf(dueOn) })),
    version,
    targets: targets.length,
    issued: targets.filter(({ state }) => state !== "draft").length,
  }));
}

/** Null for all users except administrators. */
export async function listEditableCalendars({ actor }: Context): Promise<OwnCalendar[] | null> {
  return can(actor, "administration", null) ? listOwnCalendars() : null;
}
