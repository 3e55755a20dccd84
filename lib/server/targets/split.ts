// Splitting a target into parts (分解), and what a supervisor sets about its reporting.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { can } from "@/lib/domain/permissions/can";
import { singleFigureComparator } from "@/lib/domain/targets/goal";
import { rollUpMethods } from "@/lib/domain/targets/roll-up";
import type { SplitInput } from "@/lib/schemas/split";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvent } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { findOpenOwner, getLockedTarget, type LockedTarget, type Owner } from "./lock";
import { rebuildStandings } from "./standings";

export interface Split {
  readonly codes: readonly string[];
}

/**
 * Makes the parts as drafts, each to be issued to its owner, and rolls the target up from them. Its own reports so far
 * stay; new ones are not taken any more.
 */
export function splitTarget(code: string, split: SplitInput, context: Context): Promise<Result<Split>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const target = await getLockedTarget(tx, { code }, context);
      if (actor.kind !== "user" || !can(actor, "target.revise", target.scope)) reject({ kind: "forbidden" });
      const { record, terms } = target;
      if (record.rollUp !== null) reject({ kind: "invalid", errors: { form: "already-split" } });
      if (!rollUpMethods(terms.kind).includes(split.method)) {
        reject({ kind: "invalid", errors: { method: "method-not-for-kind" } });
      }
      const codes: string[] = [];
      for (const [index, part] of split.parts.entries()) {
        const owner = await findOpenOwner(tx, part.owner);
        if (owner === null) reject({ kind: "invalid", errors: { [`parts.${index}.owner`]: "unknown" } });
        if (part.dueOn < part.startOn) {
          reject({ kind: "invalid", errors: { [`parts.${index}.dueOn`]: "before-start" } });
        }
        const partCode = `${code}-${index + 1}`;
        await tx.target.create({ data: partColumns(target, part, partCode, owner, clock.now) });
        codes.push(partCode);
      }
      await tx.target.update({ where: { id: record.id }, data: { rollUp: split.method, version: { increment: 1 } } });
      const made = await tx.target.findMany({ where: { code: { in: codes } }, select: { id: true } });
      await rebuildStandings(tx, [record.id, ...made.map((one) => one.id)]);
      await appendEvent(tx, {
        at: clock.now,
        actorId: actor.userId,
        action: "target.split",
        entity: "target",
        entityId: record.id,
        before: null,
        after: {
          code,
          method: split.method,
          parts: split.parts.map(({ owner, value, weight, startOn, dueOn }, index) => ({
            code: codes[index] ?? "",
            owner,
            value: value.toFixed(),
            weight: weight.toFixed(),
            startOn,
            dueOn,
          })),
        },
      });
      return { codes };
    }),
  );
}

/** A part copies the whole except for owner, value, weight and period; it has no baseline. */
function partColumns(
  { record, terms }: LockedTarget,
  part: SplitInput["parts"][number],
  code: string,
  owner: Owner,
  createdAt: Date,
): Prisma.TargetUncheckedCreateInput {
  const title = `${record.title}（${owner.name}）`;
  const titleEn = `${record.titleEn} (${owner.nameEn})`;
  return {
    code,
    title,
    titleEn,
    ownerId: owner.id,
    metricId: record.metricId,
    quoteId: record.quoteId,
    parentId: record.id,
    comparator: singleFigureComparator(terms.comparator),
    value: part.value.toFixed(),
    startOn: dayColumn(part.startOn),
    dueOn: dayColumn(part.dueOn),
    periodPrinted: false,
    planShape: record.planShape === "flat" ? "flat" : "linear",
    mergeJanuaryFebruary: record.mergeJanuaryFebruary,
    calendar: record.calendar,
    calendarId: record.calendarId,
    cutOffWorkingDays: record.cutOffWorkingDays,
    closesAfterDays: record.closesAfterDays,
    evidenceRequired: record.evidenceRequired,
    weight: part.weight.toFixed(4),
    visibility: record.visibility,
    state: "draft",
    searchText: [code, title, titleEn, record.searchText].join("\n"),
    createdAt,
  };
}

/** After how many working days past its cut-off a period closes for entry; null: never. */
export function changeClosingDays(
  code: string,
  closesAfterDays: number | null,
  context: Context,
): Promise<Result<{ code: string }>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const { record, scope } = await getLockedTarget(tx, { code }, context);
      if (actor.kind !== "user" || !can(actor, "target.revise", scope)) reject({ kind: "forbidden" });
      await tx.target.update({ where: { id: record.id }, data: { closesAfterDays } });
      await appendEvent(tx, {
        at: clock.now,
        actorId: actor.userId,
        action: "target.closing-days-changed",
        entity: "target",
        entityId: record.id,
        before: { closesAfterDays: record.closesAfterDays },
        after: { closesAfterDays, code },
      });
      return { code };
    }),
  );
}

export interface LateEntryInput {
  readonly periodEnd: IsoDate;
  readonly openUntil: IsoDate;
  readonly reason: string;
}

/** Opens one closed period again, for a reason. */
export function openLateEntry(
  code: string,
  input: LateEntryInput,
  context: Context,
): Promise<Result<{ code: string }>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const { record, scope, terms } = await getLockedTarget(tx, { code }, context);
      if (actor.kind !== "user" || !can(actor, "target.revise", scope)) reject({ kind: "forbidden" });
      const { periodEnd, openUntil, reason } = input;
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
      await appendEvent(tx, {
        at: clock.now,
        actorId: actor.userId,
        action: "target.late-entry-opened",
        entity: "target",
        entityId: record.id,
        before: null,
        after: { code, periodEnd, openUntil, reason },
      });
      return { code };
    }),
  );
}
