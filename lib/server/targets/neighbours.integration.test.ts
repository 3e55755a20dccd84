import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getNeighbours } from "./neighbours";
import { changeVisibility } from "./visibility";

beforeAll(loadPageAndPeople, 60_000);

it("are the readable targets next to one, in the order of codes", async () => {
  const reader = await as("demo-reader", "2023-09-30");
  expect(await getNeighbours("NT-T02", reader)).toEqual({ previous: "NT-T01", next: "NT-T02b" });
  const codes = (await db.target.findMany({ orderBy: { code: "asc" } })).map(({ code }) => code);
  expect((await getNeighbours(codes[0] ?? "", reader)).previous).toBeNull();
  expect((await getNeighbours(codes.at(-1) ?? "", reader)).next).toBeNull();
});

it("leave out what the reader may not read", async () => {
  const day = "2023-09-30";
  const visitor = { ...(await as("demo-reader", day)), actor: { kind: "visitor" } as const };
  const previous = async () => (await getNeighbours("NT-T02", visitor)).previous;
  expect(await previous()).toBe("NT-T01");
  done(await changeVisibility("NT-T01", { from: "public", reason: "尚在协商" }, await as("demo-supervisor", day)));
  expect(await previous()).not.toBe("NT-T01");
});
