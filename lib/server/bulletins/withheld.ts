// Bulletins that were frozen as public but contain a target that is internal now: withheld from visitors.
import "server-only";
import { db } from "@/lib/server/db/client";
import { HIDDEN_FROM_VISITORS } from "@/lib/server/targets/readable";
import type { NamingBulletin } from "@/lib/views/bulletin";

/** The ids of withheld bulletins. */
export async function listWithheldBulletins(): Promise<ReadonlySet<string>> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM bulletin b WHERE b.is_public AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(b.facts->'rows') AS fact JOIN target t ON t.code = fact->>'code'
      WHERE ${HIDDEN_FROM_VISITORS})`;
  return new Set(found.map(({ id }) => id));
}

/** The published bulletins that contain this target. */
export async function listPublicBulletinsNaming(code: string): Promise<NamingBulletin[]> {
  return db.$queryRaw<NamingBulletin[]>`
    SELECT b.id, b.year, b.number FROM bulletin b WHERE b.is_public AND b.state = 'published' AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(b.facts->'rows') AS fact WHERE fact->>'code' = ${code})
    ORDER BY b.year, b.number`;
}
