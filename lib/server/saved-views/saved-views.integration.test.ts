import { beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { listTargets } from "@/lib/server/targets/data";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { findStarred, listSavedViews } from "./data";
import { createSavedView, deleteSavedView, renameSavedView, starTarget, unstarTarget } from "./mutations";

beforeAll(loadPageAndPeople, 60_000);
beforeEach(async () => {
  await db.savedView.deleteMany();
  await db.starredTarget.deleteMany();
});

const VIEW = {
  name: "交通红灯",
  query: "department=transport&light=missed&light=far-behind&cursor=x&page=2&asOf=2023-01-01",
};

it("saves the filters and the order of an address, without position and unknown parameters", async () => {
  const reader = await as("demo-reader");
  done(await createSavedView(VIEW, reader));
  done(await createSavedView({ name: "全部", query: "" }, reader));
  const views = await listSavedViews(reader);
  expect(views.map(({ name, query }) => [name, query])).toEqual([
    ["交通红灯", "department=transport&light=missed&light=far-behind"],
    ["全部", ""],
  ]);
});

it("renames and deletes only the user's own views", async () => {
  const [reader, other] = [await as("demo-reader"), await as("demo-supervisor")];
  done(await createSavedView(VIEW, reader));
  const [{ id } = { id: "" }] = await listSavedViews(reader);
  expect(await listSavedViews(other)).toEqual([]);
  expect(await renameSavedView({ id, name: "其他" }, other)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  expect(await deleteSavedView({ id }, other)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  done(await renameSavedView({ id, name: "重点关注" }, reader));
  expect((await listSavedViews(reader)).map(({ name }) => name)).toEqual(["重点关注"]);
  done(await deleteSavedView({ id }, reader));
  expect(await listSavedViews(reader)).toEqual([]);
});

it("rejects a name in use and more than 50 views", async () => {
  const reader = await as("demo-reader");
  done(await createSavedView(VIEW, reader));
  const taken = { ok: false, error: { kind: "invalid", errors: { name: "already-there" } } };
  expect(await createSavedView(VIEW, reader)).toEqual(taken);
  done(await createSavedView({ ...VIEW, name: "2" }, reader));
  const second = (await listSavedViews(reader)).find(({ name }) => name === "2");
  expect(await renameSavedView({ id: second?.id ?? "", name: VIEW.name }, reader)).toEqual(taken);
  for (let count = 2; count < 50; count += 1) done(await createSavedView({ ...VIEW, name: `v${count}` }, reader));
  expect(await createSavedView({ ...VIEW, name: "51" }, reader)).toMatchObject({
    error: { errors: { name: "too-many-views" } },
  });
});

it("lists a user's own starred targets, and none for a visitor", async () => {
  const [reader, other] = [await as("demo-reader"), await as("demo-supervisor")];
  const visitor = { ...reader, actor: { kind: "visitor" } as const };
  done(await starTarget("NT-T02", reader));
  done(await starTarget("NT-T02", reader));
  done(await starTarget("NT-T04", reader));
  const starred = async (context: typeof visitor | typeof reader) =>
    (await listTargets({ starred: "only", sort: "code" }, context)).rows.map(({ code }) => code);
  expect(await starred(reader)).toEqual(["NT-T02", "NT-T04"]);
  expect(await starred(other)).toEqual([]);
  expect(await starred(visitor)).toEqual([]);
  const { id } = await db.target.findUniqueOrThrow({ where: { code: "NT-T02" } });
  expect(await findStarred([id], reader)).toEqual(new Set([id]));
  expect(await findStarred([id], visitor)).toBeNull();
  done(await unstarTarget("NT-T02", reader));
  expect(await starred(reader)).toEqual(["NT-T04"]);
});

it("does not star a target that the user cannot read", async () => {
  const reporter = await as("demo-science-reporter");
  expect(await starTarget("NO-SUCH", reporter)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  expect(await starTarget("NT-T02", { ...reporter, actor: { kind: "visitor" } })).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
});

it("filters by the section of the source", async () => {
  const reader = await as("demo-reader");
  const all = await listTargets({ limit: null }, reader);
  const some = await listTargets({ section: ["nantong-daily-321.transport"], limit: null }, reader);
  expect(some.total).toBeGreaterThan(0);
  expect(some.total).toBeLessThan(all.total);
  expect(new Set(some.rows.map(({ owner }) => owner.slug))).toEqual(new Set(["transport"]));
});
