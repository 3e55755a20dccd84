// A step of the large import on the database at DATABASE_URL, in its own process, so that its memory is its own. Prints
// one line of JSON. Steps: `prepare`, `tasks`, `receive`, `values`, `plain`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { ensureDemoUsers } from "@/lib/server/auth/demo-users";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { openClient } from "@/lib/server/db/connection";
import { env } from "@/lib/server/env";
import { importTaskBatches } from "@/lib/server/targets/import-task-batches";
import { importValueBatches } from "@/lib/server/updates/import-value-batches";
import { loadCommitments } from "@/prisma/seed/commitments";
import { manyTasks, manyValues } from "@/testing/many-rows";

const [, , step = "", folder = "", count = "10000"] = process.argv;
const TARGETS = Number(count);
const TASKS = join(folder, "tasks.csv");
const VALUES = join(folder, "values.csv");
/** On the last day of the year the figures of all twelve months can be reported. */
const TODAY = isoDate("2023-12-31");
const DAYS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2023, month + 1, 0)).toISOString().slice(0, 10),
);

async function actAs(userId: string) {
  const actor = await getActorOfUser(userId);
  if (actor === null) throw new Error(`no such user: ${userId}`);
  return { actor, clock: clockOn(TODAY) };
}

const bytesOf = (file: string) => new Uint8Array(readFileSync(file));

/** The departments of the page, and one reporter for all of them. */
async function prepare() {
  await db.$transaction(
    async (tx) => {
      await loadCommitments(tx);
      await ensureDemoUsers(tx);
    },
    { timeout: 120_000 },
  );
  const departments = await db.department.findMany({ where: { closedOn: null }, orderBy: { order: "asc" } });
  await db.membership.createMany({
    data: departments.map(({ id }) => ({ userId: "demo-transport-reporter", departmentId: id, role: "reporter" })),
    skipDuplicates: true,
  });
  const owners = departments.map(({ name }) => name);
  writeFileSync(TASKS, manyTasks(TARGETS, owners));
  return {};
}

async function importTasks() {
  const file = { name: "tasks.csv", bytes: bytesOf(TASKS), lang: "zh-CN" as const };
  const outcome = await importTaskBatches(file, await actAs("demo-supervisor"), () => {});
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return { written: outcome.value.written, left: outcome.value.left.length };
}

/** Issuing is a decision of the office, not part of an import. */
async function receive() {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = 'replica'`;
    await tx.$executeRaw`UPDATE target SET state = 'received', issued_at = created_at WHERE code LIKE 'T2023-%'`;
  });
  const targets = await db.target.findMany({ where: { code: { startsWith: "T2023-" } }, orderBy: { code: "asc" } });
  writeFileSync(
    VALUES,
    manyValues(
      targets.map(({ code }) => code),
      DAYS,
    ),
  );
  return {};
}

async function importValues() {
  const file = { bytes: bytesOf(VALUES), lang: "zh-CN" as const };
  const outcome = await importValueBatches(file, true, await actAs("demo-transport-reporter"), () => {});
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return { written: outcome.value.written, left: outcome.value.left.length };
}

/** What any program must do at least: the rows of both tables and an event for each, without rules or hashes. */
async function plain() {
  const client = await openClient(env.DATABASE_URL);
  const rows = bytesOf(VALUES);
  await client.query(`CREATE TEMPORARY TABLE plain_update (LIKE progress_update INCLUDING ALL);
    CREATE TEMPORARY TABLE plain_event (LIKE event INCLUDING ALL)`);
  const lines = new TextDecoder().decode(rows).split("\n").slice(1);
  const ids = new Map(
    (await db.target.findMany({ select: { id: true, code: true } })).map((one) => [one.code, one.id]),
  );
  for (let from = 0; from < lines.length; from += 1000) {
    const batch = lines.slice(from, from + 1000).map((line, index) => {
      const [code = "", day, value] = line.split(",");
      const sequence = from + index + 1;
      return { target: ids.get(code), day, value, sequence, hash: `${sequence}`, after: { code, day, value } };
    });
    await client.query(
      `WITH rows AS (SELECT * FROM jsonb_to_recordset($1::jsonb)
          AS r(target uuid, day date, value numeric, sequence bigint, hash text, after jsonb)),
        updates AS (INSERT INTO plain_update (id, target_id, as_of, value, state, author_id, request_key, submitted_at)
          SELECT gen_random_uuid(), target, day, value, 'submitted', 'demo-transport-reporter', hash, now() FROM rows RETURNING 1)
      INSERT INTO plain_event (sequence, at, action, entity, entity_id, after, previous_hash, hash)
        SELECT sequence, now(), 'update.submitted', 'update', target::text, after, hash, hash FROM rows`,
      [JSON.stringify(batch)],
    );
  }
  await client.end();
  return { written: lines.length };
}

const steps: Record<string, () => Promise<object>> = {
  prepare,
  tasks: importTasks,
  receive,
  values: importValues,
  plain,
};

const before = process.memoryUsage().rss;
const start = performance.now();
const result = await steps[step]?.();
const seconds = (performance.now() - start) / 1000;
const megabytes = (process.resourceUsage().maxRSS * 1024 - before) / 1024 / 1024;
console.log(JSON.stringify({ ...result, seconds, megabytes }));
await db.$disconnect();
