import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { auditFiltersSchema } from "@/lib/schemas/audit";
import { db } from "@/lib/server/db/client";
import { sendInstruction } from "@/lib/server/instructions/mutations";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { as, done, loadPageAndPeople } from "@/lib/server/testing-people";
import { verifyChain } from "./append";
import { listEvents } from "./data";

const WHY = { reason: "meeting", authority: "No. 1" };
const ask = (query: Record<string, string>) => auditFiltersSchema.parse(query);

beforeAll(async () => {
  await loadPageAndPeople();
  const supervisor = await as("demo-supervisor");
  for (const value of ["390", "380", "370"]) done(await reviseTarget("NT-T02", { ...WHY, value }, supervisor));
  const slip = { kind: "slip", colour: "blue", givenBy: "o", body: "b", replyDueOn: isoDate("2023-10-20") } as const;
  done(await sendInstruction("NT-T01", slip, supervisor));
});

describe("reading the audit", () => {
  it("lists the newest first and says what was before and after", async () => {
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

  it("is for the office and the administrator only", async () => {
    for (const who of ["demo-transport-reviewer", "demo-reader"])
      expect(await listEvents(ask({}), await as(who))).toBeNull();
  });
});

describe("npm run audit:verify", () => {
  const run = () =>
    promisify(execFile)(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/audit-verify.ts"], {
      env: process.env,
    }).then(
      ({ stdout }) => [0, stdout.trim()],
      (error: { code: number; stderr: string }) => [error.code, error.stderr.trim().split("\n").at(-1)],
    );

  it("proves a whole chain, and names the first link altered behind the application's back", async () => {
    expect(await run()).toEqual([0, "guatu: the chain of 4 events is whole"]);
    await db.$executeRawUnsafe("ALTER TABLE event DISABLE TRIGGER event_append_only");
    await db.$executeRawUnsafe(`UPDATE event SET after = jsonb_set(after, '{value}', '"402"') WHERE sequence = 2`);
    expect(await run()).toEqual([1, "guatu: the chain is broken at event 2 (after 1 whole ones)"]);
    await db.$executeRawUnsafe(`UPDATE event SET after = jsonb_set(after, '{value}', '"380"') WHERE sequence = 2`);
    expect((await verifyChain(db)).brokenAt).toBeNull();
    await db.$executeRawUnsafe("DELETE FROM event WHERE sequence = 3");
    expect(await run()).toEqual([1, "guatu: the chain is broken at event 4 (after 2 whole ones)"]);
  });
});
