// Who may call the actions of reports and their evidence.
import "@/testing/action-mocks";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as evidence from "@/lib/actions/evidence";
import * as updates from "@/lib/actions/updates";
import { db } from "@/lib/server/db/client";
import { addEvidence } from "@/lib/server/evidence/mutations";
import { submitUpdate } from "@/lib/server/updates/mutations";
import {
  actAs,
  aDraft,
  aSubmitted,
  aTarget,
  type Case,
  contextOf,
  EVERYBODY,
  formOf,
  OUTSIDE,
  prepareAccessTests,
  refusedTo,
  reportOf,
  testCases,
  VISIBILITIES,
  type Who,
} from "@/testing/action-access";
import { done } from "@/testing/people";

prepareAccessTests();

const aPicture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .png()
    .toBuffer();

const onDecided =
  (decision: string): Case["prepare"] =>
  async (code) => {
    const fields = { ...(await aSubmitted(code)), decision, reason: "not as counted" };
    return async () => (await updates.decideUpdateAction(IDLE, formOf(fields))).status;
  };

const onMany =
  (decision: string): Case["prepare"] =>
  async (code) => {
    const { updateId, version } = await aSubmitted(code);
    const form = formOf({ chosen: `${updateId} ${version}`, decision, reason: "not as counted" });
    return async () => {
      const answer = await updates.decideUpdatesAction({ status: "idle" }, form);
      if (answer.status !== "done") return answer.status;
      return answer.done === 1 ? "done" : (answer.refused?.[0]?.why ?? "nothing");
    };
  };

const onDecidedBefore =
  (undo: (form: FormData) => Promise<string>): Case["prepare"] =>
  async (code) => {
    const fields = await aSubmitted(code);
    // By the action: the clock of the prepared contexts stands still, and an undo must follow within seconds.
    await actAs("reviewer");
    expect((await updates.decideUpdateAction(IDLE, formOf({ ...fields, decision: "approve" }))).status).toBe("done");
    const { id, version } = await db.update.findUniqueOrThrow({ where: { id: fields.updateId } });
    return () => undo(formOf({ decided: `${id} ${version}` }));
  };

/** The status in the address of the page that answers. */
const undoWithoutScript = (form: FormData) =>
  updates.undoDecisionsAndReturnAction(form).then(
    () => "no answer",
    (error: Error) => error.message.replace("redirect /review?undo=", ""),
  );

testCases([
  ...(["draft", "submit"] as const).map(
    (intent): Case => ({
      name: `saveReportAction (${intent})`,
      right: ["reporter"],
      prepare: async (code) => {
        const input = reportOf();
        return async () => {
          const { status } = await updates.saveReportAction(code, input, intent);
          return status === "saved" || status === "submitted" ? "done" : status;
        };
      },
    }),
  ),
  { name: "decideUpdateAction (approve)", right: ["reviewer"], prepare: onDecided("approve") },
  { name: "decideUpdateAction (return)", right: ["reviewer"], prepare: onDecided("return") },
  { name: "decideUpdatesAction (approve)", right: ["reviewer"], prepare: onMany("approve") },
  { name: "decideUpdatesAction (return)", right: ["reviewer"], prepare: onMany("return") },
  {
    name: "undoDecisionsAction",
    right: ["reviewer"],
    prepare: onDecidedBefore(async (form) => (await updates.undoDecisionsAction(form)).status),
  },
  { name: "undoDecisionsAndReturnAction", right: ["reviewer"], prepare: onDecidedBefore(undoWithoutScript) },
  {
    name: "withdrawReportAction",
    right: ["reporter"],
    prepare: async (code) => {
      const fields = await aSubmitted(code);
      return async () => (await updates.withdrawReportAction(IDLE, formOf(fields))).status;
    },
  },
  {
    name: "changeEvidenceVisibilityAction",
    right: ["supervisor", "reviewer"],
    isUnseen: true,
    prepare: async (code) => {
      const { updateId } = await aDraft(code);
      const added = await addEvidence(updateId, "a.png", await aPicture(), contextOf("reporter"));
      const { fileId } = done(added);
      const { version } = await db.update.findUniqueOrThrow({ where: { id: updateId } });
      done(await submitUpdate(code, { ...reportOf(), updateId, version }, contextOf("reporter")));
      const form = { fileId, visibility: "public" };
      return async () => (await evidence.changeEvidenceVisibilityAction(IDLE, formOf(form))).status;
    },
  },
]);

describe.each(VISIBILITIES)("on a %s target", (visibility) => {
  it("discardDraftAction", async () => {
    const code = await aTarget(visibility);
    const { updateId, version } = await aDraft(code);
    const act = async () => {
      const { status } = await updates.discardDraftAction(IDLE, formOf({ updateId, version }));
      return `${status}, ${(await db.update.findUniqueOrThrow({ where: { id: updateId } })).state}`;
    };
    const wrong = EVERYBODY.filter((who) => who !== "reporter");
    const statuses = (who: Who) =>
      who === "visitor" ? "signed-out" : visibility === "internal" && OUTSIDE.includes(who) ? "not-found" : "forbidden";
    const expected = wrong.map((who) => [who, `${statuses(who)}, draft`]);
    expect(await refusedTo(wrong, act)).toEqual(Object.fromEntries(expected));
    await actAs("reporter");
    const stale = await updates.discardDraftAction(IDLE, formOf({ updateId, version: "99" }));
    expect(stale).toMatchObject({ status: "conflict", conflict: { why: "changed" } });
    expect(await act()).toBe("done, discarded");
  });

  it("previewReportAction responds to its reporters only", async () => {
    const code = await aTarget(visibility);
    const act = async () => ((await updates.previewReportAction(code, reportOf())) === null ? "nothing" : "a light");
    const statuses = await refusedTo(EVERYBODY, act);
    const expected = EVERYBODY.map((who) => [who, who === "reporter" ? "a light" : "nothing"]);
    expect(statuses).toEqual(Object.fromEntries(expected));
  });
});
