import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { appendEvent } from "@/lib/server/events/append";
import { as, loadPageAndPeople } from "@/testing/people";
import { cachedForVisitors } from "./visitor-cache";

const visitor: Context = { actor: VISITOR, clock: clockOn(isoDate("2023-09-30")) };
let reads = 0;
const read = async () => {
  reads += 1;
  return `read ${reads}`;
};

async function somethingHappens(): Promise<void> {
  const event = { actorId: null, action: "target.noted", entity: "target", entityId: "x", before: null, after: null };
  await db.$transaction((tx) => appendEvent(tx, { at: new Date(), ...event }));
}

beforeAll(async () => {
  await loadPageAndPeople();
});

it("reads once for visitors until the next event, day by day", async () => {
  const first = await cachedForVisitors("one", visitor, read);
  expect(await cachedForVisitors("one", visitor, read)).toBe(first);
  expect(await cachedForVisitors("other", visitor, read)).not.toBe(first);
  const earlier = { ...visitor, clock: clockOn(isoDate("2023-06-30")) };
  expect(await cachedForVisitors("one", earlier, read)).not.toBe(first);
  await somethingHappens();
  const second = await cachedForVisitors("one", visitor, read);
  expect(second).not.toBe(first);
  expect(await cachedForVisitors("one", visitor, read)).toBe(second);
});

it("never returns a cached visitor read to a signed-in user", async () => {
  const clerk = await as("demo-transport-reporter");
  const before = await cachedForVisitors("desk", visitor, read);
  const [one, two] = [await cachedForVisitors("desk", clerk, read), await cachedForVisitors("desk", clerk, read)];
  expect(new Set([before, one, two]).size).toBe(3);
});

it("retries after null and after an error", async () => {
  const missing = async () => {
    reads += 1;
    return null;
  };
  const before = reads;
  expect(await cachedForVisitors("missing", visitor, missing)).toBeNull();
  expect(await cachedForVisitors("missing", visitor, missing)).toBeNull();
  expect(reads).toBe(before + 2);
  await expect(cachedForVisitors("fault", visitor, () => Promise.reject(new Error("no disk")))).rejects.toThrow(
    "no disk",
  );
  expect(await cachedForVisitors("fault", visitor, read)).toMatch(/^read/);
});

it("answers several hundred different first reads at once", async () => {
  const names = Array.from({ length: 400 }, (_, index) => `crowd ${index}`);
  const slow = (name: string) => async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return name;
  };
  expect(await Promise.all(names.map((name) => cachedForVisitors(name, visitor, slow(name))))).toEqual(names);
});
