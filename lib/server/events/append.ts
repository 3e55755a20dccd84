// The audit: append-only events, each with the hash of the previous one.
import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { type InsertedRow, insertRows } from "@/lib/server/db/insert-rows";
import { CHAIN_LOCK } from "@/lib/server/db/locks";
import { storableJson } from "@/lib/server/db/storable";
import { getChainHead } from "./chain-heads";
import { eventHash, FIRST_HASH, type Link, type NewEvent, type RecordedRow } from "./event-hash";

/** The audited rows that this transaction changed since its last event, in their current state. */
async function takeChangedRows(tx: Transaction): Promise<RecordedRow[]> {
  const [taken] = await tx.$queryRaw<{ entries: string | null }[]>`
    WITH changed AS MATERIALIZED (SELECT current_setting('guatu.changed_rows', true) AS entries)
    SELECT changed.entries, set_config('guatu.changed_rows', '', true) AS emptied FROM changed`;
  const entries: RecordedRow[] = JSON.parse(`[${taken?.entries ?? ""}]`);
  return [...new Map(entries.map((entry) => [`${entry[0]} ${entry[1]}`, entry])).values()];
}

/**
 * Appends events in order; the last one contains the audited rows that changed. Takes a lock, so that the chain has one
 * order. Call it last: a later change is not recorded, and guatu verify reports it.
 */
export async function appendEvents(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await append(tx, events, await takeChangedRows(tx));
}

export function appendEvent(tx: Transaction, event: NewEvent): Promise<void> {
  return appendEvents(tx, [event]);
}

/** Appends an event for rows that a migration changed in other transactions. */
export function appendEventForRows(tx: Transaction, event: NewEvent, rows: readonly RecordedRow[]): Promise<void> {
  return append(tx, [event], rows);
}

async function append(tx: Transaction, events: readonly NewEvent[], changed: readonly RecordedRow[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const last = await getChainHead(tx);
  let [sequence, previousHash] = [last?.sequence ?? 0n, last?.hash ?? FIRST_HASH];
  const rows: InsertedRow[] = [];
  for (const event of events) {
    sequence += 1n;
    const isLast = rows.length === events.length - 1;
    // Hashes the stored form, so that the hash matches when read back.
    const link: Link = {
      ...storableJson(event),
      sequence,
      previousHash,
      ...(isLast && changed.length > 0 ? { rows: storableJson(changed) } : {}),
    };
    const { at, actorId, action, entity, entityId, before, after } = link;
    const hash = eventHash(link);
    rows.push({
      sequence: sequence.toString(),
      at,
      actorId,
      action,
      entity,
      entityId,
      before,
      after,
      rows: link.rows ?? null,
      previousHash,
      hash,
    });
    previousHash = hash;
  }
  await insertRows(tx, "event", rows);
}
