// guatu import with many rows: a killed run continues where it stopped, writes nothing twice, and leaves a valid audit.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/server/db/client";
import { verifyChain } from "@/lib/server/events/verify";
import { findStandingFaults } from "@/lib/server/events/verify-standings";
import { importTaskBatches } from "@/lib/server/targets/import-task-batches";
import { transitionTarget } from "@/lib/server/targets/life-cycle";
import { importValueBatches } from "@/lib/server/updates/import-value-batches";
import { manyTasks, manyValues } from "@/testing/many-rows";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { runCommand } from "./commands/run-command";

vi.setConfig({ testTimeout: 180_000 });

const root = new URL("..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "guatu-large-"));
const TASKS = 1100;
const MONTHS = ["2023-02-28", "2023-03-31", "2023-04-30"];
const office = () => as("demo-supervisor", "2023-04-30");
const reporter = () => as("demo-transport-reporter", "2023-04-30");
const tasks = { name: "任务表.csv", bytes: new TextEncoder().encode(""), lang: "zh-CN" as const };

class Killed extends Error {}

/** Stops a run once this many rows are done, like a process that is killed between two transactions. */
const killAfter = (rows: number) => (doneRows: number) => {
  if (doneRows >= rows) throw new Killed();
};

beforeAll(async () => {
  await loadPageAndPeople();
  Object.assign(tasks, { bytes: new TextEncoder().encode(manyTasks(TASKS, ["市交通运输局", "市商务局"])) });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const targetsOfTable = () => db.target.count({ where: { code: { startsWith: "T2023-" } } });
const updatesOfTable = () => db.update.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } });

describe("a task table in batches", () => {
  it("continues after it was killed, and writes no row twice", async () => {
    await expect(importTaskBatches(tasks, await office(), killAfter(500))).rejects.toThrow(Killed);
    expect(await targetsOfTable()).toBe(500);
    const rest = done(await importTaskBatches(tasks, await office(), () => {}));
    expect(rest).toEqual({ written: TASKS - 500, unchanged: 500, left: [] });
    expect(await targetsOfTable()).toBe(TASKS);
    expect(done(await importTaskBatches(tasks, await office(), () => {}))).toMatchObject({
      written: 0,
      unchanged: TASKS,
    });
    expect(
      await db.event.count({ where: { action: "target.created", after: { path: ["owner"], equals: "commerce" } } }),
    ).toBe(TASKS / 2);
  });

  it("plans again when another user has changed a target meanwhile", async () => {
    const rows = 120;
    const corrected = manyTasks(rows, ["市交通运输局", "市商务局"]).replaceAll("12月底", "11月底");
    const edited = { ...tasks, bytes: new TextEncoder().encode(corrected) };
    const last = "T2023-120";
    const withdraw = async (doneRows: number) => {
      if (doneRows !== 50) return;
      const step = { step: "withdraw", note: "重复下达", authority: "", receiveWithinDays: 1 } as const;
      done(await transitionTarget(last, step, await office()));
    };
    const report = done(await importTaskBatches(edited, await office(), withdraw));
    expect([report.written, report.left.map(({ line, outcome }) => [line, outcome])]).toEqual([
      rows - 1,
      [[rows + 2, "conflict"]],
    ]);
    const dueOn = new Date("2023-11-30T00:00:00Z");
    expect(await db.target.count({ where: { code: { startsWith: "T2023-" }, dueOn } })).toBe(rows - 1);
  });

  it("is refused to a reporter", async () => {
    expect(await importTaskBatches(tasks, await reporter(), () => {})).toEqual({
      ok: false,
      error: { kind: "forbidden" },
    });
  });
});

describe("values in batches", () => {
  const values = { bytes: new Uint8Array(), lang: "zh-CN" as const };

  beforeAll(async () => {
    // 500 targets in force; issuing them is not what is tested.
    const copies = Array.from({ length: 500 }, (_, index) => `L-${index + 1}`);
    await db.$executeRaw`
      INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'code', n.code,
        'search_text', lower(n.code)))).* FROM target t, unnest(${copies}::text[]) AS n(code) WHERE t.code = 'NT-T02'`;
    const other = await db.target.findFirstOrThrow({ where: { owner: { slug: "commerce" }, visibility: "public" } });
    Object.assign(values, {
      bytes: new TextEncoder().encode(`${manyValues(copies, MONTHS)}\n${other.code},2023-02-28,5,\nL-1,2023-01-31,4,`),
    });
  });

  it("continues after it was killed, and submits no value twice", async () => {
    await expect(importValueBatches(values, true, await reporter(), killAfter(900))).rejects.toThrow(Killed);
    const before = (await updatesOfTable())[0]?._count ?? 0;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(1500);
    const rest = done(await importValueBatches(values, true, await reporter(), () => {}));
    expect([rest.written, rest.unchanged]).toEqual([1500 - before, before]);
    // Left: a second value of a period, also when the first is submitted, and a target of another department.
    expect(rest.left.map(({ line, outcome, why, problems }) => [line, outcome, why, problems])).toEqual([
      [1503, "refused", "twice", []],
      [1502, "refused", null, [{ cell: "A1502", kind: "cannot-report" }]],
    ]);
    expect(await updatesOfTable()).toEqual([{ state: "submitted", _count: 1500 }]);
  });

  it("is run by the command line, and the audit stays valid", async () => {
    const file = join(folder, "values.csv");
    writeFileSync(file, values.bytes);
    const email = (await db.user.findUniqueOrThrow({ where: { id: "demo-transport-reporter" } })).email;
    const printed: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
    const code = await runCommand("import", [file, "--as", email, "--submit"]);
    log.mockRestore();
    expect(code).toBe(3);
    expect(printed.at(-1)).toBe("guatu: 0 rows written, 1500 unchanged, 2 left");
    const { brokenAt, recorded } = await verifyChain(db);
    expect(brokenAt).toBeNull();
    const written = await db.$queryRaw<{ name: string; digest: string }[]>`
      SELECT 'progress_update ' || key AS name, digest FROM audited_rows('progress_update', '{id}', '{}')
      UNION ALL SELECT 'target ' || key, digest FROM audited_rows('target', '{id}', '{search_text}')
        WHERE key IN (SELECT id::text FROM target WHERE code LIKE 'T2023-%')`;
    expect(written).toHaveLength(1500 + TASKS);
    expect(written.filter(({ name, digest }) => recorded.get(name) !== digest)).toEqual([]);
    // Copies of a target have no standings of their own.
    expect((await findStandingFaults(db)).filter(({ code }) => !code.startsWith("L-"))).toEqual([]);
  });
});

describe("a process that is killed", () => {
  const ROWS = 2000;
  const file = join(folder, "另一任务表.csv");
  const title = { startsWith: "推进第", endsWith: "项重点项目建设" };
  const countWritten = () => db.target.count({ where: { title } });

  /** guatu import as a process of its own, with what it has printed. */
  function startImport(email: string) {
    const args = ["--conditions=react-server", "--import", "tsx", "scripts/guatu.ts", "import", file, "--as", email];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    child.stdout.on("data", (text) => (printed += text));
    child.stderr.on("data", (text) => (printed += text));
    return { child, ended: once(child, "close").then(([code, signal]) => ({ code, signal, printed })) };
  }

  it("leaves whole batches, and the same command writes the rest once", async () => {
    const table = manyTasks(ROWS, ["市商务局"]).replaceAll("重点工程", "重点项目").replaceAll("项工程", "项项目");
    writeFileSync(file, table);
    const { email } = await db.user.findUniqueOrThrow({ where: { id: "demo-supervisor" } });
    const first = startImport(email);
    while ((await countWritten()) === 0 && first.child.exitCode === null) await setTimeout(20);
    first.child.kill("SIGKILL");
    expect(await first.ended).toMatchObject({ signal: "SIGKILL" });
    // A transaction that was open at the time is rolled back by the server.
    await db.$transaction((tx) => tx.$executeRaw`LOCK TABLE target IN SHARE ROW EXCLUSIVE MODE`);
    const written = await countWritten();
    expect([written % 500, written > 0, written < ROWS]).toEqual([0, true, true]);

    const second = await startImport(email).ended;
    expect([second.code, second.printed]).toEqual([
      0,
      expect.stringContaining(`guatu: ${ROWS - written} rows written, ${written} unchanged, 0 left`),
    ]);
    const titles = await db.target.findMany({ where: { title }, select: { title: true } });
    expect([titles.length, new Set(titles.map((one) => one.title)).size]).toEqual([ROWS, ROWS]);
    expect((await verifyChain(db)).brokenAt).toBeNull();
  });
});
