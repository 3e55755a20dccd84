import { readdirSync } from "node:fs";
import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { postComment } from "@/lib/http/comments";
import { deleteEvidence, getEvidence } from "@/lib/http/evidence";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { getTarget } from "@/lib/server/targets/detail";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { copyAsDraft } from "@/testing/draft-targets";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { browser, get, postForm, routeOf } from "@/testing/requests";
import { makeVisible } from "@/testing/sample-year";
import { listComments } from "./data";
import { writeComment } from "./mutations";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

const CODE = "NT-T02";
let picture: Buffer;

beforeAll(async () => {
  await loadPageAndPeople();
  picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const support = { supporting: ["commerce"], reason: "协作事项", authority: "No. 1" };
  done(await reviseTarget(CODE, support, await as("demo-supervisor", "2023-01-05")));
}, 60_000);

async function read(who: string | null, day = "2023-09-30") {
  const context = who === null ? { ...(await as("demo-supervisor", day)), actor: VISITOR } : await as(who, day);
  const target = await getTarget(CODE, context);
  if (target === null) throw new Error(`${CODE} is not there`);
  return listComments(target, context);
}

test("a supporting department can comment; only the owner and the office can read it", async () => {
  const comment = { code: CODE, body: "港口配套资金已到位。" };
  done(await writeComment(comment, [], await as("demo-commerce-reporter")));
  for (const who of ["demo-commerce-reviewer", "demo-transport-reporter", "demo-supervisor"]) {
    expect((await read(who))?.comments.map((one) => one.body)).toEqual([comment.body]);
  }
  expect((await read("demo-supervisor"))?.comments[0]?.department?.["zh-CN"]).toBe("市商务局");
  expect(await read(null)).toBeNull();
  expect(await read("demo-haimen-reporter")).toBeNull();
  expect((await read("demo-supervisor", "2023-09-29"))?.comments).toEqual([]);
});

test("others cannot comment, and comments cannot be changed", async () => {
  const outcome = await writeComment({ code: CODE, body: "路过" }, [], await as("demo-haimen-reporter"));
  expect(outcome).toEqual({ ok: false, error: { kind: "forbidden" } });
  const first = await db.targetComment.findFirstOrThrow();
  await expect(db.targetComment.update({ where: { id: first.id }, data: { body: "x" } })).rejects.toThrow(
    /not allowed/,
  );
  expect(await db.event.count({ where: { action: "comment.written" } })).toBe(await db.targetComment.count());
});

/** Posts a comment with files like the page. */
async function send(who: string | null, files: [string, BlobPart][], body = "附件如下。", headers = {}) {
  browser.actor = who === null ? VISITOR : (await as(who)).actor;
  const form = new FormData();
  form.set("body", body);
  for (const [name, bytes] of files) form.append("file", new File([bytes], name));
  return postComment(await postForm(`/targets/${CODE}/comments`, form, headers), routeOf({ code: CODE }));
}

const stored = () =>
  readdirSync(env.GUATU_DATA, { recursive: true, withFileTypes: true }).filter(
    (one) => one.parentPath.includes("files") && one.isFile(),
  ).length;
const counts = async () => [await db.targetComment.count(), await db.evidenceFile.count(), stored()];

describe("files with a comment", () => {
  test("are stored with the comment under their names and recorded in the audit", async () => {
    const answer = await send("demo-commerce-reporter", [
      ["配套资金 到账单.png", new Uint8Array(picture)],
      ["现场.png", new Uint8Array(picture)],
    ]);
    expect(answer.status).toBe(201);
    expect(stored()).toBe(2);
    const last = (await read("demo-transport-reviewer"))?.comments.at(-1);
    expect(last?.files.map((file) => file.name)).toEqual(["配套资金 到账单.png", "现场.png"]);
    const events = await db.event.findMany({ orderBy: { sequence: "desc" }, take: 3 });
    expect(events.map((event) => event.action)).toEqual(["evidence.added", "evidence.added", "comment.written"]);
  });

  test("are optional: an empty file field is ignored", async () => {
    const [comments, files] = await counts();
    expect((await send("demo-commerce-reporter", [["", ""]])).status).toBe(201);
    expect((await counts()).slice(0, 2)).toEqual([(comments ?? 0) + 1, files]);
  });

  test("are identified by content; a rejected file rejects the comment and leaves no data", async () => {
    const before = await counts();
    const good: [string, BlobPart] = ["a.png", new Uint8Array(picture)];
    for (const [files, message] of [
      [[good, ["b.png", "<script>alert(1)</script>"]], "kind-not-taken"],
      [[good, ["b.pdf", new Uint8Array(picture)]], "name-does-not-fit"],
      [[good, ["b.png", ""]], "empty"],
      [Array.from({ length: 11 }, () => good), "too-many"],
    ] as [[string, BlobPart][], string][]) {
      const answer = await send("demo-commerce-reporter", files);
      expect([answer.status, (await answer.json()).errors]).toEqual([422, [{ name: "file", message }]]);
    }
    const silent = await send("demo-commerce-reporter", [good], "  ");
    expect((await silent.json()).errors).toEqual([{ name: "body", message: "required" }]);
    const large = await send("demo-commerce-reporter", [good], "x", { "content-length": String(21 * 1024 * 1024) });
    expect([large.status, (await large.json()).errors]).toEqual([413, [{ name: "file", message: "too-large" }]]);
    expect(await counts()).toEqual(before);
  });

  test("leave no bytes in storage if the comment cannot be written", async () => {
    const before = await counts();
    const { clock, actor } = await as("demo-commerce-reporter");
    const broken = { actor: { ...actor, userId: "nobody-at-all" } as typeof actor, clock };
    const sent = [{ name: "a.png", bytes: new Uint8Array(picture) }];
    const outcome = await writeComment({ code: CODE, body: "x" }, sent, broken);
    expect(outcome).toMatchObject({ ok: false, error: { errors: { form: "values-rejected" } } });
    expect(await counts()).toEqual(before);
  });

  const MAY: [string | null, number, number][] = [
    ["demo-commerce-reporter", 201, 200],
    ["demo-commerce-reviewer", 201, 200],
    ["demo-transport-reporter", 201, 200],
    ["demo-transport-reviewer", 201, 200],
    ["demo-supervisor", 201, 200],
    ["demo-administrator", 403, 200],
    ["demo-reader", 403, 404],
    ["demo-haimen-reporter", 403, 404],
    [null, 401, 404],
  ];

  test.each(MAY)("%s uploads with %i, downloads with %i and cannot remove files", async (who, sends, downloads) => {
    const file = await db.evidenceFile.findFirstOrThrow({ where: { name: "现场.png" } });
    const before = await counts();
    const sent = await send(who, [["照片.png", new Uint8Array(picture)]]);
    expect(sent.status).toBe(sends);
    if (sends !== 201) expect(await counts()).toEqual(before);
    const answer = await getEvidence(get(`/evidence/${file.id}`), routeOf({ id: file.id }));
    expect(answer.status).toBe(downloads);
    if (downloads === 200) {
      expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
      expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("现场.png"));
    }
    const request = new Request(`http://localhost:3000/evidence/${file.id}`, { method: "DELETE" });
    expect((await deleteEvidence(request, routeOf({ id: file.id }))).status).toBe(who === null ? 401 : 404);
    expect(await db.evidenceFile.count({ where: { id: file.id } })).toBe(1);
  });

  test("can be added to an internal target by its supporting department; others get 404", async () => {
    await makeVisible(CODE, "internal");
    const statuses = [];
    for (const who of ["demo-commerce-reporter", "demo-transport-reporter", "demo-haimen-reporter"]) {
      statuses.push((await send(who, [["照片.png", new Uint8Array(picture)]])).status);
    }
    await makeVisible(CODE, "public");
    expect(statuses).toEqual([201, 201, 404]);
  });

  test("are rejected from another site and for targets without comments", async () => {
    await copyAsDraft("NT-B01", "NT-DRAFT");
    const before = await counts();
    const foreign = await send("demo-commerce-reporter", [], "x", { origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    const form = new FormData();
    form.set("body", "x");
    const none = await postComment(await postForm("/targets/NT-DRAFT/comments", form), routeOf({ code: "NT-DRAFT" }));
    expect(none.status).toBe(403);
    const missing = await postComment(await postForm("/targets/NONE/comments", form), routeOf({ code: "NONE" }));
    expect(missing.status).toBe(404);
    expect(await counts()).toEqual(before);
  });

  test("cannot be added, changed or removed outside the application", async () => {
    const { id: _id, ...file } = await db.evidenceFile.findFirstOrThrow({ where: { commentId: { not: null } } });
    const data = { ...file, storageKey: "evidence/other" };
    await expect(db.evidenceFile.create({ data })).rejects.toThrow(/files of a comment cannot be changed/);
    await expect(db.evidenceFile.deleteMany({ where: { commentId: file.commentId } })).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(db.evidenceFile.updateMany({ data: { name: "x" } })).rejects.toThrow(/cannot be changed/);
  });
});
