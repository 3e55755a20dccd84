// What waits for somebody: a reporter's work, a reviewer's queue.
import "server-only";
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { nextReportAfter } from "@/lib/domain/calendar/reporting-periods";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { Actor, DepartmentRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Light, MetricKind, Reading, RuleSet } from "@/lib/domain/targets/types";
import { findOutliers, type Outlier } from "@/lib/domain/updates/outliers";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { type DeskView, EVERY_LIST, type Slice, toSlice } from "@/lib/schemas/desk-view";
import type { Clock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { inBatches } from "@/lib/server/db/batches";
import { db } from "@/lib/server/db/client";
import { dayOf, isUuid, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { whereOwnedAt } from "@/lib/server/departments/names";
import { getRuleSetAt } from "@/lib/server/rule-sets/data";
import { bilingual, toReading, toTargetScope, toTermsVersions, UPDATE_READING } from "@/lib/server/targets/rows";
import { getImportedDays } from "@/lib/server/working-days/data";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import { previewLightOf } from "./form";
import { listOwedAndSent, listReportable, listReturnedIds, OWED } from "./my-targets";
import { getReportTargets, type ReportTarget, valueBefore } from "./report-target";
import { whereWaitingAt } from "./state-at";

const LISTED = {
  ...UPDATE_READING,
  author: { select: { name: true } },
  files: { select: { id: true, name: true, size: true }, orderBy: { uploadedAt: "asc" } },
  target: { select: { code: true, title: true, titleEn: true, metric: true } },
} as const satisfies Prisma.UpdateInclude;
type ListedRecord = Prisma.UpdateGetPayload<{ include: typeof LISTED }>;
export type ListedUpdate = ListedRecord & { readonly day: IsoDate };

const listed = (record: ListedRecord): ListedUpdate => ({ ...record, day: dayOf(record.asOf) });

/** A target of the actor's department with its open draft and its waiting report. */
export interface MyTarget extends TargetRow {
  /** The actor's own draft, to be continued; corrections are not among them. */
  readonly draftId: string | null;
  /** The latest report that waits for review, from any reporter of the department. */
  readonly waiting: (Pick<Reading, "asOf" | "completedSteps"> & { readonly submittedAt: Date | null }) | null;
}

export const MY_LISTS = ["toReport", "returned", "drafts", "submitted", "others"] as const;
export type MyList = (typeof MY_LISTS)[number];

/** The first entries of each list, or a page of one of them. */
export interface MyWork {
  /** Late and due first; a report is awaited for these and none that answers it waits for review. */
  readonly toReport: readonly MyTarget[];
  /** Those of my departments that owe no report, but may be reported. */
  readonly others: readonly MyTarget[];
  readonly returned: readonly ListedUpdate[];
  readonly drafts: readonly ListedUpdate[];
  /** What waits for review in my departments, also what colleagues sent. */
  readonly submitted: readonly (ListedUpdate & { readonly isOwn: boolean })[];
  /** How many there are in all. */
  readonly totals: Readonly<Record<MyList, number>>;
}

function departmentsWithRole(actor: Actor, role: DepartmentRole): string[] {
  if (actor.kind === "visitor") return [];
  return actor.memberships.filter((one) => one.role === role).map((one) => one.departmentSlug);
}

/** Null when the actor reports for no department. */
export async function listMyWork(context: Context, view: DeskView<string> = EVERY_LIST): Promise<MyWork | null> {
  const { actor } = context;
  const slugs = departmentsWithRole(actor, "reporter");
  if (actor.kind === "visitor" || slugs.length === 0) return null;
  const work = { userId: actor.userId, slugs, sent: await listSent(slugs, context) };
  const reportable = { department: slugs, freshness: OWED, sent: work.sent };
  const [toReport, others, returned, drafts, submitted] = await Promise.all([
    listReportable(reportable, toSlice(view, "toReport"), context),
    listReportable({ department: slugs, freshness: ["current"], sent: [] }, toSlice(view, "others"), context),
    listReturned(work, toSlice(view, "returned"), context),
    // What a draft said on an earlier day is not kept.
    context.clock.isLookingBack ? NOTHING : listUpdates(draftsOf(work, context), toSlice(view, "drafts")),
    listUpdates(waitingOfDepartments(work, context), toSlice(view, "submitted")),
  ]);
  return {
    toReport: await withDraftAndWaiting(toReport.shown, work, context),
    others: await withDraftAndWaiting(others.shown, work, context),
    returned: returned.shown,
    drafts: drafts.shown,
    submitted: submitted.shown.map((update) => ({ ...update, isOwn: update.authorId === actor.userId })),
    totals: {
      toReport: toReport.total,
      others: others.total,
      returned: returned.total,
      drafts: drafts.total,
      submitted: submitted.total,
    },
  };
}

/** Of the targets a report is awaited for, those with one of these freshnesses: for the daily mail. */
export async function listToReport(
  freshness: typeof OWED,
  slice: Slice,
  context: Context,
): Promise<Excerpt<TargetRow>> {
  const department = departmentsWithRole(context.actor, "reporter");
  if (department.length === 0) return NOTHING;
  const sent = await listSent(department, context);
  return listReportable({ department, freshness, sent }, slice, context);
}

interface Reporter {
  readonly userId: string;
  /** Of the departments the reports are for. */
  readonly slugs: readonly string[];
}

const NOTHING = { total: 0, shown: [] };

function draftsOf({ userId, slugs }: Reporter, { clock }: Context): Prisma.UpdateWhereInput {
  return {
    authorId: userId,
    createdAt: { lte: clock.knownUntil },
    OR: [{ state: "draft" }, { submittedAt: { gt: clock.knownUntil } }],
    target: whereOwnedAt({ slug: { in: [...slugs] } }, clock.knownUntil),
  };
}

function waitingOfDepartments({ slugs }: Pick<Reporter, "slugs">, { clock }: Context): Prisma.UpdateWhereInput {
  return { ...whereWaitingAt(clock.knownUntil), target: whereOwnedAt({ slug: { in: [...slugs] } }, clock.knownUntil) };
}

async function listUpdates(where: Prisma.UpdateWhereInput, slice: Slice): Promise<Excerpt<ListedUpdate>> {
  const [total, records] = await Promise.all([
    db.update.count({ where }),
    db.update.findMany({ where, include: LISTED, orderBy: [{ createdAt: "desc" }, { id: "asc" }], ...slice }),
  ]);
  return { total, shown: records.map(listed) };
}

async function listReturned(
  { userId, slugs }: Reporter,
  slice: Slice,
  context: Context,
): Promise<Excerpt<ListedUpdate>> {
  const { total, shown } = await listReturnedIds(userId, slugs, slice, context);
  const records = await db.update.findMany({
    where: { id: { in: [...shown] } },
    include: LISTED,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return { total, shown: records.map(listed) };
}

/** Ids of the targets for which a report is awaited and the one that answers it waits for review. */
async function listSent(slugs: readonly string[], context: Context): Promise<string[]> {
  const [rows, imported] = await Promise.all([listOwedAndSent(slugs, context), getImportedDays(db)]);
  const begun = await withDraftAndWaiting(rows, { userId: "", slugs }, context);
  return begun.filter((row) => isAwaitedReport(row, context.clock.today, imported)).map((row) => row.id);
}

/** The rows with what has been begun or sent for them. */
async function withDraftAndWaiting(
  rows: readonly TargetRow[],
  reporter: Reporter,
  context: Context,
): Promise<MyTarget[]> {
  const { clock } = context;
  const ofRows = (where: Prisma.UpdateWhereInput) =>
    inBatches(rows, (batch) =>
      db.update.findMany({
        where: { AND: [where, { targetId: { in: batch.map((row) => row.id) }, supersedesId: null }] },
        include: UPDATE_READING,
        orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      }),
    );
  const drafts = clock.isLookingBack ? [] : await ofRows(draftsOf(reporter, context));
  const submitted = await ofRows(waitingOfDepartments(reporter, context));
  return rows.map((row) => {
    const draft = drafts.find((one) => one.targetId === row.id && one.state === "draft");
    const sent = submitted.filter((one) => one.targetId === row.id);
    const latest = sent.toSorted((one, other) => one.asOf.getTime() - other.asOf.getTime()).at(-1);
    if (latest === undefined) return { ...row, draftId: draft?.id ?? null, waiting: null };
    const { asOf, completedSteps } = toReading(latest);
    return { ...row, draftId: draft?.id ?? null, waiting: { asOf, completedSteps, submittedAt: latest.submittedAt } };
  });
}

/** What waits is the report that is awaited: once it is approved, nothing is owed before the next period ends. */
function isAwaitedReport({ terms, waiting }: MyTarget, today: IsoDate, imported: ImportedDays): boolean {
  if (waiting === null) return false;
  const next = nextReportAfter(terms, waiting, imported);
  return next === null || next.opensOn > today;
}

export interface Waiting {
  readonly update: ListedUpdate;
  readonly kind: MetricKind;
  readonly value: Decimal | null;
  readonly previous: Decimal | null;
  readonly before: Light;
  readonly after: Light;
  /** False for a day before the latest approved one: the light does not follow it. */
  readonly counts: boolean;
  readonly outliers: readonly Outlier[];
  /** False for what the reviewer wrote himself. */
  readonly mayDecide: boolean;
}

export interface ReviewQueue {
  /** One page, oldest first. */
  readonly waiting: readonly Waiting[];
  /** How many wait in all. */
  readonly total: number;
  /** What `after` is for the page that follows; null on the last. */
  readonly next: string | null;
}

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

/** What waits for a decision in the departments the actor reviews; null when he reviews none. */
function waitingFor({ actor, clock }: Context): Prisma.UpdateWhereInput | null {
  const slugs = departmentsWithRole(actor, "reviewer");
  if (slugs.length === 0) return null;
  return { ...whereWaitingAt(clock.knownUntil), target: whereOwnedAt({ slug: { in: slugs } }, clock.knownUntil) };
}

const OLDEST_FIRST = [{ submittedAt: "asc" }, { id: "asc" }] as const satisfies Prisma.UpdateOrderByWithRelationInput[];

/** One page of the submitted reports of the departments the actor reviews; null when he reviews none. */
export async function listReviewQueue(context: Context, after?: string): Promise<ReviewQueue | null> {
  const { actor, clock } = context;
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
      return target === undefined ? [] : [waitingOf(update, target, rules, actor, clock)];
    }),
    total,
    next: found.length > updates.length && last !== undefined ? queuePosition(last) : null,
  };
}

function waitingOf(update: ListedRecord, found: ReportTarget, rules: RuleSet, actor: Actor, clock: Clock): Waiting {
  const versions = toTermsVersions(found.record, clock.knownUntil);
  const target = { ...found, terms: (versions.at(-1) ?? versions[0]).terms };
  const reading = toReading(update);
  const latest = target.readings.at(-1) ?? null;
  const counts = latest === null || reading.asOf >= latest.asOf;
  const { light: after, completionRatio } = previewLightOf(target, counts ? reading : latest, rules, clock.today);
  const value = readingValue(target.terms, reading);
  return {
    update: listed(update),
    kind: target.terms.kind,
    value: value.known ? value.value : null,
    previous: valueBefore(target, reading.asOf),
    before: previewLightOf(target, latest, rules, clock.today).light,
    after,
    counts,
    outliers: findOutliers(target.terms, target.readings, reading, {
      completionRatio,
      unit: target.record.metric.unit,
    }),
    mayDecide: can(actor, "update.approve", {
      ...target.scope,
      update: { authorId: update.authorId, state: oneOf(UPDATE_STATES, update.state) },
    }),
  };
}

/** Only what the actor may decide, and of it only the names: for the daily mail. */
export async function listToReview(
  slice: Slice,
  context: Context,
): Promise<Excerpt<Pick<TargetRow, "code" | "title">>> {
  const { actor } = context;
  const waits = waitingFor(context);
  if (waits === null || actor.kind === "visitor") return NOTHING;
  const where: Prisma.UpdateWhereInput = { AND: [waits, { authorId: { not: actor.userId } }] };
  const [total, updates] = await Promise.all([
    db.update.count({ where }),
    db.update.findMany({ where, include: { target: true }, orderBy: OLDEST_FIRST, ...slice }),
  ]);
  const shown = updates.flatMap(({ target, authorId, state }) => {
    const scope = { target: toTargetScope(target), update: { authorId, state: oneOf(UPDATE_STATES, state) } };
    if (!can(actor, "update.approve", scope)) return [];
    return [{ code: target.code, title: bilingual(target.title, target.titleEn) }];
  });
  return { total, shown };
}
