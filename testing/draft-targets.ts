// Targets for integration tests.
import { db } from "@/lib/server/db/client";
import { rebuildStandings } from "@/lib/server/targets/standings";

/** A draft with the terms of a target of the page, as if it had never been issued. */
export async function copyAsDraft(from: string, code: string, visibility: "public" | "internal" = "public") {
  await db.$executeRaw`
    INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'code', ${code}::text,
      'state', 'draft', 'visibility', ${visibility}::text, 'search_text', lower(${code}::text)))).*
    FROM target t WHERE t.code = ${from}`;
  const { id } = await db.target.findUniqueOrThrow({ where: { code } });
  await db.$transaction((tx) => rebuildStandings(tx, [id]));
}
