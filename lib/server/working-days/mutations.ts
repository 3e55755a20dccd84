// Imports holidays and make-up days from a sheet, or removes one. Rebuilds standings.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { HOLIDAY_HEADINGS, type ImportedDay, planHolidays } from "@/lib/imports/holidays";
import { administer } from "@/lib/server/admin/administer";
import { assertConfirmed, type ImportPreview, readRowsUnder, toImportPreview } from "@/lib/server/admin/sheet-import";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { listKnownDays } from "./data";

export function previewWorkingDays(bytes: Uint8Array, { actor, clock }: Context): Promise<Result<ImportPreview>> {
  return runMutation(async () => {
    if (!can(actor, "administration", null)) reject({ kind: "forbidden" });
    return toImportPreview(
      planHolidays(await readRowsUnder(bytes, HOLIDAY_HEADINGS), await listKnownDays(db), clock.today),
    );
  });
}

async function rebuildAll(tx: Transaction): Promise<void> {
  const targets = await tx.target.findMany({ select: { id: true } });
  await rebuildStandings(
    tx,
    targets.map(({ id }) => id),
  );
}

const plain = ({ day, kind, name }: ImportedDay) => ({ day: String(day), kind, name });

/** Writes the preview with this digest; rejected lines are skipped. */
export function importWorkingDays(bytes: Uint8Array, digest: string, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const rows = await readRowsUnder(bytes, HOLIDAY_HEADINGS);
    await tx.$executeRaw`LOCK TABLE special_day IN SHARE ROW EXCLUSIVE MODE`;
    const known = await listKnownDays(tx);
    const entries = assertConfirmed(planHolidays(rows, known, context.clock.today), digest);
    for (const { day, kind, name } of entries) {
      const row = { kind, name };
      await tx.specialDay.upsert({
        where: { day: dayColumn(day) },
        create: { day: dayColumn(day), ...row },
        update: row,
      });
    }
    await rebuildAll(tx);
    const before = entries.flatMap(({ day }) => known.get(day) ?? []).map(plain);
    return {
      action: "working-days.imported",
      id: entries[0]?.day ?? "",
      before: before.length === 0 ? null : { days: before },
      after: { days: entries.map(plain) },
    };
  });
}

/** Removes an imported day, so that the library applies again. */
export function removeWorkingDay(day: IsoDate, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const found = (await listKnownDays(tx)).get(day) ?? reject({ kind: "not-found" });
    await tx.specialDay.delete({ where: { day: dayColumn(day) } });
    await rebuildAll(tx);
    return { action: "working-days.removed", id: day, before: plain(found), after: { day } };
  });
}
