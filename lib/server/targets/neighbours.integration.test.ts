import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { as, loadPageAndPeople } from "@/testing/people";
import { getNeighbours } from "./neighbours";

beforeAll(loadPageAndPeople, 60_000);

it("are the readable targets next to one, in the order of codes", async () => {
  const reader = await as("demo-reader", "2023-09-30");
  expect(await getNeighbours("NT-T02", reader)).toEqual({ previous: "NT-T01", next: "NT-T02b" });
  const codes = (await db.target.findMany({ orderBy: { code: "asc" } })).map(({ code }) => code);
  expect((await getNeighbours(codes[0] ?? "", reader)).previous).toBeNull();
  expect((await getNeighbours(codes.at(-1) ?? "", reader)).next).toBeNull();
});

it("leave out what the reader may not read", async () => {
  const visitor = { ...(await as("demo-reader", "2023-09-30")), actor: { kind: "visitor" } as const };
  await db.target.update({ where: { code: "NT-T01" }, data: { visibility: "internal" } });
  expect((await getNeighbours("NT-T02", visitor)).previous).not.toBe("NT-T01");
});
