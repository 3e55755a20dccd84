// The office's settings for a target's reports: closing days, late entry, required evidence.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import type { Context } from "@/lib/server/context";
import { dayColumn } from "@/lib/server/db/columns";
import { type Result, reject } from "@/lib/server/mutation";
import { mutateTarget } from "./mutate";

/** @param closesAfterDays working days after the cut-off when a period closes for entry; null: never */
export function changeClosingDays(
  code: string,
  closesAfterDays: number | null,
  context: Context,
): Promise<Result<{ code: string }>> {
  return mutateTarget({ code }, "target.revise", context, async ({ tx, target: { record } }) => {
    await tx.target.update({ where: { id: record.id }, data: { closesAfterDays } });
    const before = { closesAfterDays: record.closesAfterDays };
    const after = { closesAfterDays, code };
    return {
      result: { code },
      events: [{ action: "target.closing-days-changed", id: record.id, before, after }],
    };
  });
}

export interface LateEntryInput {
  readonly periodEnd: IsoDate;
  readonly openUntil: IsoDate;
  readonly reason: string;
}

/** Reopens one closed period for entry, with a reason. */
export function openLateEntry(
  code: string,
  { periodEnd, openUntil, reason }: LateEntryInput,
  context: Context,
): Promise<Result<{ code: string }>> {
  return mutateTarget({ code }, "target.revise", context, async ({ tx, actor, clock, target: { record, terms } }) => {
    const isPeriod = reportingPeriodsOf(terms).some((period) => period.endOn === periodEnd);
    if (!isPeriod) reject({ kind: "invalid", errors: { periodEnd: "not-a-period-end" } });
    if (openUntil < clock.today) reject({ kind: "invalid", errors: { openUntil: "in-the-past" } });
    await tx.lateOpening.create({
      data: {
        targetId: record.id,
        periodEnd: dayColumn(periodEnd),
        openUntil: dayColumn(openUntil),
        reason,
        openedById: actor.userId,
        openedAt: clock.now,
      },
    });
    const after = { code, periodEnd, openUntil, reason };
    return {
      result: { code },
      events: [{ action: "target.late-entry-opened", id: record.id, before: null, after }],
    };
  });
}

/** Whether each report of the target needs a file. */
export function changeEvidenceRequirement(
  code: string,
  isRequired: boolean,
  context: Context,
): Promise<Result<{ code: string }>> {
  return mutateTarget({ code }, "target.revise", context, async ({ tx, target: { record } }) => {
    if (record.evidenceRequired === isRequired) return { result: { code }, events: [] };
    await tx.target.update({ where: { id: record.id }, data: { evidenceRequired: isRequired } });
    const action = isRequired ? ("target.evidence-required" as const) : ("target.evidence-optional" as const);
    const before = { evidenceRequired: record.evidenceRequired };
    return {
      result: { code },
      events: [{ action, id: record.id, before, after: { evidenceRequired: isRequired, code } }],
    };
  });
}
