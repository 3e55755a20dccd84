// Reads of instructions and slips, as pages show them.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { COLOURS, INSTRUCTION_KINDS } from "@/lib/domain/instructions/workflow";
import { can } from "@/lib/domain/permissions/can";
import { principalIn } from "@/lib/domain/permissions/delegation";
import { scopeOf } from "@/lib/domain/permissions/scope";
import type { Slice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayColumn, dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { whereOwnedAt } from "@/lib/server/departments/names";
import { bilingual } from "@/lib/server/targets/rows";
import type { InstructionView, ReplyView } from "@/lib/views/instruction";
import type { Excerpt } from "@/lib/views/target";
import type { TargetDetail } from "@/lib/views/target-detail";

const LISTED = {
  sender: { select: { name: true } },
  target: { select: { code: true, title: true, titleEn: true, ownerId: true } },
  replies: {
    orderBy: { repliedAt: "asc" },
    include: { author: { select: { name: true } }, judge: { select: { name: true } } },
  },
} as const satisfies Prisma.InstructionInclude;
type Listed = Prisma.InstructionGetPayload<{ include: typeof LISTED }>;

/** A reply with its judgement, if it was judged by `moment`. */
function replyAt(record: Listed["replies"][number], moment: Date): ReplyView {
  const { id, author, body, repliedAt, judge, judgedAt, isAccepted, judgement } = record;
  const reply = { id, author: author.name, body, repliedAt };
  if (judgedAt === null || judgedAt > moment) return { ...reply, judge: null, isAccepted: null, judgement: "" };
  return { ...reply, judge: judge?.name ?? null, isAccepted, judgement };
}

/** The state at `moment`, derived from its time stamps; the replies as known then, oldest first. */
function stateAt(record: Listed, replies: readonly { readonly isAccepted: boolean | null }[], moment: Date) {
  if (record.withdrawnAt !== null && record.withdrawnAt <= moment) return "withdrawn";
  const last = replies.at(-1);
  if (last === undefined || last.isAccepted === false) return "sent";
  return last.isAccepted ? "accepted" : "replied";
}

function viewOf(record: Listed, { actor, clock }: Context): InstructionView {
  const moment = clock.knownUntil;
  const replies = record.replies.filter(({ repliedAt }) => repliedAt <= moment).map((reply) => replyAt(reply, moment));
  const state = stateAt(record, replies, moment);
  const replyDueOn = dayOf(record.replyDueOn);
  return {
    id: record.id,
    version: record.version,
    code: record.target.code,
    title: bilingual(record.target.title, record.target.titleEn),
    kind: oneOf(INSTRUCTION_KINDS, record.kind),
    colour: oneOf(COLOURS, record.colour),
    givenBy: record.givenBy,
    body: record.body,
    standsInFor: principalIn(actor, record.target.ownerId)?.name ?? null,
    sender: record.sender.name,
    sentAt: record.sentAt,
    replyDueOn,
    state,
    isOverdue: state === "sent" && replyDueOn < clock.today,
    replies,
  };
}

async function list(
  where: Prisma.InstructionWhereInput,
  context: Context,
  slice?: Slice,
): Promise<Excerpt<InstructionView>> {
  const known = { ...where, sentAt: { lte: context.clock.knownUntil } };
  const [total, records] = await Promise.all([
    db.instruction.count({ where: known }),
    db.instruction.findMany({
      where: known,
      include: LISTED,
      orderBy: [{ replyDueOn: "asc" }, { sentAt: "asc" }, { id: "asc" }],
      ...slice,
    }),
  ]);
  return { total, shown: records.map((record) => viewOf(record, context)) };
}

/** Neither withdrawn by `moment` nor closed by an accepted reply. */
function openAt(moment: Date): Prisma.InstructionWhereInput {
  return {
    OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: moment } }],
    replies: { none: { isAccepted: true, judgedAt: { lte: moment } } },
  };
}

/** A reply that was not refused by `moment`: it is pending, or it was accepted. */
function unrefusedAt(moment: Date): Prisma.InstructionReplyWhereInput {
  return { repliedAt: { lte: moment }, OR: [{ judgedAt: null }, { judgedAt: { gt: moment } }, { isAccepted: true }] };
}

/** All on one target; none for users who may not read them. */
export async function listInstructionsOn(target: TargetDetail, context: Context): Promise<readonly InstructionView[]> {
  const scope = { target: scopeOf(target) };
  if (!can(context.actor, "instruction.read", scope)) return [];
  return (await list({ targetId: target.id }, context)).shown;
}

/** Those that the actor's departments must answer, the most urgent first. */
export async function listInstructionsToAnswer(slice: Slice, context: Context): Promise<Excerpt<InstructionView>> {
  const { actor, clock } = context;
  if (actor.kind !== "user" || actor.memberships.length === 0) return { total: 0, shown: [] };
  const owner = { id: { in: actor.memberships.map((one) => one.departmentId) } };
  const moment = clock.knownUntil;
  const target = whereOwnedAt(owner, moment);
  return list({ AND: [openAt(moment), { replies: { none: unrefusedAt(moment) } }], target }, context, slice);
}

/** All open instructions; the caller has checked can(actor, "supervision.read"). */
export function listOpenInstructions(slice: Slice, context: Context): Promise<Excerpt<InstructionView>> {
  return list(openAt(context.clock.knownUntil), context, slice);
}

/** How many of them wait for a reply that is due between the two days, by day. */
export async function countRepliesDue([from, to]: readonly [IsoDate, IsoDate], { clock }: Context) {
  const moment = clock.knownUntil;
  const counts = await db.instruction.groupBy({
    by: ["replyDueOn"],
    where: {
      sentAt: { lte: moment },
      replyDueOn: { gte: dayColumn(from), lte: dayColumn(to) },
      AND: [openAt(moment), { replies: { none: unrefusedAt(moment) } }],
    },
    _count: true,
  });
  return counts.map(({ replyDueOn, _count }) => ({ on: replyDueOn, replies: _count }));
}

/** Those of them with a pending reply. */
export function listRepliesToJudge(slice: Slice, context: Context): Promise<Excerpt<InstructionView>> {
  const moment = context.clock.knownUntil;
  return list({ AND: [openAt(moment), { replies: { some: unrefusedAt(moment) } }] }, context, slice);
}
