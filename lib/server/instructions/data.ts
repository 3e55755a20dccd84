// Instructions and slips as pages show them.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Colour, InstructionKind, InstructionState } from "@/lib/domain/instructions/workflow";
import { COLOURS, INSTRUCTION_KINDS } from "@/lib/domain/instructions/workflow";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope-of";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { ownedAt } from "@/lib/server/departments/names";
import { bilingual } from "@/lib/server/targets/rows";
import type { TargetDetail } from "@/lib/server/targets/types";

const LISTED = {
  sender: { select: { name: true } },
  target: { select: { code: true, title: true, titleEn: true } },
  replies: {
    orderBy: { repliedAt: "asc" },
    include: { author: { select: { name: true } }, judge: { select: { name: true } } },
  },
} as const satisfies Prisma.InstructionInclude;
type Listed = Prisma.InstructionGetPayload<{ include: typeof LISTED }>;

export interface InstructionView {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: Bilingual;
  readonly kind: InstructionKind;
  readonly colour: Colour;
  readonly givenBy: string;
  readonly body: string;
  readonly sender: string;
  readonly sentAt: Date;
  readonly replyDueOn: IsoDate;
  readonly state: InstructionState;
  /** A reply is owed and its day has passed. */
  readonly isOverdue: boolean;
  readonly replies: readonly ReplyView[];
}

interface ReplyView {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  readonly repliedAt: Date;
  readonly judge: string | null;
  readonly isAccepted: boolean | null;
  readonly judgement: string;
}

/** A reply with its judgement, where it was judged by `moment`. */
function replyAt(record: Listed["replies"][number], moment: Date): ReplyView {
  const { id, author, body, repliedAt, judge, judgedAt, isAccepted, judgement } = record;
  const reply = { id, author: author.name, body, repliedAt };
  if (judgedAt === null || judgedAt > moment) return { ...reply, judge: null, isAccepted: null, judgement: "" };
  return { ...reply, judge: judge?.name ?? null, isAccepted, judgement };
}

/** The state at `moment`, read from the stamps of what happened when; the replies as known then, oldest first. */
function stateAt(record: Listed, replies: readonly { readonly isAccepted: boolean | null }[], moment: Date) {
  if (record.withdrawnAt !== null && record.withdrawnAt <= moment) return "withdrawn";
  const last = replies.at(-1);
  if (last === undefined || last.isAccepted === false) return "sent";
  return last.isAccepted ? "accepted" : "replied";
}

function viewOf(record: Listed, { clock }: Context): InstructionView {
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
    sender: record.sender.name,
    sentAt: record.sentAt,
    replyDueOn,
    state,
    isOverdue: state === "sent" && replyDueOn < clock.today,
    replies,
  };
}

async function list(where: Prisma.InstructionWhereInput, context: Context): Promise<InstructionView[]> {
  const records = await db.instruction.findMany({
    where: { ...where, sentAt: { lte: context.clock.knownUntil } },
    include: LISTED,
    orderBy: [{ replyDueOn: "asc" }, { sentAt: "asc" }],
  });
  return records.map((record) => viewOf(record, context));
}

/** Narrows to what may have been open at `moment`: settled ones only where they were settled later. */
function openAt(moment: Date): Prisma.InstructionWhereInput {
  return {
    OR: [
      { state: { in: ["sent", "replied"] } },
      { withdrawnAt: { gt: moment } },
      { state: "accepted", replies: { some: { isAccepted: true, judgedAt: { gt: moment } } } },
    ],
  };
}

/** All on one target; none for who may not read them. */
export async function listInstructionsOn(target: TargetDetail, context: Context): Promise<InstructionView[]> {
  const scope = { target: scopeOf(target) };
  return can(context.actor, "instruction.read", scope) ? list({ targetId: target.id }, context) : [];
}

/** Those to be answered by the actor's departments, the most urgent first. */
export async function listInstructionsToAnswer(context: Context): Promise<InstructionView[]> {
  const { actor } = context;
  if (actor.kind !== "user" || actor.memberships.length === 0) return [];
  const owner = { id: { in: actor.memberships.map((one) => one.departmentId) } };
  const all = await list(
    { target: ownedAt(owner, context.clock.knownUntil), ...openAt(context.clock.knownUntil) },
    context,
  );
  return all.filter((one) => one.state === "sent");
}

/** Every one that is not settled; the caller has asked can(actor, "supervision.read"). */
export async function listOpenInstructions(context: Context): Promise<InstructionView[]> {
  const all = await list(openAt(context.clock.knownUntil), context);
  return all.filter((one) => one.state === "sent" || one.state === "replied");
}
