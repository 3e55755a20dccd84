// Who may call the actions of requests, instructions and slips.
import "@/testing/action-mocks";
import { expect } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as instructions from "@/lib/actions/instructions";
import * as targets from "@/lib/actions/targets";
import { db } from "@/lib/server/db/client";
import { listSlipsByCodes } from "@/lib/server/supervision/slips";
import {
  actAs,
  type Case,
  contextOf,
  DEPARTMENT,
  formOf,
  onTarget,
  prepareAccessTests,
  testCases,
} from "@/testing/action-access";

prepareAccessTests();

const INSTRUCTION = { kind: "slip", colour: "blue", givenBy: "office", body: "why?", replyDueOn: "2023-10-31" };

async function anInstruction(code: string, isReplied: boolean) {
  await actAs("supervisor");
  expect((await instructions.sendInstructionAction(IDLE, formOf({ code, ...INSTRUCTION }))).status).toBe("done");
  const { id: instructionId } = await db.instruction.findFirstOrThrow({ where: { target: { code } } });
  if (!isReplied) return { instructionId, version: "1" };
  await actAs("reporter");
  expect(
    (await instructions.replyToInstructionAction(IDLE, formOf({ instructionId, version: "1", body: "so" }))).status,
  ).toBe("done");
  return { instructionId, version: "2" };
}

async function aRequest(code: string) {
  await actAs("reporter");
  expect((await targets.requestClosingAction(IDLE, formOf({ code, reason: "all done" }))).status).toBe("done");
  const { id, version } = await db.targetRequest.findFirstOrThrow({ where: { target: { code } } });
  return { requestId: id, version: String(version) };
}

testCases([
  {
    name: "requestClosingAction",
    right: DEPARTMENT,
    prepare: onTarget(targets.requestClosingAction, { reason: "all done" }),
  },
  ...(["approve", "refuse", "cancel"] as const).map(
    (decision): Case => ({
      name: `decideRequestAction (${decision})`,
      // Only its author can cancel it.
      right: decision === "cancel" ? ["reporter"] : ["supervisor"],
      isUnseen: true,
      prepare: async (code) => {
        const fields = { ...(await aRequest(code)), decision, note: "so", verdict: "completed" };
        return async () => (await targets.decideRequestAction(IDLE, formOf(fields))).status;
      },
    }),
  ),
  {
    name: "sendInstructionAction",
    right: ["supervisor"],
    prepare: onTarget(instructions.sendInstructionAction, INSTRUCTION),
  },
  {
    name: "sendSlipsAction",
    right: ["supervisor"],
    prepare: async (code) => {
      const proposals = await listSlipsByCodes([code], contextOf("supervisor"));
      const chosen = proposals.map((one) => `${code} ${one.rule.key} ${one.periodEnd}`)[0] ?? "";
      return async () => {
        const { status, refused = [] } = await instructions.sendSlipsAction({ status: "idle" }, formOf({ chosen }));
        return refused[0]?.why ?? status;
      };
    },
  },
  {
    name: "replyToInstructionAction",
    right: DEPARTMENT,
    isUnseen: true,
    prepare: async (code) => {
      const fields = { ...(await anInstruction(code, false)), body: "because" };
      return async () => (await instructions.replyToInstructionAction(IDLE, formOf(fields))).status;
    },
  },
  ...(["accept", "refuse", "withdraw"] as const).map(
    (decision): Case => ({
      name: `judgeInstructionAction (${decision})`,
      right: ["supervisor"],
      isUnseen: true,
      prepare: async (code) => {
        const fields = { ...(await anInstruction(code, true)), decision, note: "so" };
        return async () => (await instructions.judgeInstructionAction(IDLE, formOf(fields))).status;
      },
    }),
  ),
]);
