// A reviewer's queue: the reports that wait for a decision, with what approval would change.
import "server-only";
import { departmentsWithRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { principalIn } from "@/lib/domain/permissions/delegation";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Slice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { isUuid } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { whereOwnedAt } from "@/lib/server/departments/names";
import { getRuleSetAt } from "@/lib/server/rule-sets/data";
import { bilingual, toReading, toTargetScope } from "@/lib/server/targets/rows";
import { toTermsVersions } from "@/lib/server/targets/terms-columns";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import type { ReviewQueue, Waiting } from "@/lib/views/update";
import { LISTED, type ListedRecord, toListedUpdate } from "./listed-update";
import { outliersOf, previewLightOf } from "./preview";
import { toReportScope } from "./report-scope";
import { getReportTargets, type ReportTarget, valueBefore } from "./report-target";
import { whereWaitingAt } from "./state-at";

/** As many as are decided in one sitting; the same number of queries for one and for all of them. */
export const REVIEW_PAGE = 50;

/** The place of a report in the queue, as text for an address. */
function queuePosition({ submittedAt, id }: { readonly submittedAt: Date | null; readonly id: string }): string {
  return `${submittedAt?.toISOString() ?? ""}_${id}`;
}

function laterThan(place: string | undefined): Prisma.UpdateWhereInput {
  const [at = "", id = ""] = place?.split("_") ?? [];
  const submittedAt = new Date(at);
  if (Number.isNaN(submittedAt.getTime()) || !isUuid(id)) return {};
  return { OR: [{ submittedAt: { gt: submittedAt } }, { submittedAt, id: { gt: id } }] };
}

/** The reports that wait for the user's review; null for users who review no department. */
function waitingFor({ actor, clock }: Context): Prisma.UpdateWhereInput | null {
  const slugs = departmentsWithRole(actor, "reviewer");
  if (slugs.length === 0) return null;
  return { ...whereWaitingAt(clock.knownUntil), target: whereOwnedAt({ slug: { in: slugs } }, clock.knownUntil) };
}

/** How many reports wait for the user's review; null for users who review no department. */
export async function countWaitingReports(context: Context): Promise<number | null> {
  const where = waitingFor(context);
  return where === null ? null : db.update.count({ where });
}

const OLDEST_FIRST = [{ submittedAt: "asc" }, { id: "asc" }] as const satisfies Prisma.UpdateOrderByWithRelationInput[];

/** One page of the reports that wait for the user's review; null for users who review no department. */
export async function listReviewQueue(context: Context, after?: string): Promise<ReviewQueue | null> {
  const { clock } = context;
  const waits = waitingFor(context);
  if (waits === null) return null;
  const [total, found, rules] = await Promise.all([
    db.update.count({ where: waits }),
    db.update.findMany({
      where: { AND: [waits, laterThan(after)] },
      include: LISTED,
      orderBy: OLDEST_FIRST,
      take: REVIEW_PAGE + 1,
    }),
    getRuleSetAt(db, clock.knownUntil),
  ]);
  const updates = found.slice(0, REVIEW_PAGE);
  const ids = updates.map((update) => update.targetId);
  const targets = await getReportTargets(db, ids, clock);
  const last = updates.at(-1);
  return {
    waiting: updates.flatMap((update) => {
      const target = targets.get(update.targetId);
      return target === undefined ? [] : [toWaiting(update, target, rules, context)];
    }),
    total,
    next: found.length > updates.length && last !== undefined ? queuePosition(last) : null,
  };
}

function toWaiting(update: ListedRecord, found: ReportTarget, rules: RuleSet, context: Context): Waiting {
  const { actor, clock } = context;
  const versions = toTermsVersions(found.record, clock.knownUntil);
  const target = { ...found, terms: (versions.at(-1) ?? versions[0]).terms };
  const reading = toReading(update);
  const latest = target.readings.at(-1) ?? null;
  const counts = latest === null || reading.asOf >= latest.asOf || target.terms.judging !== "latest";
  const { light: after, completionRatio } = previewLightOf(target, [...target.readings, reading], rules, clock.today);
  const value = readingValue(target.terms, reading);
  return {
    update: toListedUpdate(update, context),
    kind: target.terms.kind,
    value: value.known ? value.value : null,
    previous: valueBefore(target, reading.asOf),
    before: previewLightOf(target, target.readings, rules, clock.today).light,
    after,
    counts,
    outliers: outliersOf(target, reading, completionRatio),
    readings: target.readings,
    previousDay: target.readings.findLast(({ asOf }) => asOf < reading.asOf)?.asOf ?? null,
    terms: target.terms,
    standsInFor: principalIn(actor, target.record.ownerId)?.name ?? null,
    mayDecide: can(actor, "update.approve", {
      ...target.scope,
      update: toReportScope(update),
    }),
  };
}

/** Id, code and title of the reports that the user may decide, for the daily email. */
export async function listToReview(
  slice: Slice,
  context: Context,
): Promise<Excerpt<Pick<TargetRow, "code" | "title"> & { readonly updateId: string }>> {
  const { actor } = context;
  const waits = waitingFor(context);
  if (waits === null || actor.kind === "visitor") return { total: 0, shown: [] };
  const where: Prisma.UpdateWhereInput = { AND: [waits, { authorId: { not: actor.userId } }] };
  const [total, updates] = await Promise.all([
    db.update.count({ where }),
    db.update.findMany({ where, include: { target: true }, orderBy: OLDEST_FIRST, ...slice }),
  ]);
  const shown = updates.flatMap(({ id, target, ...report }) => {
    const scope = { target: toTargetScope(target), update: toReportScope(report) };
    if (!can(actor, "update.approve", scope)) return [];
    return [{ updateId: id, code: target.code, title: bilingual(target.title, target.titleEn) }];
  });
  return { total, shown };
}
