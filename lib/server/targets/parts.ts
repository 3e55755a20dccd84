// A target and its parts: the parts' latest reports, and the readings of the whole computed from them.
import "server-only";
import { reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { partsAt, ROLL_UP_METHODS, rollUp } from "@/lib/domain/targets/roll-up";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { PartsView, ReportedReading } from "@/lib/views/target-detail";
import { rowsOf } from "./data";
import { queryParts } from "./list-query";
import { readFamily, readPartHistories, toApprovals } from "./standings";
import { toTermsVersions } from "./terms-columns";

export interface PartsAndReadings {
  readonly parts: PartsView;
  /** The readings of the whole as known then; empty if it is not rolled up. */
  readonly readings: readonly ReportedReading[];
}

/** Null for a target that had no parts then. */
export async function getParts(targetId: string, context: Context): Promise<PartsAndReadings | null> {
  const children = await db.target.count({
    where: { parentId: targetId, createdAt: { lte: context.clock.knownUntil } },
  });
  if (children === 0) return null;
  const rows = await rowsOf(await queryParts(targetId, context), context);
  const isComplete = rows.length === children;
  const family = await db.$transaction((tx) => readFamily(tx, [targetId]));
  const record = family.byId.get(targetId);
  if (record === undefined || record.rollUp === null)
    return { parts: { rows, isComplete, latest: null }, readings: [] };
  const moment = context.clock.knownUntil.getTime();
  const isKnown = ({ approvedAt, supersededAt }: { approvedAt: string; supersededAt: string | null }) =>
    Date.parse(approvedAt) <= moment && (supersededAt === null || Date.parse(supersededAt) > moment);
  const parts = partsAt(readPartHistories(record, family), context.clock.knownUntil.toISOString());
  const versions = toTermsVersions(record, context.clock.knownUntil);
  const { terms } = versions.at(-1) ?? versions[0];
  const method = oneOf(ROLL_UP_METHODS, record.rollUp);
  const begun = reportingPeriodsOf(terms).filter((period) => period.startOn <= context.clock.today);
  const states = begun.map((period) => ({ periodEnd: period.endOn, ...rollUp(terms, method, parts, period) }));
  const latest = states.findLast((state) => state.reported > 0);
  const readings = toApprovals(record, family)
    .filter((one) => one.updateId === null && isKnown(one))
    .map((one) => ({ ...one.reading, updateId: `rolled-up ${one.reading.asOf}`, illustrative: one.illustrative }));
  const codes = new Set(rows.map((row) => row.code));
  const readable = (list: readonly string[] = []) => list.filter((code) => codes.has(code));
  const named = {
    missing: readable(latest?.missing),
    percentageOnly: readable(latest?.percentageOnly),
    withoutPeers: readable(latest?.withoutPeers),
  };
  return {
    parts: { rows, isComplete, latest: latest === undefined ? null : { ...latest, ...named } },
    readings: readings.sort((one, other) => (one.asOf < other.asOf ? -1 : 1)),
  };
}
