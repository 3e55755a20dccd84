// Steps for many targets: one transaction, an event for each target, and nothing if one of them is rejected.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { BulkStep } from "@/lib/domain/targets/bulk";
import type { BulkStepInput, ChosenTarget } from "@/lib/schemas/bulk";
import { MOST_LABELS } from "@/lib/schemas/label";
import { checkRevision } from "@/lib/schemas/revision";
import type { Context } from "@/lib/server/context";
import { recordInstruction } from "@/lib/server/instructions/mutations";
import {
  attempt,
  type Change,
  type ChangeEvent,
  type MutationError,
  mutate,
  type Result,
  reject,
} from "@/lib/server/mutation";
import { recordDecision } from "@/lib/server/requests/mutations";
import { recordCarryOver } from "./carry-over";
import { recordLabels } from "./label-target";
import { recordTransition } from "./life-cycle";
import { lockTargets } from "./lock";
import { lockForWrite, type TargetWrite } from "./mutate";
import { responsibilityOf } from "./responsibility";
import { recordRevision, revisionFacts } from "./revisions";

type Step<S extends BulkStep> = Extract<BulkStepInput, { step: S }>;

/** The authorizing document as it is recorded: 通政发〔2024〕3号（2024-03-01）. */
function authorityOf({ authority, documentOn }: Pick<Step<"issue">, "authority" | "documentOn">): string {
  return documentOn === null ? authority : `${authority}（${documentOn}）`;
}

async function close(write: TargetWrite, input: Step<"close">, { verdict }: ChosenTarget): Promise<Change<unknown>> {
  if (!can(write.actor, "target.close", write.target.scope)) reject({ kind: "forbidden" });
  if (verdict === undefined) reject({ kind: "invalid", errors: { verdict: "required" } });
  const authority = authorityOf(input);
  const request = await write.tx.targetRequest.findFirst({
    where: { targetId: write.target.record.id, kind: "closing", state: "pending" },
  });
  if (request === null) {
    const { note } = input;
    return recordTransition(write, { step: "close", note, authority, verdict, receiveWithinDays: 1 });
  }
  const decision = { requestId: request.id, version: request.version, decision: "approve", verdict } as const;
  return recordDecision(write, { ...decision, note: input.note }, authority);
}

function revise(write: TargetWrite, input: Step<"revise">): Promise<Change<unknown>> {
  if (!can(write.actor, "target.revise", write.target.scope)) reject({ kind: "forbidden" });
  const { reason, dueOn, owner } = input;
  const changed = { ...(dueOn !== "" && { dueOn }), ...(owner !== "" && { owner }) };
  const facts = { ...revisionFacts(write.target), responsibility: responsibilityOf(write.target.record) };
  const checked = checkRevision({ ...changed, reason, authority: authorityOf(input) }, facts);
  if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
  return recordRevision(write, checked.revision);
}

/** Adds the label with the number of its row, or removes it; a target that has it so stays as it is. */
function label(write: TargetWrite, input: Step<"label">, { number = "" }: ChosenTarget): Promise<Change<unknown>> {
  if (!can(write.actor, "target.label", write.target.scope)) reject({ kind: "forbidden" });
  const { kind, name } = input.label;
  return recordLabels(write, (current) => {
    const found = current.find((one) => one.kind === kind && one.name === name);
    const others = current.filter((one) => one !== found);
    if (input.change === "remove") return others;
    if (others.length >= MOST_LABELS) reject({ kind: "invalid", errors: { label: "too-many-labels" } });
    return [...others, { kind, name, number: kind === "plan" ? number || (found?.number ?? "") : "" }];
  });
}

function takeStep(write: TargetWrite, input: BulkStepInput, one: ChosenTarget): Promise<Change<unknown>> {
  const plain = { note: "", verdict: null, receiveWithinDays: 1 };
  switch (input.step) {
    case "issue": {
      const { receiveWithinDays } = input;
      return recordTransition(write, { ...plain, step: "issue", authority: authorityOf(input), receiveWithinDays });
    }
    case "receive":
      return recordTransition(write, { ...plain, step: "receive", authority: "", note: input.note });
    case "close":
      return close(write, input, one);
    case "revise":
      return revise(write, input);
    case "label":
      return label(write, input, one);
    case "send-slip": {
      if (!can(write.actor, "instruction.send", write.target.scope)) reject({ kind: "forbidden" });
      const { step: _, ...slip } = input;
      return recordInstruction(write, { kind: "slip", ...slip });
    }
    case "carry-over": {
      if (!can(write.actor, "target.create", null)) reject({ kind: "forbidden" });
      const { code, newCode, value, upperValue } = one;
      if (newCode === undefined) reject({ kind: "invalid", errors: { newCode: "required" } });
      return recordCarryOver(write, { code, newCode, value, upperValue });
    }
  }
}

/** The fields of a row; the other fields are those of the whole form. */
const ROW_FIELDS: ReadonlySet<string> = new Set(["verdict", "newCode", "value", "upperValue", "number"]);

/** The error of one target at its row: `newCode:NT-T01`, or `chosen:NT-T01`. */
function rowErrors(code: string, error: MutationError): Record<string, string> {
  if (error.kind === "conflict") return { [`chosen:${code}`]: `bulk-${error.why}` };
  if (error.kind !== "invalid") return { [`chosen:${code}`]: error.kind };
  return Object.fromEntries(
    Object.entries(error.errors).map(([field, fault]) => [
      `${ROW_FIELDS.has(field) ? field : "chosen"}:${code}`,
      fault,
    ]),
  );
}

/** All errors at once: a target that may not be read or changed ends the write as it would alone. */
function rejectAll(refused: readonly { readonly code: string; readonly error: MutationError }[]): never {
  for (const kind of ["not-found", "forbidden"] as const) {
    if (refused.some(({ error }) => error.kind === kind)) reject({ kind });
  }
  const errors = Object.assign({}, ...refused.map(({ code, error }) => rowErrors(code, error)));
  return reject({ kind: "invalid", errors: { ...errors, form: "bulk-nothing-done" } });
}

/**
 * Takes a step for the chosen targets as they were shown. Each is checked like a single one; if any is rejected, none is
 * changed, and the errors name every rejected target.
 */
export function changeTargets(
  input: BulkStepInput,
  chosen: readonly ChosenTarget[],
  context: Context,
): Promise<Result<{ readonly count: number }>> {
  return mutate("signed-in", context, async (write) => {
    const { tx } = write;
    const codes = chosen.map(({ code }) => code);
    const found = await tx.target.findMany({ where: { code: { in: codes } }, select: { id: true } });
    await lockTargets(
      tx,
      found.map(({ id }) => id),
    );
    const events: ChangeEvent[] = [];
    const standingsOf: string[] = [];
    const refused: { code: string; error: MutationError }[] = [];
    for (const one of chosen.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
      const outcome = await attempt(async () => {
        const locked = await lockForWrite(write, { code: one.code }, null, one.version);
        return takeStep(locked, input, one);
      });
      if (!outcome.ok) {
        refused.push({ code: one.code, error: outcome.error });
        continue;
      }
      const { events: own, standingsOf: ids = [] } = outcome.value;
      events.push(...own);
      standingsOf.push(...(ids === "all" ? [] : ids));
    }
    if (refused.length > 0) rejectAll(refused);
    return { result: { count: chosen.length }, events, standingsOf };
  });
}
