// A split target counts once: its parts are listed under it and are not counted in addition.
import "server-only";
import type { Context } from "@/lib/server/context";
import { Prisma } from "@/lib/server/db/generated/client";
import { readableSql } from "./readable";

/**
 * For raw queries over `target t`: every target except the parts of a split target. For an actor who may not read the
 * whole, the part counts instead of it.
 */
export function countedSql(context: Context): Prisma.Sql {
  const readableWholes = Prisma.sql`SELECT t.id FROM target t WHERE ${readableSql(context)}`;
  return Prisma.sql`(t.parent_id IS NULL OR t.parent_id NOT IN (${readableWholes}))`;
}
