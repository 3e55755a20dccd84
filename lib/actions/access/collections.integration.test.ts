// Who may call the actions of the files of chart collections.
import "@/testing/action-mocks";
import { describe, expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as collections from "@/lib/actions/chart-collections";
import { consumeUpload } from "@/lib/server/auth/attempts";
import { db } from "@/lib/server/db/client";
import { actAs, EVERYBODY, formOf, prepareAccessTests, refusedTo, statusOf } from "@/testing/action-access";

prepareAccessTests();

describe("chart collections", () => {
  const form = formOf({ query: "department=transport", format: "zip", lang: "en" });
  const request = () => statusOf(() => collections.requestCollectionFileAction(IDLE, form));

  it("requestCollectionFileAction is for everybody; a form that is not valid is rejected", async () => {
    const wrong = formOf({ query: "department=transport", format: "exe", lang: "en" });
    const act = async () => (await collections.requestCollectionFileAction(IDLE, wrong)).status;
    expect(await refusedTo(EVERYBODY, act)).toEqual(Object.fromEntries(EVERYBODY.map((who) => [who, "invalid"])));
    for (const who of EVERYBODY) {
      await actAs(who);
      expect(await request(), who).toBe("done");
    }
    const { requestedById } = await db.collectionFile.findFirstOrThrow({ where: { requestedById: null } });
    expect([requestedById, await db.collectionFile.count()]).toEqual([null, EVERYBODY.length]);
  });

  it("requestCollectionFileAction leads to the page of the list, on the same day", async () => {
    await actAs("reader");
    const earlier = formOf({ query: "department=transport", format: "pdf", lang: "en", asOf: "2023-06-30" });
    await expect(collections.requestCollectionFileAction(IDLE, earlier)).rejects.toThrow(
      "redirect /targets/charts?department=transport&lang=en&asOf=2023-06-30",
    );
  });

  it("requestCollectionFileAction is limited for visitors by network", async () => {
    // The action of the first test was one of 20.
    for (let used = 1; used < 22; used += 1) await consumeUpload("collection", "unknown");
    await actAs("visitor");
    expect(await collections.requestCollectionFileAction(IDLE, form)).toMatchObject({
      status: "invalid",
      errors: { form: "too-many-requests" },
    });
    await actAs("reader");
    expect(await request()).toBe("done");
  });

  it("cancelCollectionFileAction is for the requester of the file", async () => {
    const { id: file } = await db.collectionFile.findFirstOrThrow({ where: { requestedById: "demo-reader" } });
    const cancel = async () => (await collections.cancelCollectionFileAction(IDLE, formOf({ file }))).status;
    const wrong = EVERYBODY.filter((who) => who !== "reader");
    const unseen = Object.fromEntries(wrong.map((who) => [who, who === "visitor" ? "signed-out" : "not-found"]));
    expect(await refusedTo(wrong, cancel)).toEqual(unseen);
    await actAs("reader");
    expect(await cancel()).toBe("done");
    expect((await db.collectionFile.findUniqueOrThrow({ where: { id: file } })).state).toBe("cancelled");
  });
});
