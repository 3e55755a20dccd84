// A reporter's work: due reports, returned reports, drafts, and reports that wait for review.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { nextReportAfter } from "@/lib/domain/calendar/reporting-periods";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import { departmentsWithRole } from "@/lib/domain/permissions/actor";
import { type DeskView, EVERY_LIST, type Slice, toSlice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { inBatches } from "@/lib/server/db/batches";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { whereOwnedAt } from "@/lib/server/departments/names";
import { toReading, UPDATE_READING } from "@/lib/server/targets/rows";
import { getImportedDays } from "@/lib/server/working-days/data";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import type { ListedUpdate, MyTarget, MyWork } from "@/lib/views/update";
import { LISTED, toListedUpdate } from "./listed-update";
import { listOwedAndSent, listReportable, listReturnedIds, OWED } from "./my-targets";
import { whereWaitingAt } from "./state-at";

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
    // Earlier wordings of a draft are not stored.
    context.clock.isLookingBack ? NOTHING : listUpdates(draftsOf(work, context), toSlice(view, "drafts"), context),
    listUpdates(waitingOfDepartments(work, context), toSlice(view, "submitted"), context),
  ]);
  return {
    toReport: await withDraftAndWaiting(toReport.shown, work, context),
    others: await withDraftAndWaiting(others.shown, work, context),
    returned: returned.shown,
    drafts: drafts.shown,
    submitted: submitted.shown,
    totals: {
      toReport: toReport.total,
      others: others.total,
      returned: returned.total,
      drafts: drafts.total,
      submitted: submitted.total,
    },
  };
}

/** The targets with a due report and one of these freshnesses, for the daily email. */
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

async function listUpdates(
  where: Prisma.UpdateWhereInput,
  slice: Slice,
  context: Context,
): Promise<Excerpt<ListedUpdate>> {
  const [total, records] = await Promise.all([
    db.update.count({ where }),
    db.update.findMany({ where, include: LISTED, orderBy: [{ createdAt: "desc" }, { id: "asc" }], ...slice }),
  ]);
  return { total, shown: records.map((record) => toListedUpdate(record, context)) };
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
  return { total, shown: records.map((record) => toListedUpdate(record, context)) };
}

/** Ids of the targets whose due report is submitted and waits for review. */
async function listSent(slugs: readonly string[], context: Context): Promise<string[]> {
  const [rows, imported] = await Promise.all([listOwedAndSent(slugs, context), getImportedDays(db)]);
  const begun = await withDraftAndWaiting(rows, { userId: "", slugs }, context);
  return begun.filter((row) => isAwaitedReport(row, context.clock.today, imported)).map((row) => row.id);
}

/** The rows with their drafts and submitted reports. */
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

/** Whether the waiting report is the due one: once it is approved, no report is due before the next period ends. */
function isAwaitedReport({ terms, waiting }: MyTarget, today: IsoDate, imported: ImportedDays): boolean {
  if (waiting === null) return false;
  const next = nextReportAfter(terms, waiting, imported);
  return next === null || next.opensOn > today;
}
