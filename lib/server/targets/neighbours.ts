// The targets before and after one in the order of codes.
import "server-only";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { Neighbours } from "@/lib/views/target-detail";
import { countedSql } from "./counted";
import { bareStandingsSql } from "./list-query";
import { readableSql } from "./readable";

/** The codes of the counted targets next to `code` that the actor may read. */
export async function getNeighbours(code: string, context: Context): Promise<Neighbours> {
  const [row] = await db.$queryRaw<Neighbours[]>`
    WITH readable AS (
      SELECT t.code FROM ${bareStandingsSql(context)} WHERE ${readableSql(context)} AND ${countedSql(context)}
    )
    SELECT (SELECT max(code) FROM readable WHERE code < ${code}) AS previous,
      (SELECT min(code) FROM readable WHERE code > ${code}) AS next`;
  return row ?? { previous: null, next: null };
}
