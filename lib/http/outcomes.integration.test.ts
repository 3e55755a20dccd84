// The promises of a source with their results: which ones, for whom, and what the files say.
import ExcelJS from "exceljs";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getDocx } from "@/app/sources/[id]/outcomes.docx/route";
import { GET as getXlsx } from "@/app/sources/[id]/outcomes.xlsx/route";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { getOutcomes } from "@/lib/server/sources/outcomes";
import { changeVisibility } from "@/lib/server/targets/visibility";
import { as, done } from "@/testing/people";
import { readTexts } from "@/testing/read-texts";
import { browser, get } from "@/testing/requests";
import { loadSampleYear } from "@/testing/sample-year";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

beforeAll(loadSampleYear, 240_000);
beforeEach(() => {
  browser.actor = VISITOR;
});

const ID = "nantong-daily-321";
const visitor = (day = "2023-09-30") => ({ actor: VISITOR, clock: clockOn(isoDate(day), true) });
const of = (id: string) => ({ params: Promise.resolve({ id }) });

async function bytesOf(response: Response): Promise<Uint8Array> {
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

describe("getOutcomes", () => {
  it("has each promise once, in the order of the document, with the value known on the day", async () => {
    const source = await getOutcomes(ID, visitor());
    const outcomes = source?.outcomes ?? [];
    expect(new Set(outcomes.map(({ row }) => row.code)).size).toBe(outcomes.length);
    expect(outcomes.length).toBeGreaterThan(20);
    const places = await db.quote.findMany({ orderBy: [{ section: { order: "asc" } }, { startsAt: "asc" }] });
    const order = outcomes.map(({ row }) => places.findIndex(({ key }) => key === row.quote?.key));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const early = (await getOutcomes(ID, visitor("2023-01-10")))?.outcomes ?? [];
    expect(early.every(({ hasResult, row }) => !hasResult && (row.standing.latest?.value ?? null) === null)).toBe(true);
  });

  it("marks a value as final only when it covers the whole period", async () => {
    const inSeptember = (await getOutcomes(ID, visitor()))?.outcomes.filter(({ isFinal }) => isFinal) ?? [];
    for (const { row } of inSeptember)
      expect(row.standing.latest?.asOf).toSatisfy((day: string) => day >= row.terms.dueOn);
    const afterwards = (await getOutcomes(ID, visitor("2024-02-20")))?.outcomes ?? [];
    expect(afterwards.some(({ isFinal }) => isFinal)).toBe(true);
  });

  it("leaves out targets that the reader may not see", async () => {
    done(await changeVisibility("NT-T01", { from: "public", reason: "test" }, await as("demo-supervisor")));
    const codesFor = async (context: Context) => (await getOutcomes(ID, context))?.outcomes.map(({ row }) => row.code);
    expect(await codesFor({ actor: VISITOR, clock: clockOn(isoDate("2023-09-30")) })).not.toContain("NT-T01");
    expect(await codesFor(await as("demo-reader"))).toContain("NT-T01");
    done(await changeVisibility("NT-T01", { from: "internal", reason: "test" }, await as("demo-supervisor")));
    expect(await getOutcomes("none", visitor())).toBeNull();
  });
});

describe("GET /sources/{id}/outcomes.{format}", () => {
  it("prints quotes, promises and results in Word, and says where a result is missing", async () => {
    const bytes = await bytesOf(await getDocx(get(`/sources/${ID}/outcomes.docx?lang=zh-CN`), of(ID)));
    const text = (await readTexts("docx", bytes)).join("\n");
    expect(text).toContain("承诺与结果对照表");
    expect(text).toContain("NT-T01");
    expect(text).toContain("不是实际结果");
    expect(text).toMatch(/尚无结果 [1-9]\d* 项/);
    expect(text).toContain("未报送");
  });

  it("has numbers as numbers in Excel, and no value where there is no result", async () => {
    const bytes = await bytesOf(await getXlsx(get(`/sources/${ID}/outcomes.xlsx?lang=en`), of(ID)));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    const rows = (sheet?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []));
    const header = rows.findIndex((row) => row[0] === "Quote");
    const columns = rows[header] ?? [];
    const cell = (row: readonly unknown[], name: string) => row[columns.indexOf(name)];
    const body = rows.slice(header + 1);
    const road = body.find((row) => cell(row, "Code") === "NT-T02") ?? [];
    expect(typeof cell(road, "Value")).toBe("number");
    expect(typeof cell(road, "Target value")).toBe("number");
    const missing = body.filter((row) => cell(row, "Result") === "no report");
    expect(missing.length).toBeGreaterThan(0);
    for (const row of missing) expect(cell(row, "Value") ?? null).toBeNull();
  });

  it("responds with 404 to an unknown source and 400 to an unknown parameter", async () => {
    expect((await getDocx(get("/sources/none/outcomes.docx"), of("none"))).status).toBe(404);
    expect((await getXlsx(get(`/sources/${ID}/outcomes.xlsx?colour=red`), of(ID))).status).toBe(400);
  });
});
