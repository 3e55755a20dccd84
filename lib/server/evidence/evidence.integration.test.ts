import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/domain/permissions/actor";
import type { Visibility } from "@/lib/domain/targets/types";
import { db } from "@/lib/server/db/client";
import { getTarget } from "@/lib/server/targets/detail";
import { changeEvidenceRequirement } from "@/lib/server/targets/reporting-rules";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { aDraft, aPicture, CODE, prepareEvidenceTests, reporter, stored } from "@/testing/evidence";
import { as, done } from "@/testing/people";
import { addEvidence, changeEvidenceVisibility, removeEvidence } from "./mutations";

prepareEvidenceTests();

/** The names of a report's files on the target's page. */
async function namesSeenBy(actor: Actor, updateId: string): Promise<string[]> {
  const { clock } = await as("demo-supervisor");
  const target = await getTarget(CODE, { actor, clock });
  return target?.updates.find((update) => update.id === updateId)?.files.map(({ name }) => name) ?? [];
}

describe("files of a report", () => {
  it("are stored under their Chinese name and identified by content", async () => {
    const { updateId } = await aDraft();
    const book = new ExcelJS.Workbook();
    book.addWorksheet("台账").addRow(["项目", 1]);
    const sheet = new Uint8Array(await book.xlsx.writeBuffer());
    done(await addEvidence(updateId, "C:\\报表\\三季度 台账.xlsx", sheet, await reporter()));
    done(await addEvidence(updateId, "现场.png", await aPicture(), await reporter()));
    const rows = await db.evidenceFile.findMany({ where: { updateId }, orderBy: { name: "asc" } });
    expect(rows.map(({ name, contentType }) => [name, contentType])).toEqual([
      ["三季度 台账.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
      ["现场.png", "image/png"],
    ]);
    expect(stored()).toBe(2);
  });

  it("are rejected if the content does not match, and leave no data", async () => {
    const { updateId } = await aDraft();
    const before = stored();
    const cases: [string, Uint8Array, string][] = [
      ["a.pdf", await aPicture(), "name-does-not-fit"],
      ["a.png", new TextEncoder().encode("<script>alert(1)</script>"), "kind-not-taken"],
      ["a.svg", new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"), "kind-not-taken"],
      ["a.pdf", new Uint8Array(), "empty"],
    ];
    for (const [name, bytes, fault] of cases) {
      expect(await addEvidence(updateId, name, bytes, await reporter())).toEqual({
        ok: false,
        error: { kind: "invalid", errors: { file: fault } },
      });
    }
    expect(stored()).toBe(before);
  });

  it("can be added by the author of the draft only, and cannot be removed once submitted", async () => {
    const { updateId, input, version } = await aDraft();
    const file = done(await addEvidence(updateId, "a.png", await aPicture(), await reporter()));
    expect(await addEvidence(updateId, "b.png", await aPicture(), await as("demo-transport-reviewer"))).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect(await addEvidence(updateId, "b.png", await aPicture(), await as("demo-science-reporter"))).toMatchObject({
      error: { kind: "not-found" },
    });
    done(await submitUpdate(CODE, { ...input, updateId, version }, await reporter()));
    expect(await removeEvidence(file.fileId, await reporter())).toMatchObject({ error: { kind: "forbidden" } });
    await expect(db.evidenceFile.delete({ where: { id: file.fileId } })).rejects.toThrow();
  });

  it("are removed from a draft with their bytes", async () => {
    const { updateId } = await aDraft();
    const before = stored();
    const file = done(await addEvidence(updateId, "a.png", await aPicture(), await reporter()));
    done(await removeEvidence(file.fileId, await reporter()));
    expect([stored(), await db.evidenceFile.count({ where: { updateId } })]).toEqual([before, 0]);
  });

  it("are required if the office requires them", async () => {
    expect(await changeEvidenceRequirement(CODE, true, await reporter())).toMatchObject({
      error: { kind: "forbidden" },
    });
    done(await changeEvidenceRequirement(CODE, true, await as("demo-supervisor")));
    const { updateId, input, version } = await aDraft();
    const send = async () => submitUpdate(CODE, { ...input, updateId, version }, await reporter());
    expect(await send()).toEqual({ ok: false, error: { kind: "invalid", errors: { evidence: "file-required" } } });
    done(await addEvidence(updateId, "a.png", await aPicture(), await reporter()));
    done(await send());
  });

  it("are internal unless their author publishes them; visitors see only public ones of approved reports", async () => {
    const { updateId, input, version } = await aDraft();
    done(await addEvidence(updateId, "internal.png", await aPicture(), await reporter()));
    done(await addEvidence(updateId, "public.png", await aPicture(), await reporter(), "public"));
    const sent = done(await submitUpdate(CODE, { ...input, updateId, version }, await reporter()));
    const reviewer = await as("demo-transport-reviewer");
    expect(await namesSeenBy(VISITOR, updateId)).toEqual([]);
    done(await approveUpdate({ updateId, version: sent.version }, reviewer));
    expect(await namesSeenBy(VISITOR, updateId)).toEqual(["public.png"]);
    for (const user of ["demo-science-reporter", "demo-science-reviewer"]) {
      expect(await namesSeenBy((await as(user)).actor, updateId), user).toEqual(["public.png"]);
    }
    for (const user of ["demo-reader", "demo-supervisor", "demo-transport-reporter", "demo-transport-reviewer"]) {
      expect(await namesSeenBy((await as(user)).actor, updateId), user).toEqual(["internal.png", "public.png"]);
    }
  });

  it("are published or withheld by the reviewer or the office, with an event", async () => {
    const { updateId, input, version } = await aDraft();
    const { fileId } = done(await addEvidence(updateId, "a.png", await aPicture(), await reporter()));
    const change = async (user: string, visibility: Visibility) =>
      changeEvidenceVisibility(fileId, visibility, await as(user));
    expect(await change("demo-transport-reviewer", "public")).toMatchObject({ error: { kind: "not-found" } });
    done(await submitUpdate(CODE, { ...input, updateId, version }, await reporter()));
    for (const [user, kind] of [
      ["demo-transport-reporter", "forbidden"],
      ["demo-administrator", "forbidden"],
      ["demo-reader", "not-found"],
      ["demo-science-reviewer", "not-found"],
    ] as const) {
      expect(await change(user, "public"), user).toMatchObject({ error: { kind } });
    }
    done(await change("demo-transport-reviewer", "public"));
    expect(await change("demo-supervisor", "public")).toMatchObject({ error: { kind: "invalid" } });
    done(await change("demo-supervisor", "internal"));
    const events = await db.event.findMany({ where: { entity: "evidence", entityId: fileId }, orderBy: { at: "asc" } });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["evidence.added", "demo-transport-reporter"],
      ["evidence.visibility-changed", "demo-transport-reviewer"],
      ["evidence.visibility-changed", "demo-supervisor"],
    ]);
    const where = { id: fileId };
    await expect(db.evidenceFile.update({ where, data: { visibility: "public" } })).rejects.toThrow(/with its event/);
  });
});
