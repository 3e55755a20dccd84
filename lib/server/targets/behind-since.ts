// Since when targets have been behind, from their stored standings.
import "server-only";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { behindSince, type StandingSpan } from "@/lib/domain/targets/light-since";
import { hasValue } from "@/lib/domain/targets/standing";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { Clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";

/** @param targetIds as many as are shown on a page */
export async function getBehindSince(
  targetIds: readonly string[],
  { today, knownUntil }: Clock,
): Promise<Map<string, IsoDate | null>> {
  const records = await db.targetStanding.findMany({
    where: { targetId: { in: [...targetIds] }, knownFrom: { lte: knownUntil } },
    orderBy: { knownFrom: "asc" },
  });
  const day = (column: Date | null) => (column === null ? null : dayOf(column));
  const spansOf = (id: string) =>
    records
      .filter((one) => one.targetId === id)
      .map(
        (one): StandingSpan => ({
          from: toCityDay(one.knownFrom),
          light: oneOf(LIGHTS, one.light),
          met: one.met,
          startOn: dayOf(one.startOn),
          dueOn: dayOf(one.dueOn),
          behindFrom: day(one.behindFrom),
          farBehindFrom: day(one.farBehindFrom),
          nextReportOpensOn: day(one.nextReportOpensOn),
          hasValue: hasValue({ asOf: day(one.asOf) }),
        }),
      );
  return new Map(targetIds.map((id) => [id, behindSince(spansOf(id), today)]));
}
