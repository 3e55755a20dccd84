// For tests of the audit: one event that records the current state of every audited row, like a database upgrade.
import { db } from "@/lib/server/db/client";
import { appendEventForRows } from "@/lib/server/events/append";
import type { RecordedRow } from "@/lib/server/events/event-hash";
import { findRowFaults } from "@/lib/server/events/verify-rows";

export async function recordEverything(): Promise<void> {
  const event = { action: "database.migrated", entity: "database", entityId: "test", before: null, after: null };
  await db.$transaction(
    async (tx) => {
      const rows = (await findRowFaults(tx, new Map())).map(
        ({ table, key, digest }): RecordedRow => [table, key, digest],
      );
      await appendEventForRows(tx, { ...event, at: new Date(), actorId: null }, rows);
    },
    { timeout: 60_000 },
  );
}
