// Imports holidays and make-up days from a sheet, or removes one. Rebuilds standings.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { HOLIDAY_HEADINGS, type ImportedDay, planHolidays } from "@/lib/imports/holidays";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { mutate, type Result, reject, runMutation } from "@/lib/server/mutation";
import { assertConfirmed, type ImportPreview, readRowsUnder, toImportPreview } from "@/lib/server/sheet-import";
import { listKnownDays } from "./data";

export function previewWorkingDays(bytes: Uint8Array, { actor, clock }: Context): Promise<Result<ImportPreview>> {
  return runMutation(async () => {
    if (!can(actor, "administration", null)) reject({ kind: "forbidden" });
    return toImportPreview(
      planHolidays(await readRowsUnder(bytes, HOLIDAY_HEADINGS), await listKnownDays(db), clock.today),
    );
  });
}

const plain = ({ day, kind, name }: ImportedDay) => ({ day: String(day), kind, name });

/** Writes the preview with this digest; rejected lines are skipped. */
export function importWorkingDays(bytes: Uint8Array, digest: string, context: Context): Promise<Result<null>> {
  return mutate("administration", context, async ({ tx, clock }) => {
    const rows = await readRowsUnder(bytes, HOLIDAY_HEADINGS);
    await tx.$executeRaw`LOCK TABLE special_day IN SHARE ROW EXCLUSIVE MODE`;
    const known = await listKnownDays(tx);
    const entries = assertConfirmed(planHolidays(rows, known, clock.today), digest);
    for (const { day, kind, name } of entries) {
      const row = { kind, name };
      await tx.specialDay.upsert({
        where: { day: dayColumn(day) },
        create: { day: dayColumn(day), ...row },
        update: row,
      });
    }
    const replaced = entries.flatMap(({ day }) => known.get(day) ?? []).map(plain);
    const before = replaced.length === 0 ? null : { days: replaced };
    const id = entries[0]?.day ?? "";
    return {
      result: null,
      standingsOf: "all",
      events: [{ action: "working-days.imported", id, before, after: { days: entries.map(plain) } }],
    };
  });
}

/** Removes an imported day, so that the library applies again. */
export function removeWorkingDay(day: IsoDate, context: Context): Promise<Result<null>> {
  return mutate("administration", context, async ({ tx }) => {
    const found = (await listKnownDays(tx)).get(day) ?? reject({ kind: "not-found" });
    await tx.specialDay.delete({ where: { day: dayColumn(day) } });
    return {
      result: null,
      standingsOf: "all",
      events: [{ action: "working-days.removed", id: day, before: plain(found), after: { day } }],
    };
  });
}
