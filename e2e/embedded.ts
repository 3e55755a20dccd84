// Direct access to the database of the browser tests, for data that no page creates: an internal target, a draft.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Client } from "pg";
import { withClient } from "@/lib/server/db/connection";
import { embeddedUrl } from "@/lib/server/db/engine/data-folder";
import { CHAIN_LOCK } from "@/lib/server/db/locks";
import { eventHash, type RecordedRow } from "@/lib/server/events/event-hash";

const data = join(process.env.GUATU_E2E_DATA ?? "", "data");

/** Recomputes the standings of targets that a test wrote directly. */
export function rebuildStandings(): void {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/rebuild-standings.ts"];
  const env = { ...process.env, GUATU_DATA: data, GUATU_MODE: "demo", DATABASE_URL: "" };
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8", timeout: 60_000 });
  if (status !== 0) throw new Error(`the standings could not be rebuilt: ${stderr}`);
}

/** Records direct writes of a test in the chain, so that the audit at the end of the run reports other faults only. */
async function recordChanges(client: Client): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [CHAIN_LOCK]);
  const { rows: changed } = await client.query("SELECT current_setting('guatu.changed_rows', true) AS entries");
  const rows: RecordedRow[] = JSON.parse(`[${changed[0]?.entries ?? ""}]`);
  if (rows.length === 0) return;
  const { rows: last } = await client.query("SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1");
  const [sequence, previousHash, at] = [BigInt(last[0].sequence) + 1n, last[0].hash, new Date()];
  const event = { at, actorId: null, action: "test.done", entity: "test", entityId: "fixture" };
  const hash = eventHash({ ...event, sequence, before: null, after: null, previousHash, rows });
  await client.query(
    `INSERT INTO event (sequence, at, action, entity, entity_id, rows, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [`${sequence}`, at, event.action, event.entity, event.entityId, JSON.stringify(rows), previousHash, hash],
  );
}

/** Runs in one transaction on the embedded database of the run. */
export function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(embeddedUrl(data), async (client) => {
    await client.query("BEGIN");
    const result = await work(client);
    await recordChanges(client);
    await client.query("COMMIT");
    return result;
  });
}
