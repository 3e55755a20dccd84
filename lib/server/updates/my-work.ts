// A reporter's desk: one row per target, with its drafts, returned reports and reports that wait for review.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { awaitedReport } from "@/lib/domain/calendar/reporting-periods";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import { departmentsWithRole, type SignedIn } from "@/lib/domain/permissions/actor";
import { type DeskView, EVERY_LIST, type Slice, toSlice } from "@/lib/schemas/desk-view";
import type { TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { inBatches } from "@/lib/server/db/batches";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { toReading } from "@/lib/server/targets/rows";
import { getImportedDays } from "@/lib/server/working-days/data";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import type { ListedUpdate, MyList, MyTarget, MyWork } from "@/lib/views/update";
import { whereOwnDraft } from "./drafts";
import { LISTED, toListedUpdate } from "./listed-update";
import { listMine, listOwed, listOwedAndSent, type Reporter, unansweredSql } from "./my-targets";
import { whereWaitingAt } from "./state-at";

/** Null when the actor reports for no department. */
export async function listMyWork(context: Context, view: DeskView<string> = EVERY_LIST): Promise<MyWork | null> {
  const { actor } = context;
  const slugs = departmentsWithRole(actor, "reporter");
  if (actor.kind === "visitor" || slugs.length === 0) return null;
  const reporter = { actor, slugs, sent: await listSent(slugs, context) };
  const read = async (list: MyList) => {
    const { total, shown } = await listMine(list, reporter, toSlice(view, list), context);
    return { total, shown: await withOpenReports(shown, reporter, context) };
  };
  const [toReport, returned, waiting, notDue] = await Promise.all([
    read("toReport"),
    read("returned"),
    read("waiting"),
    read("notDue"),
  ]);
  return {
    toReport: toReport.shown,
    returned: returned.shown,
    waiting: waiting.shown,
    notDue: notDue.shown,
    totals: {
      toReport: toReport.total,
      returned: returned.total,
      waiting: waiting.total,
      notDue: notDue.total,
    },
  };
}

/** The targets with something to do, due or returned, for the navigation; null when the actor reports for no department. */
export async function countMyTasks(context: Context): Promise<number | null> {
  const { actor } = context;
  const slugs = departmentsWithRole(actor, "reporter");
  if (actor.kind === "visitor" || slugs.length === 0) return null;
  const reporter = { actor, slugs, sent: await listSent(slugs, context) };
  const one = { skip: 0, take: 1 };
  const [due, returned] = await Promise.all([
    listMine("toReport", reporter, one, context),
    listMine("returned", reporter, one, context),
  ]);
  return due.total + returned.total;
}

/** The targets with a due report and one of these freshnesses, for the daily email. */
export async function listToReport(
  freshness: TargetFilters["freshness"],
  slice: Slice,
  context: Context,
): Promise<Excerpt<TargetRow>> {
  const slugs = departmentsWithRole(context.actor, "reporter");
  if (slugs.length === 0) return { total: 0, shown: [] };
  return listOwed(freshness, { slugs, sent: await listSent(slugs, context) }, slice, context);
}

function draftsOf(actor: SignedIn, { clock }: Context): Prisma.UpdateWhereInput {
  return {
    createdAt: { lte: clock.knownUntil },
    AND: [whereOwnDraft(actor), { OR: [{ state: "draft" }, { submittedAt: { gt: clock.knownUntil } }] }],
  };
}

/** Ids of the targets whose due report is submitted and waits for review. */
async function listSent(slugs: readonly string[], context: Context): Promise<string[]> {
  const [rows, imported] = await Promise.all([listOwedAndSent(slugs, context), getImportedDays(db)]);
  const waiting = await readWaiting(rows, context);
  return rows.filter((row) => isDueReportSent(row, waiting, context.clock.today, imported)).map((row) => row.id);
}

/** Reports of these targets, the latest day first. */
function readReports(rows: readonly TargetRow[], where: Prisma.UpdateWhereInput) {
  return inBatches(rows, (batch) =>
    db.update.findMany({
      where: { AND: [where, { targetId: { in: batch.map((row) => row.id) } }] },
      include: LISTED,
      orderBy: [{ asOf: "desc" }, { createdAt: "desc" }, { id: "asc" }],
    }),
  );
}

const readWaiting = (rows: readonly TargetRow[], { clock }: Context) =>
  readReports(rows, whereWaitingAt(clock.knownUntil));

async function listUnansweredIds(rows: readonly TargetRow[], actor: SignedIn, context: Context): Promise<string[]> {
  const ids = rows.map((row) => row.id);
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM progress_update u WHERE u.target_id = ANY(${ids}::uuid[]) AND ${unansweredSql(actor, context)}`;
  return found.map((one) => one.id);
}

/** The rows with everything that is open on them. */
async function withOpenReports(rows: readonly TargetRow[], { actor }: Reporter, context: Context): Promise<MyTarget[]> {
  if (rows.length === 0) return [];
  const unanswered = await listUnansweredIds(rows, actor, context);
  const [drafts, waiting, ended] = await Promise.all([
    // Earlier wordings of a draft are not stored.
    context.clock.isLookingBack ? [] : readReports(rows, draftsOf(actor, context)),
    readWaiting(rows, context),
    readReports(rows, { id: { in: unanswered } }),
  ]);
  const of = (row: TargetRow, records: typeof waiting): ListedUpdate[] =>
    records.filter((one) => one.targetId === row.id).map((one) => toListedUpdate(one, context));
  return rows.map((row) => ({
    ...row,
    drafts: of(row, drafts),
    waiting: of(row, waiting),
    unanswered: of(row, ended),
  }));
}

/** Whether a waiting report is the due one: once it is approved, no report is due before the next period ends. */
function isDueReportSent(
  { id, terms }: TargetRow,
  waiting: Awaited<ReturnType<typeof readWaiting>>,
  today: IsoDate,
  imported: ImportedDays,
): boolean {
  const latest = waiting.find((one) => one.targetId === id && one.supersedesId === null);
  if (latest === undefined) return false;
  const next = awaitedReport(terms, toReading(latest), imported);
  return next === null || next.opensOn > today;
}
