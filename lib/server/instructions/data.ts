// Instructions and slips as pages show them.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Colour, InstructionKind, InstructionState } from "@/lib/domain/instructions/workflow";
import { COLOURS, INSTRUCTION_KINDS, INSTRUCTION_STATES } from "@/lib/domain/instructions/workflow";
import { can } from "@/lib/domain/permissions/can";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
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
  readonly replies: readonly {
    readonly id: string;
    readonly author: string;
    readonly body: string;
    readonly repliedAt: Date;
    readonly judge: string | null;
    readonly isAccepted: boolean | null;
    readonly judgement: string;
  }[];
}

function viewOf(record: Listed, { clock }: Context): InstructionView {
  const state = oneOf(INSTRUCTION_STATES, record.state);
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
    replies: record.replies.map(({ id, author, body, repliedAt, judge, isAccepted, judgement }) => ({
      id,
      author: author.name,
      body,
      repliedAt,
      judge: judge?.name ?? null,
      isAccepted,
      judgement,
    })),
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

/** All on one target; none for who may not read them. */
export async function listInstructionsOn(target: TargetDetail, context: Context): Promise<InstructionView[]> {
  const { ownerId, visibility, terms, id } = target;
  const scope = { target: { ownerId, visibility, state: terms.state } };
  return can(context.actor, "instruction.read", scope) ? list({ targetId: id }, context) : [];
}

/** Those to be answered by the actor's departments, the most urgent first. */
export async function listInstructionsToAnswer(context: Context): Promise<InstructionView[]> {
  const { actor } = context;
  if (actor.kind !== "user" || actor.memberships.length === 0) return [];
  const ownerId = { in: actor.memberships.map((one) => one.departmentId) };
  return list({ state: "sent", target: { ownerId } }, context);
}

/** Every one that is not settled; the caller has asked can(actor, "supervision.read"). */
export async function listOpenInstructions(context: Context): Promise<InstructionView[]> {
  return list({ state: { in: ["sent", "replied"] } }, context);
}
