import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { changeEvidenceRequirement } from "@/lib/server/targets/reporting-rules";
import { returnUpdate } from "@/lib/server/updates/decisions";
import { getReportForm } from "@/lib/server/updates/form";
import { saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { withdrawUpdate } from "@/lib/server/updates/take-back";
import { aDraft, aPicture, CODE, prepareEvidenceTests, reporter, stored } from "@/testing/evidence";
import { as, done } from "@/testing/people";
import { addEvidence, removeEvidence } from "./mutations";

prepareEvidenceTests();

describe("files of a withdrawn or returned report", () => {
  /** A report with two files that its author has withdrawn. */
  async function withdrawn() {
    const draft = await aDraft();
    const names = ["台账.png", "汇总.png"];
    for (const name of names) done(await addEvidence(draft.updateId, name, await aPicture(), await reporter()));
    const sent = done(await submitUpdate(CODE, { ...draft.input, ...draft }, await reporter()));
    return { input: draft.input, sent };
  }

  it("are listed in the form of the next report, and copied to its draft with an event each", async () => {
    const { input, sent } = await withdrawn();
    done(await withdrawUpdate(sent, await reporter()));
    const form = await getReportForm(CODE, { from: sent.updateId }, await reporter());
    expect(form?.files.map(({ name }) => name)).toEqual(["台账.png", "汇总.png"]);
    const before = stored();
    const keepFiles = form?.files.map(({ fileId }) => fileId) ?? [];
    const again = { ...input, requestKey: crypto.randomUUID(), keepFiles };
    const draft = done(await saveDraft(CODE, again, await reporter()));
    expect(draft.files?.map(({ name }) => name).toSorted()).toEqual(["台账.png", "汇总.png"].toSorted());
    expect(stored()).toBe(before + 2);
    const rows = await db.evidenceFile.findMany({ where: { updateId: { in: [draft.updateId, sent.updateId] } } });
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(new Set(rows.map(({ storageKey }) => storageKey)).size).toBe(4);
    const added = draft.files?.map(({ fileId }) => fileId) ?? [];
    expect(await db.event.count({ where: { entityId: { in: added }, action: "evidence.added" } })).toBe(2);
    // The copies are the draft's own: removed without touching the withdrawn report.
    done(await removeEvidence(added[0] ?? "", await reporter()));
    expect(await db.evidenceFile.count({ where: { updateId: sent.updateId } })).toBe(2);
  });

  it("satisfy a required file when the report is submitted at once, and may be left out", async () => {
    const { input, sent } = await withdrawn();
    done(await returnUpdate({ ...sent, reason: "recount" }, await as("demo-transport-reviewer")));
    const form = await getReportForm(CODE, { from: sent.updateId }, await reporter());
    const [first] = form?.files ?? [];
    done(await changeEvidenceRequirement(CODE, true, await as("demo-supervisor")));
    const again = { ...input, requestKey: crypto.randomUUID() };
    expect(await submitUpdate(CODE, again, await reporter())).toMatchObject({ error: { kind: "invalid" } });
    const next = done(await submitUpdate(CODE, { ...again, keepFiles: [first?.fileId ?? ""] }, await reporter()));
    expect(await db.evidenceFile.count({ where: { updateId: next.updateId } })).toBe(1);
    expect(await db.update.findUniqueOrThrow({ where: { id: next.updateId } })).toMatchObject({ state: "submitted" });
    const before = stored();
    const repeated = await submitUpdate(CODE, { ...again, keepFiles: [first?.fileId ?? ""] }, await reporter());
    expect(done(repeated)).toMatchObject({ updateId: next.updateId, isRepeat: true });
    expect(stored()).toBe(before);
    done(await changeEvidenceRequirement(CODE, false, await as("demo-supervisor")));
  });

  it("of another target, of a waiting report, or requested by somebody else are not copied", async () => {
    const { input, sent } = await withdrawn();
    const [file] = await db.evidenceFile.findMany({ where: { updateId: sent.updateId } });
    const before = stored();
    const again = { ...input, requestKey: crypto.randomUUID(), keepFiles: [file?.id ?? ""] };
    const waiting = await saveDraft(CODE, again, await reporter());
    expect(waiting).toMatchObject({ error: { kind: "not-found" } });
    done(await withdrawUpdate(sent, await reporter()));
    expect(await saveDraft("NT-T02b", again, await reporter())).toMatchObject({ error: { kind: "not-found" } });
    expect(await saveDraft(CODE, again, await as("demo-science-reporter"))).toMatchObject({ ok: false });
    expect(stored()).toBe(before);
  });
});
