import JSZip from "jszip";
import { beforeAll, expect, test, vi } from "vitest";
import { GET } from "@/app/targets/[code]/package.zip/route";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { browser, get, routeOf } from "@/testing/requests";
import { loadSampleYear, makeVisible } from "@/testing/sample-year";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async () => {
  const { browser: standIn } = await import("@/testing/requests");
  return { getActor: async () => standIn.actor };
});

const ask = (code: string, query = "") => GET(get(`/targets/${code}/package.zip${query}`), routeOf({ code }));

beforeAll(async () => {
  await loadSampleYear();
  browser.actor = VISITOR;
});

test("a target's package contains its data, its chart's table and picture, and its citation", async () => {
  const response = await ask("NT-T02", "?lang=en&asOf=2023-06-30");
  expect(response.headers.get("content-disposition")).toContain("NT-T02.zip");
  const zip = await JSZip.loadAsync(await response.arrayBuffer());
  const text = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
  const target = JSON.parse(await text("target.json"));
  expect(target).toMatchObject({ code: "NT-T02", targetValue: "402" });
  expect(target.readings.every((reading: { asOf: string }) => reading.asOf <= "2023-06-30")).toBe(true);
  expect(await text("chart.csv")).toContain("402");
  expect(await text("chart.svg")).toMatch(/^<svg/);
  expect(await text("README.txt")).toContain("/targets/NT-T02?asOf=2023-06-30");
});

test("returns 404 to a visitor for an internal target", async () => {
  await makeVisible("NT-T01", "internal");
  expect((await ask("NT-T01")).status).toBe(404);
  expect((await ask("NT-T02", "?colour=red")).status).toBe(400);
});
