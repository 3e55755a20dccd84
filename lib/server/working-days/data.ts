// Reads of imported holidays and make-up days, which override the library.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { type ImportedDays, SPECIAL_DAYS, type SpecialDay } from "@/lib/domain/calendar/working-days";
import { can } from "@/lib/domain/permissions/can";
import type { ImportedDay, KnownDays } from "@/lib/imports/holidays";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";

/** Pass the current transaction for a write, or `db` for a read. */
export async function getImportedDays(database: Pick<Transaction, "specialDay">): Promise<ImportedDays> {
  const days = await database.specialDay.findMany({ select: { day: true, kind: true } });
  return new Map(days.map(({ day, kind }): [IsoDate, SpecialDay] => [dayOf(day), oneOf(SPECIAL_DAYS, kind)]));
}

/** The same with their names. */
export async function listKnownDays(database: Pick<Transaction, "specialDay">): Promise<KnownDays> {
  const days = await database.specialDay.findMany({ orderBy: { day: "asc" } });
  return new Map(
    days.map((row): [IsoDate, ImportedDay] => {
      const day = dayOf(row.day);
      return [day, { day, kind: oneOf(SPECIAL_DAYS, row.kind), name: row.name }];
    }),
  );
}

/** Null for all users except administrators. */
export async function listImportedDays({ actor }: Context): Promise<ImportedDay[] | null> {
  return can(actor, "administration", null) ? [...(await listKnownDays(db)).values()] : null;
}
