import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { db } from "@/lib/server/db/client";
import { changeSiteSettings } from "@/lib/server/site-settings/mutations";
import { loadYearAndPeople } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { getTarget } from "./detail";
import { reviseTarget } from "./revisions";

const CODE = "NT-T02";
const TRANSPORT = "市交通运输局";
const OFFICE = { office: { "zh-CN": "督查室", en: "Supervision office" } };

beforeAll(async () => {
  await loadYearAndPeople();
  const revision = { value: "410", reason: "会议", authority: "〔2023〕1号" };
  done(await reviseTarget(CODE, revision, await as("demo-supervisor", "2023-09-20")));
}, 120_000);

async function readBy(user: string | null) {
  const context = await as(user ?? "demo-supervisor");
  const target = await getTarget(CODE, user === null ? { ...context, actor: VISITOR } : context);
  if (target === null) throw new Error("no target");
  return target;
}

it("shows visitors the owner of a report and the office behind a revision, without any name", async () => {
  const { updates, revisions, transitions } = await readBy(null);
  expect(updates.length).toBeGreaterThan(0);
  for (const { author, reviewer } of updates) {
    expect(author).toMatchObject({ office: { "zh-CN": TRANSPORT } });
    expect(reviewer).toEqual(author);
  }
  expect(revisions.map(({ author }) => author)).toEqual([OFFICE]);
  for (const { step, actor } of transitions) expect(actor).toEqual(step === "receive" ? updates[0]?.author : OFFICE);
  const names = (await db.user.findMany()).map(({ name }) => name);
  const text = JSON.stringify([updates, revisions, transitions]);
  expect(names.filter((name) => text.includes(name))).toEqual([]);
});

it.each(["demo-reader", "demo-supervisor", "demo-science-reporter"])("shows %s the names", async (user) => {
  const { updates, revisions } = await readBy(user);
  const authors = [...updates, ...revisions].map(({ author }) => author);
  expect(authors.every((author) => "name" in author)).toBe(true);
});

it("keeps the former owner of a report after the target has moved to another department", async () => {
  const owner = { owner: "science", reason: "职责调整", authority: "〔2023〕2号" };
  done(await reviseTarget(CODE, owner, await as("demo-supervisor", "2023-09-25")));
  const { updates, owner: now } = await readBy(null);
  expect(now.slug).toBe("science");
  const earlier = updates.filter(({ createdAt }) => createdAt < new Date("2023-09-24"));
  expect(earlier.length).toBeGreaterThan(0);
  for (const { author } of earlier) expect(author).toMatchObject({ office: { "zh-CN": TRANSPORT } });
});

it("shows visitors names once an administrator decides so, with an event", async () => {
  expect(await changeSiteSettings({ showsNames: true }, await as("demo-supervisor"))).toMatchObject({
    error: { kind: "forbidden" },
  });
  const administrator = await as("demo-administrator");
  done(await changeSiteSettings({ showsNames: true }, administrator));
  expect(await changeSiteSettings({ showsNames: true }, administrator)).toMatchObject({ error: { kind: "invalid" } });
  const { updates } = await readBy(null);
  expect(updates.every(({ author }) => "name" in author)).toBe(true);
  const event = await db.event.findFirstOrThrow({ where: { action: "settings.changed" } });
  expect([event.actorId, event.before, event.after]).toEqual([
    "demo-administrator",
    { showsNames: false },
    { showsNames: true },
  ]);
  done(await changeSiteSettings({ showsNames: false }, administrator));
  expect((await readBy(null)).updates.every(({ author }) => "office" in author)).toBe(true);
});
