// A file with a row but without bytes in the storage: the response reports it, and the connection is not cut.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addEvidence } from "@/lib/server/evidence/mutations";
import { saveDraft } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { browser, get, routeOf } from "@/testing/requests";
import { getEvidence } from "./evidence";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

let fileId: string;

beforeAll(async () => {
  await loadPageAndPeople();
  const reporter = await as("demo-transport-reporter");
  browser.actor = reporter.actor;
  const input = { requestKey: crypto.randomUUID(), asOf: "2023-09-20", value: "200", note: "as counted" };
  const { updateId } = done(await saveDraft("NT-T02", input, reporter));
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  fileId = done(await addEvidence(updateId, "现场.png", picture, reporter)).fileId;
});

const ask = (accept: string, method = "GET") =>
  getEvidence(get(`/evidence/${fileId}`, { method, headers: { accept } }), routeOf({ id: fileId }));

describe("GET /evidence/{id} without the file's bytes", () => {
  it("returns 500 with a message about the file, in the reader's language", async () => {
    expect((await ask("*/*")).status).toBe(200);
    await rm(join(process.env.GUATU_DATA ?? "", "files", "evidence"), { recursive: true });
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const problem = await ask("*/*");
    expect(problem.status).toBe(500);
    expect(await problem.json()).toMatchObject({
      detail: "系统有该文件的记录，但服务器的文件存储中没有此文件。请联系系统管理员。",
    });
    expect((await ask("*/*", "HEAD")).status).toBe(500);
    browser.language = "en";
    const page = await ask("text/html,application/xhtml+xml");
    expect([page.status, page.headers.get("content-type")]).toEqual([500, "text/html; charset=utf-8"]);
    expect(await page.text()).toContain("<h1>File not found</h1>");
    expect(log).toHaveBeenCalledWith(expect.stringMatching(/^guatu: the file evidence\/\S+ is missing/));
    log.mockRestore();
  });
});
