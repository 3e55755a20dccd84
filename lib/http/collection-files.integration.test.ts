import JSZip from "jszip";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as download } from "@/app/targets/charts/files/[file]/route";
import { GET as getState } from "@/app/targets/charts/files/[file]/state/route";
import { GET as getZip } from "@/app/targets/charts.zip/route";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { requestCollectionFile } from "@/lib/server/chart-collections/files";
import { generateCollectionFile } from "@/lib/server/chart-collections/generate-file";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { files } from "@/lib/server/files/storage";
import { done } from "@/testing/people";
import { browser, get, READER } from "@/testing/requests";
import { loadSampleYear, makeVisible } from "@/testing/sample-year";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async () => {
  const { browser } = await import("@/testing/requests");
  return { getActor: async () => browser.actor, getActorOfUser: async () => browser.actor };
});

beforeAll(loadSampleYear, 120_000);

const fetched = (handler: typeof download, file: string) =>
  handler(get(`/targets/charts/files/${file}`), { params: Promise.resolve({ file }) });

async function aFile(generated: boolean): Promise<string> {
  const request = { query: "department=transport", format: "zip", lang: "en" } as const;
  const context = { actor: VISITOR, clock: clockOn(isoDate("2023-09-30")) };
  const { fileId } = done(await requestCollectionFile(request, context));
  if (generated) await generateCollectionFile(fileId);
  return fileId;
}

describe("GET /targets/charts.{format} of more than 12 targets", () => {
  it("redirects to the page that requests the file, with the same filters", async () => {
    const response = await getZip(get("/targets/charts.zip?sort=code&lang=en&limit=20&asOf=2023-06-30"));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/targets/charts?sort=code&lang=en&asOf=2023-06-30&format=zip");
  });
});

describe("GET /targets/charts/files/{file}", { timeout: 120_000 }, () => {
  it("has the state of a file, and its bytes when it is ready", async () => {
    const file = await aFile(false);
    expect(await (await fetched(getState, file)).json()).toMatchObject({ id: file, state: "requested", size: null });
    expect((await fetched(download, file)).status).toBe(404);
    await generateCollectionFile(file);
    const { state, size } = await (await fetched(getState, file)).json();
    const response = await fetched(download, file);
    expect([response.status, state]).toEqual([200, "ready"]);
    expect(response.headers.get("content-disposition")).toContain("Transport%20Bureau%20charts%20of%20targets");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.byteLength).toBe(size);
    expect(Object.keys((await JSZip.loadAsync(bytes)).files)).toContain("NT-T02.png");
  });

  it("responds with 404 if a target is no longer readable, to another user, and for what is not a file", async () => {
    const file = await aFile(true);
    expect((await fetched(download, file)).status).toBe(200);
    await makeVisible("NT-T02", "internal");
    expect((await fetched(download, file)).status).toBe(404);
    await makeVisible("NT-T02", "public");
    await db.collectionFile.update({ where: { id: file }, data: { requestedById: "demo-reader" } });
    for (const handler of [download, getState]) expect((await fetched(handler, file)).status).toBe(404);
    browser.actor = READER;
    for (const handler of [download, getState]) expect((await fetched(handler, file)).status).toBe(200);
    browser.actor = VISITOR;
    for (const name of ["x", crypto.randomUUID()]) expect((await fetched(getState, name)).status).toBe(404);
    await db.collectionFile.deleteMany();
  });

  it("marks a file whose bytes are missing as failed", async () => {
    const file = await aFile(true);
    await files().deleteFile(`collections/${file}.zip`);
    expect((await fetched(download, file)).status).toBe(500);
    expect(await (await fetched(getState, file)).json()).toMatchObject({ state: "failed", failure: "missing" });
  });
});
