// Hands the work of a reporter or reviewer to another person of the department: preview and write.
import "server-only";
import { createHash } from "node:crypto";
import { DEPARTMENT_ROLES } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { HandOverInput } from "@/lib/schemas/admin";
import { revokeLinks } from "@/lib/server/accounts/password-links";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayOf, isUuid, oneOf } from "@/lib/server/db/columns";
import { endDelegationsOf } from "@/lib/server/delegations/mutations";
import { type Result, reject } from "@/lib/server/mutation";
import { bilingual } from "@/lib/server/targets/rows";
import { unansweredSql } from "@/lib/server/updates/my-targets";
import type { HandedReport, HandOverView } from "@/lib/views/hand-over";
import { administer } from "./administer";
import { draftsIn } from "./drafts-in";
import { join } from "./memberships";
import { assertAdministratorLeft, findOtherUser } from "./users";

type Database = Pick<Transaction, "update" | "membership" | "$queryRaw">;

const REPORT = { target: { select: { code: true, title: true, titleEn: true } } } as const;

async function listReports(database: Database, where: object): Promise<HandedReport[]> {
  const found = await database.update.findMany({ where, include: REPORT, orderBy: [{ asOf: "asc" }, { id: "asc" }] });
  return found.map(({ id, asOf, target }) => ({
    id,
    asOf: dayOf(asOf),
    code: target.code,
    title: bilingual(target.title, target.titleEn),
  }));
}

function listReturned(database: Database, userId: string, departmentId: string, context: Context) {
  return database.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM progress_update u JOIN target t ON t.id = u.target_id
    WHERE t.owner_id = ${departmentId}::uuid AND ${unansweredSql({ userId }, context)}`;
}

async function readHandOver(
  database: Database,
  membershipId: string,
  recipientId: string | undefined,
  context: Context,
): Promise<HandOverView | null> {
  if (!isUuid(membershipId)) return null;
  const membership = await database.membership.findFirst({
    where: { id: membershipId, endedAt: null },
    include: { user: true, department: true },
  });
  if (membership === null) return null;
  const { user, department, departmentId } = membership;
  const role = oneOf(DEPARTMENT_ROLES, membership.role);
  const others = await database.membership.findMany({
    where: { departmentId, role, endedAt: null, userId: { not: user.id }, user: { disabledAt: null } },
    include: { user: { select: { id: true, name: true, email: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  const candidates = others.map((one) => one.user);
  const chosen = recipientId === undefined && candidates.length === 1 ? candidates[0]?.id : recipientId;
  const recipient = candidates.find(({ id }) => id === chosen) ?? null;
  const isReporter = role === "reporter";
  const [drafts, theirs, returnedIds, toReview] = await Promise.all([
    isReporter ? listReports(database, draftsIn(user.id, departmentId)) : [],
    isReporter && recipient !== null ? listReports(database, draftsIn(recipient.id, departmentId)) : [],
    isReporter ? listReturned(database, user.id, departmentId, context) : [],
    isReporter ? null : database.update.count({ where: { state: "submitted", target: { ownerId: departmentId } } }),
  ]);
  const returned = await listReports(database, { id: { in: returnedIds.map(({ id }) => id) } });
  const isTheirs = ({ code, asOf }: HandedReport) => theirs.some((one) => one.code === code && one.asOf === asOf);
  const ids = [recipient?.id, ...[...drafts, ...returned].map(({ id }) => id)];
  return {
    membershipId,
    user: { id: user.id, name: user.name },
    department: { slug: department.slug, name: bilingual(department.name, department.nameEn) },
    role,
    candidates,
    recipient,
    drafts: drafts.filter((one) => !isTheirs(one)),
    kept: drafts.filter(isTheirs),
    returned,
    toReview,
    digest: createHash("sha256").update(JSON.stringify(ids)).digest("hex"),
  };
}

/** Null for an unknown or ended role, and for all users except administrators. */
export async function getHandOver(
  membershipId: string,
  recipientId: string | undefined,
  context: Context,
): Promise<HandOverView | null> {
  if (!can(context.actor, "administration", null)) return null;
  return readHandOver(db, membershipId, recipientId, context);
}

/** Drafts change their author; returned reports become tasks of the recipient by the row of the hand-over. */
async function moveWork(tx: Transaction, { user, drafts }: HandOverView, to: string, departmentId: string, at: Date) {
  const ids = drafts.map(({ id }) => id);
  await tx.update.updateMany({ where: { id: { in: ids } }, data: { authorId: to, version: { increment: 1 } } });
  // What the person took over earlier goes on to the recipient.
  const earlier = await tx.handOver.findMany({ where: { toUserId: user.id, departmentId } });
  const passedOn = earlier.filter(({ fromUserId }) => fromUserId !== to);
  await tx.handOver.createMany({
    data: [user.id, ...passedOn.map(({ fromUserId }) => fromUserId)].map((fromUserId) => ({
      fromUserId,
      toUserId: to,
      departmentId,
      at,
    })),
  });
}

/**
 * Moves drafts and returned reports to the recipient and ends the role, in one transaction with one event. If asked, the
 * person gets the role in another department, or the account is disabled.
 */
export function handOver(input: HandOverInput, context: Context): Promise<Result<null>> {
  const { membershipId, recipientId, digest, movesTo, disables } = input;
  return administer(context, async (tx) => {
    const held = await tx.membership.findFirst({ where: { id: membershipId, endedAt: null } });
    if (held === null) reject({ kind: "not-found" });
    const { userId, departmentId } = held;
    const { email } = await findOtherUser(tx, userId, context);
    const view = await readHandOver(tx, membershipId, recipientId, context);
    if (view === null) reject({ kind: "not-found" });
    const { recipient, department, role, drafts, returned } = view;
    if (recipient === null) return reject({ kind: "invalid", errors: { recipientId: "unknown" } });
    if (view.digest !== digest) reject({ kind: "conflict", why: "changed", by: null, at: null });
    if (disables && movesTo !== null) reject({ kind: "invalid", errors: { movesTo: "moves-or-leaves" } });
    const { now } = context.clock;
    if (role === "reporter") await moveWork(tx, view, recipient.id, departmentId, now);
    await tx.membership.update({ where: { id: membershipId }, data: { endedAt: now } });
    await endDelegationsOf(tx, membershipId, now);
    if (movesTo !== null) await join(tx, userId, movesTo, role);
    if (disables) {
      await tx.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
      await tx.session.deleteMany({ where: { userId } });
      await revokeLinks(tx, userId);
      await assertAdministratorLeft(tx);
    }
    const after = {
      email,
      department: department.slug,
      role,
      to: recipient.name,
      drafts: drafts.map(({ code, asOf }) => `${code} ${asOf}`),
      returned: returned.map(({ code, asOf }) => `${code} ${asOf}`),
      movesTo,
      disabled: disables,
    };
    return { action: "user.handed-over", id: userId, before: null, after };
  });
}
