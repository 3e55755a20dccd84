// Targets for integration tests.
import { db } from "@/lib/server/db/client";
import { rebuildStandings } from "@/lib/server/targets/standings";

/** A draft, or an issued target that nobody has received, with the terms of a target of the page. */
export async function copyAsDraft(
  from: string,
  code: string,
  visibility: "public" | "internal" = "public",
  state: "draft" | "issued" = "draft",
) {
  await db.$executeRaw`
    INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'code', ${code}::text,
      'state', ${state}::text, 'visibility', ${visibility}::text, 'search_text', lower(${code}::text)))).*
    FROM target t WHERE t.code = ${from}`;
  const { id } = await db.target.findUniqueOrThrow({ where: { code } });
  await db.$transaction((tx) => rebuildStandings(tx, [id]));
}
