// Who may call the actions of bulletins.
import "@/testing/action-mocks";
import { describe, expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as bulletins from "@/lib/actions/bulletins";
import { getBulletin } from "@/lib/server/bulletins/data";
import { fileStamp } from "@/lib/server/bulletins/files";
import { transitionBulletin } from "@/lib/server/bulletins/mutations";
import { db } from "@/lib/server/db/client";
import {
  actAs,
  contextOf,
  EVERYBODY,
  formOf,
  onlySupervisor,
  prepareAccessTests,
  refusedTo,
  statusOf,
} from "@/testing/action-access";

prepareAccessTests();

describe("bulletins", () => {
  async function aBulletin() {
    await actAs("supervisor");
    const form = formOf({ month: "2023-08", cutOffOn: "2023-09-30", template: "monthly", departments: "transport" });
    expect(await statusOf(() => bulletins.createBulletinAction(IDLE, form))).toBe("done");
    const { id, version } = await db.bulletin.findFirstOrThrow({ orderBy: { id: "desc" } });
    return { id, version: String(version) };
  }

  it("createBulletinAction", async () => {
    const form = formOf({ month: "2023-08", cutOffOn: "2023-09-30", template: "monthly", departments: "transport" });
    await onlySupervisor(() => statusOf(() => bulletins.createBulletinAction(IDLE, form)));
  });

  it("editBulletinTextAction", async () => {
    const form = formOf({ ...(await aBulletin()), lang: "en", key: "summary", text: "all well" });
    await onlySupervisor(async () => (await bulletins.editBulletinTextAction(IDLE, form)).status);
  });

  it("transitionBulletinAction", async () => {
    const { id } = await aBulletin();
    for (const [index, step] of ["sign", "reopen", "sign", "publish"].entries()) {
      const form = formOf({ id, version: String(index + 1), step });
      await onlySupervisor(async () => (await bulletins.transitionBulletinAction(IDLE, form)).status);
    }
    const discarded = formOf({ ...(await aBulletin()), step: "discard" });
    await onlySupervisor(async () => (await bulletins.transitionBulletinAction(IDLE, discarded)).status);
  });

  it("sendBulletinAction", async () => {
    const { id } = await aBulletin();
    for (const [index, step] of (["sign", "publish"] as const).entries()) {
      await transitionBulletin({ id, version: index + 1, step }, contextOf("supervisor"));
    }
    const form = formOf({ id, to: "office@example.gov.cn" });
    await onlySupervisor(async () => (await bulletins.sendBulletinAction(IDLE, form)).status);
  });

  it("saveTemplateAction", async () => {
    const words = ["name", "masthead", "numbering", "office", "recipients", "title", "closing"];
    const texts = words.flatMap((key) => [
      [`${key}.zh-CN`, "字"],
      [`${key}.en`, "word"],
    ]);
    const chosen = {
      "section.summary": "on",
      "section.behind": "on",
      move: "behind:up",
      "column.target": "on",
      "column.light": "on",
      moveColumn: "light:up",
    };
    const form = formOf({ ...Object.fromEntries(texts), key: "other", charts: "all", ...chosen });
    for (const key of ["summary", "behind", "due"]) form.append("order", key);
    for (const key of ["target", "light", "gap"]) form.append("columnOrder", key);
    await onlySupervisor(async () => (await bulletins.saveTemplateAction(IDLE, form)).status);
    // As the form without script sends it: the moved section is in its new place, one that is not ticked is left out.
    const { body } = await db.bulletinTemplate.findUniqueOrThrow({ where: { key: "other" } });
    expect(body).toMatchObject({ sections: ["behind", "summary"], columns: ["light", "target"] });
  });

  it("requestFileAction and stopFile, for bulletins that the actor may not read", async () => {
    const { id } = await aBulletin();
    const view = await getBulletin(id, contextOf("supervisor"));
    if (view === null) throw new Error("the bulletin is not there");
    const now = new Date();
    const { id: file } = await db.bulletinFile.create({
      data: {
        bulletinId: id,
        format: "docx",
        lang: "en",
        stamp: fileStamp(view),
        state: "generating",
        requestedById: "demo-supervisor",
        requestedAt: now,
        viewedOn: new Date("2023-09-30"),
        aliveAt: now,
      },
    });
    const wrong = EVERYBODY.filter((who) => who !== "supervisor" && who !== "administrator");
    const ask = async () =>
      (await bulletins.requestFileAction(IDLE, formOf({ id, format: "docx", lang: "en" }))).status;
    const stop = async () => (await bulletins.cancelFileAction(IDLE, formOf({ file }))).status;
    const gone = Object.fromEntries(wrong.map((who) => [who, "not-found"]));
    expect(await refusedTo(wrong, ask)).toEqual({ ...gone, visitor: "signed-out" });
    expect(await refusedTo(wrong, stop)).toEqual({ ...gone, visitor: "signed-out" });
    await actAs("supervisor");
    // It is already being generated, so no second file is created.
    expect(await ask()).toBe("done");
    expect(await stop()).toBe("done");
    expect((await db.bulletinFile.findUniqueOrThrow({ where: { id: file } })).state).toBe("cancelled");
  });
});
