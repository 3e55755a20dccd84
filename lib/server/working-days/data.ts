// The holidays and make-up days that were imported over the library's.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { type ImportedDays, SPECIAL_DAYS, type SpecialDay } from "@/lib/domain/calendar/working-days";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";

/** Give the transaction the write stands in, or `db` for a read. */
export async function getImportedDays(database: Pick<Transaction, "specialDay">): Promise<ImportedDays> {
  const days = await database.specialDay.findMany({ select: { day: true, kind: true } });
  return new Map(days.map(({ day, kind }): [IsoDate, SpecialDay] => [dayOf(day), oneOf(SPECIAL_DAYS, kind)]));
}
