// Reads of custom calendars.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { ReportingDate } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { bilingual } from "@/lib/server/targets/rows";

export interface OwnCalendar {
  readonly id: string;
  readonly name: Bilingual;
  readonly dates: readonly ReportingDate[];
  readonly version: number;
  /** Targets that use it, and those that are not drafts. */
  readonly targets: number;
  readonly issued: number;
}

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
