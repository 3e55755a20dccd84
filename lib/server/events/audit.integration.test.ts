import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { auditExportFile, auditWorkbookFile } from "@/lib/http/audit-export";
import { auditFiltersSchema } from "@/lib/schemas/audit";
import { db } from "@/lib/server/db/client";
import { sendInstruction } from "@/lib/server/instructions/mutations";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { recordEverything } from "@/testing/events";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { browser, get } from "@/testing/requests";
import { appendEvent } from "./append";
import { getChainHead, HEADS_FILE, headText, parseHead, readRecordedHeads } from "./chain-heads";
import { listEvents } from "./data";
import { findChainFault, verifyChain } from "./verify";

vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("use-intl/core");
  const messages = (await import("@/messages/zh-CN.json")).default;
  return { getTranslations: async (namespace: "audit") => createTranslator({ locale: "zh-CN", messages, namespace }) };
});
vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

function fail(): never {
  throw new Error("there is no head");
}

const WHY = { reason: "meeting", authority: "No. 1" };
const ask = (query: Record<string, string>) => auditFiltersSchema.parse(query);

beforeAll(async () => {
  await loadPageAndPeople();
  await recordEverything();
  const supervisor = await as("demo-supervisor");
  for (const value of ["390", "380", "370"]) done(await reviseTarget("NT-T02", { ...WHY, value }, supervisor));
  const slip = { kind: "slip", colour: "blue", givenBy: "o", body: "b", replyDueOn: isoDate("2023-10-20") } as const;
  done(await sendInstruction("NT-T01", slip, supervisor));
});

describe("reading the audit", () => {
  it("lists the newest events first with before and after", async () => {
    const page = await listEvents(ask({}), await as("demo-administrator"));
    expect(page?.events.map(({ action, code }) => [action, code])).toEqual([
      ["instruction.sent", "NT-T01"],
      ["target.revised", "NT-T02"],
      ["target.revised", "NT-T02"],
      ["target.revised", "NT-T02"],
    ]);
    expect(page?.events[1]).toMatchObject({ before: { value: "380" }, after: { value: "370", authority: "No. 1" } });
  });

  it("filters by kind, object and day, and pages", async () => {
    const supervisor = await as("demo-supervisor");
    expect((await listEvents(ask({ entity: "instruction" }), supervisor))?.total).toBe(1);
    expect((await listEvents(ask({ q: "NT-T02" }), supervisor))?.total).toBe(3);
    expect((await listEvents(ask({ from: "2023-10-01" }), supervisor))?.total).toBe(0);
    const first = await listEvents(ask({}), supervisor, 3);
    const rest = await listEvents(ask({ before: first?.next ?? "" }), supervisor, 3);
    expect([first?.events.length, rest?.events.length, rest?.next]).toEqual([3, 1, null]);
  });

  it("is readable only by the office and the administrator", async () => {
    for (const who of ["demo-transport-reviewer", "demo-reader"])
      expect(await listEvents(ask({}), await as(who))).toBeNull();
  });
});

describe("guatu verify", () => {
  const SCRIPT = ["--conditions=react-server", "--import", "tsx", "scripts/guatu.ts", "verify"];
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [...SCRIPT, ...args], { env: process.env }).then(
      ({ stdout }) => [0, stdout.trim().split("\n")[0]],
      (error: { code: number; stderr: string }) => [error.code, error.stderr.trim().split("\n").at(-1)],
    );
  const withoutGuard = async (sql: string) => {
    await db.$executeRawUnsafe("ALTER TABLE event DISABLE TRIGGER event_append_only");
    await db.$executeRawUnsafe(sql);
    await db.$executeRawUnsafe("ALTER TABLE event ENABLE TRIGGER event_append_only");
  };

  it("verifies an intact chain, and names the first link altered outside the application", async () => {
    expect(await run()).toEqual([
      0,
      expect.stringMatching(/^guatu: all 5 events, \d+ recorded rows and every file are intact$/),
    ]);
    await withoutGuard(`UPDATE event SET after = jsonb_set(after, '{value}', '"402"') WHERE sequence = 3`);
    expect(await run()).toEqual([3, "guatu: the chain is broken at event 3 (after 2 intact ones)"]);
    await withoutGuard(`UPDATE event SET after = jsonb_set(after, '{value}', '"380"') WHERE sequence = 3`);
    expect((await verifyChain(db)).brokenAt).toBeNull();
  });

  it("detects deleted last events by the recorded heads", async () => {
    const [head, printed] = [
      await getChainHead(),
      (await listEvents(ask({}), await as("demo-supervisor")))?.head ?? "",
    ];
    expect(head && headText(head)).toBe(printed);
    const deleted = await db.event.findMany({ where: { sequence: { gte: 4n } }, orderBy: { sequence: "asc" } });
    await withoutGuard("DELETE FROM event WHERE sequence >= 4");
    const cut = "the end of the chain was cut off: it ends at event 3, event";
    expect(await run()).toEqual([3, `guatu: ${cut} 4 was recorded`]);
    await rm(HEADS_FILE);
    expect(await run("--head", printed)).toEqual([3, `guatu: ${cut} 5 was recorded`]);
    expect(findChainFault(await verifyChain(db, await readRecordedHeads()))).toBeNull();
    for (const { before, after, rows, ...event } of deleted) {
      const json = { ...(before && { before }), ...(after && { after }), ...(rows && { rows }) };
      await db.event.create({ data: { ...event, ...json } });
    }
    expect(findChainFault(await verifyChain(db, [parseHead(printed) ?? fail()]))).toBeNull();
  });

  it("names the first event of a chain that was rewritten hash by hash", async () => {
    const head = (await getChainHead()) ?? fail();
    const last = await db.event.findFirstOrThrow({ where: { sequence: 5n } });
    await withoutGuard("DELETE FROM event WHERE sequence = 5");
    await db.$transaction((tx) =>
      appendEvent(tx, { ...last, action: "instruction.withdrawn", before: null, after: { code: "NT-T01" } }),
    );
    expect(findChainFault(await verifyChain(db))).toBeNull();
    expect(findChainFault(await verifyChain(db, [head]))).toBe(
      "the chain was rewritten: event 5 differs from the recorded one",
    );
    await withoutGuard("DELETE FROM event WHERE sequence = 4");
    expect(findChainFault(await verifyChain(db))).toBe("the chain is broken at event 5 (after 3 intact ones)");
  });

  it("parses printed heads only", () => {
    expect(parseHead(` 12:${"a".repeat(64)}\n`)).toEqual({ sequence: 12n, hash: "a".repeat(64) });
    for (const text of ["", "12", "12:abc", `:${"a".repeat(64)}`]) expect(parseHead(text)).toBeNull();
  });

  it("is a workbook for people: words, the city's time, links to targets", async () => {
    browser.actor = (await as("demo-supervisor")).actor;
    const response = await auditWorkbookFile(get("/audit/export.xlsx?entity=instruction"));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const sheet = workbook.worksheets[0] ?? fail();
    const cells = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
    expect(cells(3)).toEqual(["序号", "时间", "操作者", "类别", "事项", "对象", "变更前", "变更后"]);
    const [, when, , entity, what, about, , after] = cells(4);
    expect(when).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/);
    expect(entity).toBe("批示和催办");
    expect(what).not.toMatch(/[a-z]\./);
    expect(after).toMatch(/^(编号|类型|正文)：/);
    expect(about).toMatchObject({ hyperlink: expect.stringMatching(/^http.*\/targets\/NT-/) });
    expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1, printTitlesRow: "3:3" });
    expect(sheet.autoFilter).toBeDefined();
  });

  it("prints the head in the last line of every export, whatever its filters", async () => {
    browser.actor = (await as("demo-supervisor")).actor;
    const response = await auditExportFile(get("/audit/export.csv?entity=instruction"));
    const last = parse(await response.text(), { bom: true }).at(-1) as string[];
    const head = await getChainHead();
    expect([last[0], last.at(-1)]).toEqual([head?.sequence.toString(), head?.hash]);
  });
});
