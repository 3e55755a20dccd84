// Holidays and make-up days: imported from a sheet, or one taken back. What is due by them is worked out anew.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { HOLIDAY_HEADINGS, type ImportedDay, planHolidays } from "@/lib/imports/holidays";
import { administer } from "@/lib/server/admin/administer";
import { confirmed, type ImportPreview, previewOf, rowsUnder } from "@/lib/server/admin/sheet-import";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { attempt, type Outcome, refuse } from "@/lib/server/refusal";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { knownDays } from "./data";

export function previewDays(bytes: Uint8Array, { actor, clock }: Context): Promise<Outcome<ImportPreview>> {
  return attempt(async () => {
    if (!can(actor, "administration", null)) refuse({ kind: "forbidden" });
    return previewOf(planHolidays(await rowsUnder(bytes, HOLIDAY_HEADINGS), await knownDays(db), clock.today));
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

/** Writes what the preview of this digest showed; refused lines are left out. */
export function importDays(bytes: Uint8Array, digest: string, context: Context): Promise<Outcome<null>> {
  return administer(context, async (tx) => {
    const rows = await rowsUnder(bytes, HOLIDAY_HEADINGS);
    await tx.$executeRaw`LOCK TABLE special_day IN SHARE ROW EXCLUSIVE MODE`;
    const known = await knownDays(tx);
    const entries = confirmed(planHolidays(rows, known, context.clock.today), digest);
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

/** Takes an imported day back: the library's word counts again. */
export function removeDay(day: IsoDate, context: Context): Promise<Outcome<null>> {
  return administer(context, async (tx) => {
    const found = (await knownDays(tx)).get(day) ?? refuse({ kind: "not-found" });
    await tx.specialDay.delete({ where: { day: dayColumn(day) } });
    await rebuildAll(tx);
    return { action: "working-days.removed", id: day, before: plain(found), after: { day } };
  });
}
