import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getCsv } from "@/app/targets/export.csv/route";
import { GET as getXlsx } from "@/app/targets/export.xlsx/route";
import { db } from "@/lib/server/db/client";
import { get } from "@/testing/requests";
import { loadSampleYear } from "@/testing/sample-year";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async () => {
  const { browser } = await import("@/testing/requests");
  return { getActor: async () => browser.actor };
});

async function csvLines(query: string): Promise<string[]> {
  const response = await getCsv(get(`/targets/export.csv${query}`));
  expect(response.status).toBe(200);
  const text = Buffer.from(await response.arrayBuffer()).toString("utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  return text.slice(1).trim().split("\r\n");
}

async function sheet(query: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  const response = await getXlsx(get(`/targets/export.xlsx${query}`));
  await workbook.xlsx.load(await response.arrayBuffer());
  const first = workbook.worksheets[0];
  if (first === undefined) throw new Error("no sheet");
  return first;
}

function cellsOf(row: ExcelJS.Row): unknown[] {
  return (row.values as unknown[]).slice(1);
}

/** Copies one target many times, with its standings. */
async function multiply(code: string, copies: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'code',
      'COPY-' || lpad(n::text, 5, '0')))).* FROM target t, generate_series(1, ${copies}::int) n WHERE t.code = ${code}`;
  await db.$executeRaw`
    INSERT INTO target_standing SELECT (jsonb_populate_record(s, jsonb_build_object('target_id', c.id))).*
    FROM target t JOIN target_standing s ON s.target_id = t.id, target c
    WHERE t.code = ${code} AND c.code LIKE 'COPY-%'`;
}

beforeAll(loadSampleYear);

describe("the exported list", () => {
  it("has the same columns and rows in CSV and in a workbook", async () => {
    const lines = await csvLines("?department=transport&sort=code&lang=en");
    const rows = await sheet("?department=transport&sort=code&lang=en");
    const header = rows.getRow(4);
    expect(cellsOf(header).join(",")).toBe(lines[0]);
    expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual([
      "NT-M14",
      "NT-T01",
      "NT-T02",
      "NT-T02b",
      "NT-T03",
    ]);
    expect(rows.rowCount).toBe(9);
    expect(rows.getRow(1).getCell(1).value).toBe("List of targets");
    expect(String(rows.getRow(2).getCell(1).value)).toContain("5 targets");
    expect(String(rows.getRow(2).getCell(1).value)).toContain("Owner: Transport Bureau");
    expect(rows.getRow(5).getCell(1).value).toEqual({
      text: "NT-M14",
      hyperlink: "http://localhost:3000/targets/NT-M14",
    });
  });

  it("prints what a reader needs across one page, and leaves the other columns to the screen", async () => {
    const { pageSetup, columnCount } = await sheet("?department=transport&sort=code&lang=en");
    expect(columnCount).toBeGreaterThan(30);
    expect(pageSetup).toMatchObject({ printArea: "A1:K9", orientation: "landscape", fitToWidth: 1 });
  });

  it("writes numbers as numbers, days as days and missing values as empty cells", async () => {
    const rows = await sheet("?q=NT-T03&sort=code&lang=en");
    const header = cellsOf(rows.getRow(4)) as string[];
    const cell = (label: string) => rows.getRow(5).getCell(header.indexOf(label) + 1).value;
    expect(cell("Target value")).toBe(2);
    expect(cell("Stretch value")).toBe(1);
    expect(cell("Due")).toEqual(new Date("2023-12-31T00:00:00Z"));
    expect(cell("Completion (%)")).toBeNull();
    expect(cell("Baseline")).toBeNull();
    expect(cell("Promise")).toBe("2nd or better, aiming for 1st");
  });

  it("marks illustrative values in each row that has one", async () => {
    const lines = await csvLines("?q=NT-T01");
    expect(lines[1]).toContain(",示例,");
    const unset = await csvLines("?light=unset");
    expect(unset).toHaveLength(8);
    for (const line of unset.slice(1)) expect(line).not.toContain(",示例,");
  });

  it("accepts the query of the list page, and rejects unknown parameters", async () => {
    const whole = await csvLines("?limit=5&cursor=whatever");
    expect(whole).toHaveLength(32);
    expect((await getCsv(get("/targets/export.csv?light=blue"))).status).toBe(400);
    expect((await getXlsx(get("/targets/export.xlsx?asOf=2024-01-01"))).status).toBe(400);
  });

  it("reads all batches to the last row", async () => {
    await multiply("NT-T01", 1100);
    expect(await csvLines("?sort=code")).toHaveLength(1 + 31 + 1100);
    expect((await sheet("?sort=code")).rowCount).toBe(4 + 31 + 1100);
  });
});
