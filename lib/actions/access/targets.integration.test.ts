// Who may call the actions of issued targets.
import "@/testing/action-mocks";
import { expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as bulk from "@/lib/actions/bulk";
import * as labels from "@/lib/actions/labels";
import * as targets from "@/lib/actions/targets";
import { db } from "@/lib/server/db/client";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import {
  aTarget,
  type Case,
  contextOf,
  DEPARTMENT,
  EVERYBODY,
  formOf,
  onTarget,
  prepareAccessTests,
  refusedTo,
  reportOf,
  testCases,
} from "@/testing/action-access";
import { done } from "@/testing/people";

prepareAccessTests();

const WHY = { reason: "as planned", authority: "No. 1" };

/** A form with one selected target. @param ofTarget the fields of its row */
function onSeveral(
  fields: Readonly<Record<string, string>>,
  ofTarget: Readonly<Record<string, string>> = {},
): Case["prepare"] {
  return async (code) => {
    const { version } = await db.target.findUniqueOrThrow({ where: { code } });
    const row = Object.fromEntries(Object.entries(ofTarget).map(([name, value]) => [`${name}:${code}`, value]));
    const form = formOf({ ...fields, ...row, version: `${code} ${version}`, [`chosen:${code}`]: "yes" });
    return async () => (await bulk.changeTargetsAction(IDLE, form)).status;
  };
}

testCases([
  {
    name: "transitionTargetAction (issue)",
    state: "draft",
    right: ["supervisor"],
    prepare: onTarget(targets.transitionTargetAction, { step: "issue", authority: "No. 1" }),
  },
  {
    name: "transitionTargetAction (receive)",
    state: "issued",
    right: DEPARTMENT,
    prepare: onTarget(targets.transitionTargetAction, { step: "receive" }),
  },
  {
    name: "transitionTargetAction (withdraw)",
    right: ["supervisor"],
    prepare: onTarget(targets.transitionTargetAction, { step: "withdraw", authority: "No. 1", note: "no more" }),
  },
  {
    name: "transitionTargetAction (reopen)",
    state: "closed",
    right: ["supervisor"],
    prepare: onTarget(targets.transitionTargetAction, { step: "reopen", note: "again" }),
  },
  {
    name: "changeTargetsAction (issue)",
    state: "draft",
    right: ["supervisor"],
    prepare: onSeveral({ step: "issue", authority: "No. 1" }),
  },
  {
    name: "changeTargetsAction (receive)",
    state: "issued",
    right: DEPARTMENT,
    prepare: onSeveral({ step: "receive" }),
  },
  {
    name: "changeTargetsAction (close)",
    right: ["supervisor"],
    prepare: onSeveral({ step: "close", authority: "No. 1", note: "all done" }, { verdict: "completed" }),
  },
  {
    name: "changeTargetsAction (carry over)",
    right: ["supervisor"],
    prepare: async (code) => onSeveral({ step: "carry-over" }, { newCode: `${code}-2024`.slice(-39) })(code),
  },
  {
    name: "changeTargetsAction (revise)",
    right: ["supervisor"],
    prepare: onSeveral({ step: "revise", ...WHY, dueOn: "2024-03-31" }),
  },
  {
    name: "changeTargetsAction (label)",
    right: ["supervisor"],
    prepare: onSeveral({ step: "label", change: "add", label: "plan:政府工作报告" }, { number: "3" }),
  },
  {
    name: "changeTargetsAction (send slips)",
    right: ["supervisor"],
    prepare: onSeveral({
      step: "send-slip",
      colour: "blue",
      givenBy: "督查室",
      body: "请抓紧办理",
      replyDueOn: "2023-12-29",
    }),
  },
  {
    name: "labelTargetAction",
    right: ["supervisor"],
    prepare: async (code) => {
      const { version } = await db.target.findUniqueOrThrow({ where: { code } });
      const fields = { version: String(version), "labels.0.label": "topic:交通" };
      return onTarget(labels.labelTargetAction, fields)(code);
    },
  },
  {
    name: "reviseTargetAction",
    right: ["supervisor"],
    prepare: onTarget(targets.reviseTargetAction, { ...WHY, value: "500" }),
  },
  {
    name: "reviseTargetAction (as a request)",
    right: DEPARTMENT,
    prepare: onTarget(targets.reviseTargetAction, { ...WHY, value: "500", mode: "revision" }),
  },
  {
    name: "reviseTargetAction (more time)",
    right: DEPARTMENT,
    prepare: onTarget(targets.reviseTargetAction, { ...WHY, dueOn: "2024-03-31", mode: "extension" }),
  },
  {
    name: "changeVisibilityAction",
    right: ["supervisor"],
    prepare: async (code) => {
      const { visibility: from } = await db.target.findUniqueOrThrow({ where: { code } });
      return async () =>
        (await targets.changeVisibilityAction(IDLE, formOf({ code, from, reason: "as decided" }))).status;
    },
  },
  {
    name: "changeEvidenceRequirementAction",
    right: ["supervisor"],
    prepare: onTarget(targets.changeEvidenceRequirementAction, { required: "yes" }),
  },
  {
    name: "settleBaselineAction",
    right: ["supervisor"],
    prepare: async (shown) => {
      const { visibility } = await db.target.findUniqueOrThrow({ where: { code: shown } });
      const before = await aTarget(visibility, "received", { due_on: "2023-06-30" });
      const report = { ...reportOf(), asOf: "2023-06-30" };
      const sent = done(await submitUpdate(before, report, contextOf("reporter")));
      done(await approveUpdate(sent, contextOf("reviewer")));
      const { id } = await db.target.findUniqueOrThrow({ where: { code: before } });
      const code = await aTarget(visibility, "received", { carried_from_id: id, baseline_provisional: true });
      return async () => (await targets.settleBaselineAction(IDLE, formOf({ code }))).status;
    },
  },
  {
    name: "splitTargetAction",
    right: ["supervisor"],
    prepare: onTarget(targets.splitTargetAction, {
      method: "sum",
      ...Object.fromEntries(
        [0, 1].flatMap((index) =>
          Object.entries({
            owner: index === 0 ? "transport" : "haimen",
            value: "201",
            weight: "1",
            startOn: "2023-01-01",
            dueOn: "2023-12-31",
          }).map(([field, value]) => [`parts.${index}.${field}`, value]),
        ),
      ),
    }),
  },
  {
    name: "changeClosingDaysAction",
    right: ["supervisor"],
    prepare: onTarget(targets.changeClosingDaysAction, { closesAfterDays: "9" }),
  },
  {
    name: "openLateEntryAction",
    right: ["supervisor"],
    prepare: onTarget(targets.openLateEntryAction, {
      periodEnd: "2023-08-31",
      openUntil: "2023-10-31",
      reason: "late books",
    }),
  },
]);

it("previewPromiseAction reads a new promise back to the supervision office only", async () => {
  const form = { "metric.kind": "cumulative", value: "30", startOn: "2023-01-01", dueOn: "2023-12-31" };
  const act = async () => ((await targets.previewPromiseAction(form)) === null ? "nothing" : "a sentence");
  const expected = EVERYBODY.map((who) => [who, who === "supervisor" ? "a sentence" : "nothing"]);
  expect(await refusedTo(EVERYBODY, act)).toEqual(Object.fromEntries(expected));
});
