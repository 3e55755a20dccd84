// Writes of instructions and slips: the office sends them, the owner replies, the office accepts or refuses the reply.
import "server-only";
import { INSTRUCTION_STATES, type InstructionStep, nextInstructionState } from "@/lib/domain/instructions/workflow";
import { can } from "@/lib/domain/permissions/can";
import type { InstructionInput, JudgementInput, ReplyInput } from "@/lib/schemas/instruction";
import { laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Change, mutate, type Result, reject, rejectStale, type Write } from "@/lib/server/mutation";
import { lockForWrite, mutateTarget, type TargetWrite } from "@/lib/server/targets/mutate";

export interface Instructed {
  readonly instructionId: string;
  readonly version: number;
}

export function sendInstruction(code: string, input: InstructionInput, context: Context): Promise<Result<Instructed>> {
  return mutateTarget({ code }, "instruction.send", context, (write) => recordInstruction(write, input));
}

/** Writes an instruction to the owner of the target; the caller has checked the permission. */
export async function recordInstruction(
  { tx, actor, clock, target: { record } }: TargetWrite,
  input: InstructionInput,
): Promise<Change<Instructed>> {
  if (input.replyDueOn < clock.today) reject({ kind: "invalid", errors: { replyDueOn: "in-the-past" } });
  const { replyDueOn, periodEnd, rule, ...content } = input;
  const report = { rule: rule ?? null, periodEnd: periodEnd === undefined ? null : dayColumn(periodEnd) };
  if (report.rule !== null) await assertNotSent(tx, record.id, report);
  const { id, version } = await tx.instruction.create({
    data: {
      ...content,
      ...report,
      replyDueOn: dayColumn(replyDueOn),
      targetId: record.id,
      senderId: actor.userId,
      sentAt: clock.now,
    },
  });
  const after = { ...content, rule: report.rule, periodEnd: periodEnd ?? null, replyDueOn, code: record.code };
  return {
    result: { instructionId: id, version },
    events: [{ action: "instruction.sent", id, before: null, after }],
  };
}

/** A slip that a rule proposes is sent once for the same report. */
async function assertNotSent(tx: Transaction, targetId: string, report: Prisma.InstructionWhereInput): Promise<void> {
  const sent = await tx.instruction.findFirst({ where: { targetId, ...report }, include: { sender: true } });
  if (sent !== null) reject({ kind: "conflict", why: "already-waiting", by: sent.sender.name, at: sent.sentAt });
}

const LAST_REPLY = {
  replies: { orderBy: { repliedAt: "desc" }, take: 1 },
} as const satisfies Prisma.InstructionInclude;

interface InstructionWrite extends Write {
  readonly instruction: Prisma.InstructionGetPayload<{ include: typeof LAST_REPLY }>;
  /** Now, or after the last reply or the instruction. */
  readonly at: Date;
}

const PAST: Record<InstructionStep, string> = {
  reply: "replied",
  accept: "accepted",
  refuse: "refused",
  withdraw: "withdrawn",
};

/** The shell of the steps of an instruction. @param change returns the content of the event */
function mutateInstruction(
  { instructionId, version }: { readonly instructionId: string; readonly version: number },
  step: InstructionStep,
  context: Context,
  change: (write: InstructionWrite) => Promise<Prisma.InputJsonObject>,
): Promise<Result<Instructed>> {
  const action = step === "accept" || step === "refuse" ? "judge" : step;
  return mutate("signed-in", context, async (write) => {
    const { tx, actor, clock } = write;
    const found = await tx.instruction.findUnique({ where: { id: instructionId }, select: { targetId: true } });
    if (found === null) reject({ kind: "not-found" });
    const { scope } = (await lockForWrite(write, { id: found.targetId }, null)).target;
    if (!can(actor, "instruction.read", scope)) reject({ kind: "not-found" });
    const instruction = await tx.instruction.findUniqueOrThrow({ where: { id: instructionId }, include: LAST_REPLY });
    const state = oneOf(INSTRUCTION_STATES, instruction.state);
    const next = nextInstructionState(state, step);
    if (next === null || instruction.version !== version) return rejectStale(tx, "instruction", instructionId);
    if (!can(actor, `instruction.${action}`, { ...scope, instruction: { state } })) reject({ kind: "forbidden" });
    const at = laterInstant(clock.now, instruction.replies[0]?.repliedAt ?? instruction.sentAt);
    const content = await change({ ...write, instruction, at });
    const stored = await tx.instruction.update({
      where: { id: instructionId },
      data: { state: next, version: { increment: 1 }, ...(next === "withdrawn" && { withdrawnAt: at }) },
    });
    const after = { state: next, targetId: found.targetId, ...content };
    return {
      result: { instructionId, version: stored.version },
      events: [{ at, action: `instruction.${PAST[step]}`, id: instructionId, before: { state }, after }],
    };
  });
}

export function replyToInstruction({ body, ...about }: ReplyInput, context: Context): Promise<Result<Instructed>> {
  return mutateInstruction(about, "reply", context, async ({ tx, actor, instruction, at }) => {
    await tx.instructionReply.create({
      data: { instructionId: instruction.id, authorId: actor.userId, body, repliedAt: at },
    });
    return { body };
  });
}

/** Accepts the reply, requests another one, or withdraws the instruction. */
export function judgeInstruction(input: JudgementInput, context: Context): Promise<Result<Instructed>> {
  const { decision, note } = input;
  return mutateInstruction(input, decision, context, async ({ tx, actor, instruction, at }) => {
    const [reply] = instruction.replies;
    if (decision !== "withdraw" && reply !== undefined) {
      const judged = { judgeId: actor.userId, judgedAt: at, isAccepted: decision === "accept", judgement: note };
      await tx.instructionReply.update({ where: { id: reply.id }, data: judged });
    }
    return { note };
  });
}
