import JSZip from "jszip";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { collectionToZip } from "@/lib/exports/chart-collection/zip";
import { LANGUAGES } from "@/lib/i18n/languages";
import { COLLECTION_FORMATS, type CollectionRequest } from "@/lib/schemas/chart-collection";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { appendEvent } from "@/lib/server/events/append";
import { files } from "@/lib/server/files/storage";
import { openWorkerQueue } from "@/lib/server/jobs/queue";
import { listTargets } from "@/lib/server/targets/data";
import { loadYearAndPeople } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { readTexts } from "@/testing/read-texts";
import { makeVisible } from "@/testing/sample-year";
import { collect } from "./collect";
import { getCollectionFile, isReadableFile, listCollectionFiles } from "./data";
import { cancelCollectionFile, removeExpiredFiles, requestCollectionFile } from "./files";
import { generateCollectionFile, workOnCollectionFiles } from "./generate-file";

beforeAll(loadYearAndPeople, 120_000);
beforeEach(async () => {
  await db.collectionFile.deleteMany();
});

/** Files are generated at the lowest priority, which is slow on a busy machine. */
const LIMIT_MS = 240_000;
const TRANSPORT: CollectionRequest = { query: "department=transport", format: "zip", lang: "en" };
const visitor: Context = { actor: VISITOR, clock: clockOn(isoDate("2023-09-30")) };

const stored = (id: string) => db.collectionFile.findUniqueOrThrow({ where: { id } });
const becomes = (id: string, state: string) =>
  expect.poll(async () => (await stored(id)).state, { timeout: LIMIT_MS, interval: 250 }).toBe(state);

async function bytesOf(id: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await files().read((await stored(id)).storageKey ?? "")) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The texts of a ZIP by name; PNG files are compared by their names. */
async function textsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const read = async (name: string) =>
    /\.(csv|svg)$/.test(name) ? ((await zip.file(name)?.async("string")) ?? "") : "";
  return Object.fromEntries(await Promise.all(Object.keys(zip.files).map(async (name) => [name, await read(name)])));
}

async function request(change: Partial<CollectionRequest>, context: Context): Promise<string> {
  return done(await requestCollectionFile({ ...TRANSPORT, ...change }, context)).fileId;
}

/** Generated in this process, without the queue. */
async function generate(change: Partial<CollectionRequest>, context: Context): Promise<string> {
  const id = await request(change, context);
  await generateCollectionFile(id);
  return id;
}

async function withWorker(work: () => Promise<void>): Promise<void> {
  const queue = await openWorkerQueue(process.env.DATABASE_URL ?? "");
  await workOnCollectionFiles(queue);
  await work().finally(() => queue.stop({ graceful: false }));
}

const errorOf = (form: string) => ({ ok: false, error: { kind: "invalid", errors: { form } } });

describe("the worker", { timeout: 300_000 }, () => {
  it("generates a requested file with the charts of its list, as known on its day", async () => {
    const clerk = await as("demo-reader");
    const id = await request({ asOf: isoDate("2023-06-30") }, clerk);
    expect(await listCollectionFiles("", "en", clerk)).toMatchObject([
      { id, state: "requested", isStalled: true, conditions: "Owner: Transport Bureau" },
    ]);
    await withWorker(() => becomes(id, "ready"));
    const earlier = { ...clerk, clock: clockOn(isoDate("2023-06-30"), true) };
    const list = await listTargets({ ...NO_FILTERS, department: ["transport"], limit: null }, earlier);
    const direct = await collect(list, { lang: "en" }, earlier);
    expect(direct.charts.length).toBeGreaterThan(3);
    expect(await textsOf(await bytesOf(id))).toEqual(await textsOf(await collectionToZip(direct)));
    const codes = direct.charts.map(({ code }) => code);
    expect(await stored(id)).toMatchObject({ codes, done: codes.length, total: codes.length, failure: null });
  });

  it.each(COLLECTION_FORMATS.filter((format) => format !== "zip"))("counts the charts of a %s file", async (format) => {
    const id = await generate({ format, lang: "zh-CN" }, await as("demo-reader"));
    const { done: drawn, total, size } = await stored(id);
    expect([drawn, total]).toEqual([total, expect.any(Number)]);
    const bytes = new Uint8Array(await bytesOf(id));
    expect(bytes.byteLength).toBe(size);
    const text = (await readTexts(format, bytes)).join("\n").replaceAll(/\s/g, "");
    for (let figure = 1; figure <= total; figure += 1) expect(text).toMatch(new RegExp(`图${figure}NT-`));
  });

  it("draws what its requester may read: more for the office than for visitors", async () => {
    await makeVisible("NT-T03", "internal");
    const [hidden, seen] = [await generate({}, visitor), await generate({}, await as("demo-supervisor"))];
    expect((await stored(hidden)).codes).not.toContain("NT-T03");
    expect((await stored(seen)).codes).toContain("NT-T03");
    await makeVisible("NT-T03", "public");
  });

  it("queues a file again at its start if its job was lost or its worker has ended", async () => {
    const clerk = await as("demo-reader");
    const [lost, left] = [await request({}, clerk), await request({ lang: "zh-CN" }, clerk)];
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'collection-file'`;
    const long = new Date(Date.now() - 120_000);
    await db.collectionFile.update({ where: { id: left }, data: { state: "generating", aliveAt: long } });
    await withWorker(async () => {
      await becomes(lost, "ready");
      await becomes(left, "ready");
    });
  });

  it("stops when the file is cancelled, and leaves no bytes", async () => {
    const clerk = await as("demo-supervisor");
    const id = await request({ query: "" }, clerk);
    const generating = generateCollectionFile(id);
    await expect.poll(async () => (await stored(id)).state, { timeout: LIMIT_MS, interval: 5 }).toBe("generating");
    done(await cancelCollectionFile(id, clerk));
    await generating;
    // While the charts are read: otherwise it has the codes of the drawn ones.
    expect(await stored(id)).toMatchObject({ state: "cancelled", storageKey: null, codes: [] });
    expect(await files().fileExists(`collections/${id}.zip`)).toBe(false);
    expect(await files().fileExists(`collections/${id}.zip.part`)).toBe(false);
    expect(await listCollectionFiles("", "en", clerk)).toEqual([]);
  });

  it("names why a file failed; another request replaces it", async () => {
    const clerk = await as("demo-reader");
    const empty = await generate({ query: "light=unset" }, clerk);
    expect(await listCollectionFiles("", "en", clerk)).toMatchObject([
      { id: empty, state: "failed", failure: "no-charts" },
    ]);
    const id = await request({}, clerk);
    await db.user.update({ where: { id: "demo-reader" }, data: { disabledAt: new Date() } });
    await generateCollectionFile(id);
    expect(await stored(id)).toMatchObject({ state: "failed", failure: "no-access" });
    await db.user.update({ where: { id: "demo-reader" }, data: { disabledAt: null } });
    const again = await generate({}, clerk);
    expect(again).not.toBe(id);
    expect(await listCollectionFiles("", "en", clerk)).toMatchObject([{ id: again, state: "ready" }, { id: empty }]);
  });
});

describe("a request", () => {
  it("finds the file of the same list, format, language and day, until something changes", async () => {
    const clerk = await as("demo-reader");
    const first = await request({}, clerk);
    expect(await request({ query: "department=transport&limit=20" }, clerk)).toBe(first);
    const others = [await request({ format: "pdf" }, clerk), await request({ asOf: isoDate("2023-06-30") }, clerk)];
    expect(new Set([first, ...others]).size).toBe(3);
    await db.collectionFile.deleteMany({ where: { id: { in: others } } });
    const event = { actorId: null, action: "target.noted", entity: "target", entityId: "x", before: null, after: null };
    await db.$transaction((tx) => appendEvent(tx, { at: new Date(), ...event }));
    expect(await request({}, clerk)).not.toBe(first);
  });

  it("rejects a list without targets", async () => {
    expect(await requestCollectionFile({ ...TRANSPORT, query: "q=没有这样的目标" }, visitor)).toEqual(
      errorOf("no-targets"),
    );
  });

  it("is rejected beyond three unfinished files of an account, also at the same moment", async () => {
    const clerk = await as("demo-reader");
    const all = COLLECTION_FORMATS.flatMap((format) =>
      LANGUAGES.map((lang) => requestCollectionFile({ ...TRANSPORT, format, lang }, clerk)),
    );
    const outcomes = await Promise.all(all);
    const rejected = outcomes.filter(({ ok }) => !ok);
    expect(rejected).toHaveLength(5);
    for (const one of rejected) expect(one).toEqual(errorOf("account-files-waiting"));
    // Others are not affected.
    await request({}, await as("demo-supervisor"));
  });

  it("is rejected beyond two unfinished files of all visitors, who share theirs", async () => {
    const first = await request({}, visitor);
    expect(await request({}, { ...visitor })).toBe(first);
    await request({ format: "pdf" }, visitor);
    expect(await requestCollectionFile({ ...TRANSPORT, format: "docx" }, visitor)).toEqual(
      errorOf("visitor-files-waiting"),
    );
  });

  it("is rejected beyond 30 unfinished files of everybody", async () => {
    const now = new Date();
    const row = { query: "", title: "", format: "zip", lang: "en", requestedById: "demo-supervisor", requestedAt: now };
    const rows = Array.from({ length: 30 }, (_, index) => ({
      ...{
        ...row,
        stamp: `${index}`,
        viewedOn: new Date("2023-09-30"),
        aliveAt: now,
        expiresAt: new Date(Date.now() + 60_000),
      },
    }));
    await db.collectionFile.createMany({ data: rows });
    expect(await requestCollectionFile(TRANSPORT, await as("demo-reader"))).toEqual(errorOf("too-many-files-waiting"));
  });

  it("removes the oldest finished files beyond those that are kept", async () => {
    const clerk = await as("demo-reader");
    const row = {
      query: "",
      title: "",
      format: "zip",
      lang: "en",
      state: "ready",
      size: 1,
      requestedById: "demo-reader",
    };
    const day = { viewedOn: new Date("2023-09-30"), aliveAt: new Date(), expiresAt: new Date(Date.now() + 60_000) };
    const rows = Array.from({ length: 20 }, (_, index) => ({
      ...{ ...row, ...day, stamp: `${index}`, storageKey: `collections/${index}.zip` },
      requestedAt: new Date(Date.now() - 3_600_000 + index),
    }));
    await db.collectionFile.createMany({ data: rows });
    await request({}, clerk);
    const left = await db.collectionFile.findMany({ orderBy: { requestedAt: "asc" } });
    expect(left).toHaveLength(20);
    expect(left[0]?.stamp).toBe("1");
  });
});

describe("a file", { timeout: 120_000 }, () => {
  it("is cancelled by its requester only; one of visitors by nobody", async () => {
    const [clerk, other] = [await as("demo-reader"), await as("demo-supervisor")];
    const [own, shared] = [await request({}, clerk), await request({}, visitor)];
    const notFound = { ok: false, error: { kind: "not-found" } };
    expect(await cancelCollectionFile(own, other)).toEqual(notFound);
    expect(await cancelCollectionFile(shared, clerk)).toEqual(notFound);
    expect(await cancelCollectionFile("x", clerk)).toEqual(notFound);
    expect((await stored(own)).state).toBe("requested");
    done(await cancelCollectionFile(own, clerk));
    expect((await stored(own)).state).toBe("cancelled");
  });

  it("is found by its requester, one of visitors by everybody, until it expires", async () => {
    const [clerk, other] = [await as("demo-reader"), await as("demo-supervisor")];
    const [own, shared] = [await request({}, clerk), await request({}, visitor)];
    expect([await getCollectionFile(own, other), await getCollectionFile(own, visitor)]).toEqual([null, null]);
    expect((await getCollectionFile(own, clerk))?.id).toBe(own);
    expect((await getCollectionFile(shared, clerk))?.id).toBe(shared);
    await db.collectionFile.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await getCollectionFile(own, clerk)).toBeNull();
    expect(await listCollectionFiles("", "en", clerk)).toEqual([]);
  });

  it("of visitors is listed on the page of its list and day only", async () => {
    const id = await request({}, visitor);
    expect(await listCollectionFiles("department=transport", "en", visitor)).toMatchObject([{ id }]);
    expect(await listCollectionFiles("department=commerce", "en", visitor)).toEqual([]);
    const earlier = { ...visitor, clock: clockOn(isoDate("2023-06-30"), true) };
    expect(await listCollectionFiles("department=transport", "en", earlier)).toEqual([]);
  });

  it("is readable as long as each of its targets is", async () => {
    const file = await stored(await generate({}, visitor));
    expect(await isReadableFile(file, visitor)).toBe(true);
    await makeVisible("NT-T01", "internal");
    expect(await isReadableFile(file, visitor)).toBe(false);
    expect(await isReadableFile(file, await as("demo-reader"))).toBe(true);
    await makeVisible("NT-T01", "public");
  });

  it("is removed with its bytes when it has expired, and generated again on request", async () => {
    const [old, fresh] = [await generate({}, visitor), await request({ lang: "zh-CN" }, visitor)];
    const key = (await stored(old)).storageKey ?? "";
    expect(await files().fileExists(key)).toBe(true);
    await db.collectionFile.update({ where: { id: old }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await request({}, visitor)).not.toBe(old);
    expect(await files().fileExists(key)).toBe(false);
    expect(await removeExpiredFiles()).toBe(0);
    expect(await removeExpiredFiles(new Date(Date.now() + 3 * 3_600_000))).toBe(2);
    expect(await db.collectionFile.count({ where: { id: fresh } })).toBe(0);
  });
});
