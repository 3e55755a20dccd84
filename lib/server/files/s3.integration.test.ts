// Evidence over an S3-compatible storage: settings, signed requests and real bytes, through the app's own uploads.
import { text } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/server/db/client";
import { saveDraft } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { get, postForm, routeOf } from "@/testing/requests";
import { startTestS3, TEST_CREDENTIALS, type TestS3 } from "@/testing/s3-server";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

const holder = globalThis as { guatuFiles?: unknown };
let s3: TestS3;
let picture: Buffer;

beforeAll(async () => {
  await loadPageAndPeople();
  // Incompressible, and larger than one read of a stream.
  picture = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      noise: { type: "gaussian", mean: 128, sigma: 60 },
      background: "red",
    },
  })
    .png()
    .toBuffer();
  s3 = await startTestS3();
}, 60_000);
afterAll(() => s3.close());

/** A new storage with these settings. */
async function opened(secretAccessKey: string = TEST_CREDENTIALS.secretAccessKey) {
  vi.resetModules();
  delete holder.guatuFiles;
  vi.stubEnv("GUATU_S3_BUCKET", "evidence-of-nantong");
  vi.stubEnv("GUATU_S3_ENDPOINT", s3.endpoint);
  vi.stubEnv("AWS_REGION", "cn-north-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", TEST_CREDENTIALS.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", secretAccessKey);
  const { browser } = await import("@/testing/requests");
  return { browser, ...(await import("./storage")), ...(await import("@/lib/http/evidence")) };
}

beforeEach(() => {
  s3.objects.clear();
  s3.requests.length = 0;
});

describe("files in a bucket", () => {
  it("are written, read, looked up and deleted with signed requests, byte for byte", async () => {
    const { files } = await opened();
    await files().write("evidence/a b", picture);
    expect([...s3.objects.keys()]).toEqual(["/evidence-of-nantong/guatu/evidence/a b"]);
    expect(s3.objects.get("/evidence-of-nantong/guatu/evidence/a b")?.body.equals(picture)).toBe(true);
    expect(Buffer.from(await files().readToUint8Array("evidence/a b")).equals(picture)).toBe(true);
    expect([await files().fileExists("evidence/a b"), await files().fileExists("evidence/none")]).toEqual([
      true,
      false,
    ]);
    expect(await files().fileSize("evidence/a b")).toBe(picture.byteLength);
    await files().deleteFile("evidence/a b");
    expect(s3.objects.size).toBe(0);
    await expect(files().read("evidence/a b").then(text)).rejects.toThrow();
    expect(new Set(s3.requests.map((one) => one.split(" ")[0]))).toEqual(new Set(["PUT", "GET", "HEAD", "DELETE"]));
  });

  it("are uploaded in parts if they are large", async () => {
    const { files } = await opened();
    const large = Buffer.alloc(18 * 1024 * 1024, picture);
    await files().write("evidence/large", large);
    expect(s3.requests.filter((one) => one.startsWith("PUT")).length).toBeGreaterThan(1);
    expect(s3.objects.get("/evidence-of-nantong/guatu/evidence/large")?.body.equals(large)).toBe(true);
    expect(Buffer.from(await files().readToUint8Array("evidence/large")).equals(large)).toBe(true);
  });

  it("are rejected with a wrong secret, and nothing is stored", async () => {
    const { files } = await opened("another secret");
    await expect(files().write("evidence/a", picture)).rejects.toThrow();
    expect([s3.objects.size, s3.requests.length > 0]).toEqual([0, true]);
  });

  it("are uploaded and downloaded with a report under their Chinese name", async () => {
    const { browser, postEvidence, getEvidence, deleteEvidence } = await opened();
    const reporter = await as("demo-transport-reporter");
    browser.actor = reporter.actor;
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-09-11", value: "200", note: "按月统计" };
    const { updateId } = done(await saveDraft("NT-T02", input, reporter));
    const form = new FormData();
    form.set("file", new File([new Uint8Array(picture)], "三季度 台账（盖章）.png", { type: "text/html" }));
    const sent = await postEvidence(await postForm(`/updates/${updateId}/evidence`, form), routeOf({ id: updateId }));
    expect(sent.status).toBe(201);
    const { fileId, name, size } = await sent.json();
    expect([name, size]).toEqual(["三季度 台账（盖章）.png", picture.byteLength]);
    const { storageKey } = await db.evidenceFile.findUniqueOrThrow({ where: { id: fileId } });
    expect([...s3.objects.keys()]).toEqual([`/evidence-of-nantong/guatu/${storageKey}`]);
    expect(storageKey).toMatch(/^evidence\/[0-9a-f-]{36}$/);

    const answer = await getEvidence(get(`/evidence/${fileId}`), routeOf({ id: fileId }));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "content-length": String(picture.byteLength),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    });
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; .*filename\*=UTF-8''/);
    expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("三季度 台账"));
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);

    const request = new Request(`http://localhost:3000/evidence/${fileId}`, { method: "DELETE" });
    expect((await deleteEvidence(request, routeOf({ id: fileId }))).status).toBe(200);
    expect([s3.objects.size, await db.evidenceFile.count({ where: { id: fileId } })]).toEqual([0, 0]);
  });

  it("leave no row if the storage is unavailable", async () => {
    const { browser, postEvidence } = await opened("another secret");
    const reporter = await as("demo-transport-reporter");
    browser.actor = reporter.actor;
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-08-12", value: "200", note: "按月统计" };
    const { updateId } = done(await saveDraft("NT-T02", input, reporter));
    const form = new FormData();
    form.set("file", new File([new Uint8Array(picture)], "台账.png"));
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const sent = await postEvidence(await postForm(`/updates/${updateId}/evidence`, form), routeOf({ id: updateId }));
    expect(sent.status).toBe(500);
    // The log contains the original error, not the error of the cleanup.
    expect(logged).toHaveBeenLastCalledWith(expect.objectContaining({ code: "flystorage.unable_to_write_file" }));
    logged.mockRestore();
    expect(await db.evidenceFile.count({ where: { updateId } })).toBe(0);
  });
});
