// guatu verify on a database with reports, roles and files: passes after ordinary work, and reports tampering
// by a person with the database password.
import { execFile } from "node:child_process";
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { changeOfficeRole } from "@/lib/server/admin/memberships";
import { db, type Transaction } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { addEvidence } from "@/lib/server/evidence/mutations";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { recordEverything } from "@/testing/events";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { HEADS_FILE } from "./chain-heads";
import { verifyAudit } from "./verify-audit";
import { findStandingFaults } from "./verify-standings";

const SCRIPT = ["--conditions=react-server", "--import", "tsx", "scripts/guatu.ts", "verify"];
const NONE = { printed: [], otherFiles: [] };

let updateId: string;
let evidence: { id: string; path: string };

async function aPicture(): Promise<Buffer> {
  return sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
    .png()
    .toBuffer();
}

beforeAll(async () => {
  await loadPageAndPeople();
  await recordEverything();
  const [reporter, reviewer] = [await as("demo-transport-reporter"), await as("demo-transport-reviewer")];
  const report = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: "250", note: "as counted" };
  const draft = done(await saveDraft("NT-T02", report, reporter));
  done(await addEvidence(draft.updateId, "现场.png", await aPicture(), reporter));
  const { version } = await db.update.findUniqueOrThrow({ where: { id: draft.updateId } });
  done(await submitUpdate("NT-T02", { ...report, updateId: draft.updateId, version }, reporter));
  const waiting = await db.update.findUniqueOrThrow({ where: { id: draft.updateId } });
  done(await approveUpdate({ updateId: waiting.id, version: waiting.version }, reviewer));
  done(await changeOfficeRole("demo-reader", "supervisor", await as("demo-administrator")));
  updateId = draft.updateId;
  const file = await db.evidenceFile.findFirstOrThrow({ where: { updateId } });
  evidence = { id: file.id, path: join(env.GUATU_DATA, "files", file.storageKey) };
});

/** An UPDATE that bypasses triggers, and its reversal. */
async function withChange<T>(change: string, restore: string, look: () => Promise<T>): Promise<T> {
  const run = (sql: string) =>
    db.$transaction(async (tx: Transaction) => {
      await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
      expect(await tx.$executeRawUnsafe(sql)).toBe(1);
    });
  await run(change);
  const found = await look();
  await run(restore);
  return found;
}

const faults = async () => (await verifyAudit(NONE)).faults;

describe("guatu verify", () => {
  afterEach(async () => expect(await faults()).toEqual([]));

  it("reports another reviewer or time on an approved report", async () => {
    const row = `WHERE id = '${updateId}'`;
    const reported = [`progress_update ${updateId} was changed outside the application`];
    for (const [column, value, restored] of [
      ["reviewer_id", "'demo-supervisor'", "'demo-transport-reviewer'"],
      ["decided_at", "decided_at + interval '1 second'", "decided_at - interval '1 second'"],
    ]) {
      const change = `UPDATE progress_update SET ${column} = ${value} ${row}`;
      const restore = `UPDATE progress_update SET ${column} = ${restored} ${row}`;
      expect((await withChange(change, restore, faults)).filter((fault) => fault.startsWith("progress"))).toEqual(
        reported,
      );
    }
  });

  it("reports a role that was assigned outside the application", async () => {
    const to = (role: string) => `UPDATE user_account SET office_role = ${role} WHERE id = 'demo-transport-reporter'`;
    expect(await withChange(to("'administrator'"), to("NULL"), faults)).toEqual([
      "user_account demo-transport-reporter was changed outside the application",
    ]);
  });

  it("reports an UPDATE of the stored standings", async () => {
    const to = (light: string) => `UPDATE target_standing SET light = '${light}' WHERE known_to IS NULL
      AND target_id = (SELECT id FROM target WHERE code = 'NT-T02')`;
    const { light } = await db.targetStanding.findFirstOrThrow({
      where: { knownTo: null, target: { code: "NT-T02" } },
    });
    expect(await withChange(to("achieved"), to(light), faults)).toEqual([
      "the stored standings of NT-T02 differ from those computed from its terms and reports",
    ]);
  });

  it("reports changed and missing evidence files", async () => {
    const bytes = await readFile(evidence.path);
    await appendFile(evidence.path, "x");
    expect(await faults()).toEqual([
      expect.stringMatching(/^the file 现场.png \(.*\) has changed since it was uploaded$/),
    ]);
    await rm(evidence.path);
    expect(await faults()).toEqual([expect.stringMatching(/^the file 现场.png \(.*\) is missing$/)]);
    await writeFile(evidence.path, bytes);
  });

  it("reports a missing or truncated heads file and exits with 3", async () => {
    const text = await readFile(HEADS_FILE, "utf8");
    const run = () =>
      promisify(execFile)(process.execPath, SCRIPT, { env: process.env }).then(
        () => [0, ""],
        (error: { code: number; stderr: string }) => [error.code, error.stderr.trim()],
      );
    await rm(HEADS_FILE);
    expect(await run()).toEqual([
      3,
      expect.stringMatching(/^guatu: no head is recorded: .*audit-heads\.txt is missing or empty$/),
    ]);
    await writeFile(HEADS_FILE, `${text.trim().split("\n").slice(0, -1).join("\n")}\n`);
    expect(await run()).toEqual([
      3,
      expect.stringMatching(/^guatu: the recorded heads end at event \d+, the chain at event \d+/),
    ]);
    const copy = join(env.GUATU_DATA, "heads-of-another-instance.txt");
    await writeFile(copy, text);
    expect((await verifyAudit({ printed: [], otherFiles: [copy] })).faults).toEqual([]);
    await writeFile(HEADS_FILE, text);
  });
});

it("reports a change of every column of the stored standings", async () => {
  const columns = await db.$queryRaw<{ name: string; type: string }[]>`
    SELECT column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_name = 'target_standing'`;
  const other: Record<string, string> = {
    uuid: "gen_random_uuid()",
    text: "'behind'",
    numeric: "coalesce($, 0) + 1",
    bool: "NOT coalesce($, false)",
    date: "coalesce($, '2023-01-01') + 1",
    _date: "$ || '2023-01-01'::date",
    timestamptz: "coalesce($, '2030-01-01') + interval '1 second'",
  };
  for (const { name, type } of columns) {
    const value = other[type]?.replaceAll("$", name);
    const undone = db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
      const changed = await tx.$executeRawUnsafe(`UPDATE target_standing SET ${name} = ${value} WHERE known_to IS NULL
        AND target_id = (SELECT id FROM target WHERE code = 'NT-T02')`);
      throw Object.assign(new Error("undo"), { changed, found: await findStandingFaults(tx) });
    });
    const { changed, found } = (await undone.catch((error) => error)) as { changed: number; found: { code: string }[] };
    expect([changed, found.map(({ code }) => code)], name).toEqual([1, ["NT-T02"]]);
  }
});
