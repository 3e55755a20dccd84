// Instructions and slips: sent by the supervision office, answered by the owner, accepted or sent back.
import "server-only";
import { INSTRUCTION_STATES, type InstructionStep, nextInstructionState } from "@/lib/domain/instructions/workflow";
import { can, type Scope } from "@/lib/domain/permissions/can";
import type { InstructionInput, JudgementInput, ReplyInput } from "@/lib/schemas/instruction";
import { laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvent } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { getLockedTarget } from "@/lib/server/targets/lock";

export interface Instructed {
  readonly instructionId: string;
  readonly version: number;
}

export function sendInstruction(code: string, input: InstructionInput, context: Context): Promise<Result<Instructed>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const { record, scope } = await getLockedTarget(tx, { code }, context);
      if (actor.kind !== "user" || !can(actor, "instruction.send", scope)) reject({ kind: "forbidden" });
      if (input.replyDueOn < clock.today) reject({ kind: "invalid", errors: { replyDueOn: "in-the-past" } });
      const { replyDueOn, periodEnd, rule, ...said } = input;
      const about = { rule: rule ?? null, periodEnd: periodEnd === undefined ? null : dayColumn(periodEnd) };
      if (about.rule !== null) await assertNotSent(tx, record.id, about);
      const stored = await tx.instruction.create({
        data: {
          ...said,
          ...about,
          replyDueOn: dayColumn(replyDueOn),
          targetId: record.id,
          senderId: actor.userId,
          sentAt: clock.now,
        },
      });
      await appendEvent(tx, {
        at: clock.now,
        actorId: actor.userId,
        action: "instruction.sent",
        entity: "instruction",
        entityId: stored.id,
        before: null,
        after: { ...said, rule: about.rule, periodEnd: periodEnd ?? null, replyDueOn, code: record.code },
      });
      return { instructionId: stored.id, version: stored.version };
    }),
  );
}

/** What a rule proposed is sent once for the same report. */
async function assertNotSent(tx: Transaction, targetId: string, about: Prisma.InstructionWhereInput): Promise<void> {
  const sent = await tx.instruction.findFirst({ where: { targetId, ...about }, include: { sender: true } });
  if (sent !== null) reject({ kind: "conflict", why: "already-waiting", by: sent.sender.name, at: sent.sentAt });
}

const OPEN = {
  sender: true,
  replies: { orderBy: { repliedAt: "desc" }, take: 1, include: { author: true } },
} as const satisfies Prisma.InstructionInclude;
type Open = Prisma.InstructionGetPayload<{ include: typeof OPEN }>;

interface Held {
  readonly instruction: Open;
  readonly actorId: string;
  /** Now, and not before what it follows. */
  readonly at: Date;
}

const PAST: Record<InstructionStep, string> = {
  reply: "replied",
  accept: "accepted",
  refuse: "refused",
  withdraw: "withdrawn",
};

type Asked = "instruction.reply" | "instruction.judge" | "instruction.withdraw";

async function step(
  about: { readonly instructionId: string; readonly version: number },
  taken: InstructionStep,
  action: Asked,
  context: Context,
  write: (tx: Transaction, held: Held) => Promise<Prisma.InputJsonObject>,
): Promise<Result<Instructed>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const found = await tx.instruction.findUnique({
        where: { id: about.instructionId },
        select: { targetId: true },
      });
      if (found === null) reject({ kind: "not-found" });
      const { scope } = await getLockedTarget(tx, { id: found.targetId }, context);
      if (actor.kind !== "user" || !can(actor, "instruction.read", scope)) reject({ kind: "not-found" });
      const instruction = await tx.instruction.findUniqueOrThrow({ where: { id: about.instructionId }, include: OPEN });
      const state = oneOf(INSTRUCTION_STATES, instruction.state);
      const next = nextInstructionState(state, taken);
      const [reply] = instruction.replies;
      if (next === null || instruction.version !== about.version) {
        const last = reply ?? null;
        const [by, at] = [(last?.author ?? instruction.sender).name, last?.repliedAt ?? instruction.sentAt];
        reject({ kind: "conflict", why: "changed", by, at });
      }
      const asked: Scope = { ...scope, instruction: { state } };
      if (!can(actor, action, asked)) reject({ kind: "forbidden" });
      const at = laterInstant(clock.now, reply?.repliedAt ?? instruction.sentAt);
      const said = await write(tx, { instruction, actorId: actor.userId, at });
      const stored = await tx.instruction.update({
        where: { id: instruction.id },
        data: { state: next, version: { increment: 1 }, ...(next === "withdrawn" && { withdrawnAt: at }) },
      });
      await appendEvent(tx, {
        at,
        actorId: actor.userId,
        action: `instruction.${PAST[taken]}`,
        entity: "instruction",
        entityId: instruction.id,
        before: { state },
        after: { state: next, targetId: found.targetId, ...said },
      });
      return { instructionId: instruction.id, version: stored.version };
    }),
  );
}

export function replyToInstruction({ body, ...about }: ReplyInput, context: Context): Promise<Result<Instructed>> {
  return step(about, "reply", "instruction.reply", context, async (tx, { instruction, actorId, at }) => {
    await tx.instructionReply.create({
      data: { instructionId: instruction.id, authorId: actorId, body, repliedAt: at },
    });
    return { body };
  });
}

/** Accepts the reply, sends it back for another, or takes the instruction back. */
export function judgeInstruction(input: JudgementInput, context: Context): Promise<Result<Instructed>> {
  const { decision, note } = input;
  const action = decision === "withdraw" ? "instruction.withdraw" : "instruction.judge";
  return step(input, decision, action, context, async (tx, { instruction, actorId, at }) => {
    const [reply] = instruction.replies;
    if (decision !== "withdraw" && reply !== undefined) {
      const judged = { judgeId: actorId, judgedAt: at, isAccepted: decision === "accept", judgement: note };
      await tx.instructionReply.update({ where: { id: reply.id }, data: judged });
    }
    return { note };
  });
}
