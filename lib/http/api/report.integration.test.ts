import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/targets/[code]/updates/route";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { problemSchema } from "@/lib/schemas/api";
import { updateCreatedSchema } from "@/lib/schemas/api-reports";
import { db } from "@/lib/server/db/client";
import { browser, READER, routeOf } from "@/testing/requests";
import { loadSampleYear } from "@/testing/sample-year";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => {
  const { browser } = await import("@/testing/requests");
  return { ...(await original<object>()), getActor: async () => browser.actor };
});

async function signIn(userId: string) {
  const { getActorOfUser } = await import("@/lib/server/auth/actor");
  browser.actor = (await getActorOfUser(userId)) ?? VISITOR;
}

function send(code: string, body: unknown, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost:3000/api/v1/targets/${code}/updates`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return POST(request, routeOf({ code }));
}

const BODY = { asOf: "2023-09-30", value: "300.5", note: "as counted" };

beforeAll(loadSampleYear);
beforeEach(() => signIn("demo-transport-reporter"));

it("submits once: 201, and 200 for the same key again", async () => {
  const first = await send("NT-T02", BODY, { "idempotency-key": "september" });
  expect(first.status).toBe(201);
  const made = updateCreatedSchema.parse(await first.json());
  const again = await send("NT-T02", BODY, { "idempotency-key": "september" });
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual(made);
  const other = await send("NT-T02b", { ...BODY, value: "28" }, { "idempotency-key": "september" });
  expect(other.status).toBe(201);
  const stored = await db.update.findUniqueOrThrow({ where: { id: made.id } });
  expect([stored.state, stored.value?.toString(), stored.authorId]).toEqual([
    "submitted",
    "300.5",
    "demo-transport-reporter",
  ]);
});

it("returns 409 if a report for that day is already pending", async () => {
  expect((await send("NT-T01", { ...BODY, value: "71" })).status).toBe(201);
  const second = await send("NT-T01", { ...BODY, value: "72" });
  expect(second.status).toBe(409);
  expect(problemSchema.parse(await second.json()).detail).toBe("already-waiting");
});

it("returns 422 and names each invalid field", async () => {
  const response = await send("NT-T02", { asOf: "2024-02-30", value: "1e400" });
  expect(response.status).toBe(422);
  expect(problemSchema.parse(await response.json()).errors).toEqual([
    { name: "asOf", message: "not-a-date" },
    { name: "value", message: "not-a-number" },
  ]);
  const unknown = await send("NT-T02", { ...BODY, light: "achieved" });
  expect(problemSchema.parse(await unknown.json()).errors).toEqual([
    { name: "light", message: "is not a known parameter" },
  ]);
});

it("converts a unit, names the expected one, and rejects several numbers as the form does", async () => {
  const faultsOf = async (value: string) =>
    problemSchema.parse(await (await send("NT-T02", { asOf: "2023-03-10", value })).json()).errors;
  const convertible = await send("NT-T02", { asOf: "2023-03-10", value: "3000000万元", note: "as counted" });
  const { id } = updateCreatedSchema.parse(await convertible.json());
  expect((await db.update.findUniqueOrThrow({ where: { id } })).value?.toString()).toBe("300");
  expect(await faultsOf("27%")).toEqual([{ name: "value", message: "wrong-unit: expected 亿元" }]);
  for (const value of ["3\n500", "3\r\n500", "3\t500"]) {
    expect(await faultsOf(value)).toEqual([{ name: "value", message: "several-numbers" }]);
  }
  expect(await faultsOf("\u202e123")).toEqual([{ name: "value", message: "not-a-number" }]);
});

it.each([
  ["nobody signed in", 401, "NT-T02", async () => Object.assign(browser, { actor: VISITOR })],
  ["a reader", 403, "NT-T02", async () => Object.assign(browser, { actor: READER })],
  ["a reporter elsewhere", 403, "NT-T02", () => signIn("demo-commerce-reporter")],
  ["the department's reviewer", 403, "NT-T02", () => signIn("demo-transport-reviewer")],
  ["no such target", 404, "NT-X99", () => signIn("demo-transport-reporter")],
] as const)("rejects %s: %i", async (_who, status, code, enter) => {
  const before = await db.update.count();
  await enter();
  expect((await send(code, BODY)).status).toBe(status);
  expect(await db.update.count()).toBe(before);
});

it("rejects other origins, other content types, malformed and oversized bodies", async () => {
  expect((await send("NT-T02", BODY, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await send("NT-T02", "a=1", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415);
  expect((await send("NT-T02", "{")).status).toBe(400);
  expect((await send("NT-T02", { ...BODY, note: "x".repeat(70_000) })).status).toBe(413);
  expect((await send("NT-T02", BODY, { "idempotency-key": "x".repeat(61) })).status).toBe(400);
});
