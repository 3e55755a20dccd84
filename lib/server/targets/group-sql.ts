// Topics, plans, categories and sections of sources in the query of a list: filters and order.
import "server-only";
import { NO_GROUP } from "@/lib/domain/targets/groupings";
import type { LabelKind } from "@/lib/domain/targets/labels";
import type { Context } from "@/lib/server/context";
import { Prisma } from "@/lib/server/db/generated/client";
import { readableQuoteSql } from "./readable";

/** Targets in one of the groups, or in none where NO_GROUP is chosen. */
function inGroups(chosen: readonly string[], isIn: (keys: string[]) => Prisma.Sql, isInNone: Prisma.Sql): Prisma.Sql {
  const keys = chosen.filter((key) => key !== NO_GROUP);
  if (keys.length === chosen.length) return isIn(keys);
  return keys.length === 0 ? isInNone : Prisma.sql`(${isIn(keys)} OR ${isInNone})`;
}

/** Targets whose quote is in one of the sections, each named `source.key`; in none if the reader cannot read the quote. */
export function quotedFrom(chosen: readonly string[], context: Context): Prisma.Sql {
  return inGroups(
    chosen,
    (sections) => Prisma.sql`t.quote_id IN (SELECT q.id FROM quote q JOIN source_section x ON x.id = q.section_id
      WHERE x.source_id || '.' || x.key = ANY(${sections}) AND ${readableQuoteSql(context)})`,
    Prisma.sql`NOT EXISTS (SELECT FROM quote q WHERE q.id = t.quote_id AND ${readableQuoteSql(context)})`,
  );
}

/** Targets with one of the labels; a merged label stands for the one into which it was merged. */
export function labelledWith(kind: LabelKind, chosen: readonly string[]): Prisma.Sql {
  return inGroups(
    chosen,
    (ids) => Prisma.sql`t.id IN (SELECT x.target_id FROM target_label x WHERE x.label_id IN (
      SELECT coalesce(l.merged_into_id, l.id) FROM label l WHERE l.id = ANY(${ids}::uuid[])))`,
    Prisma.sql`NOT EXISTS (SELECT FROM target_label x JOIN label l ON l.id = x.label_id
      WHERE x.target_id = t.id AND l.kind = ${kind})`,
  );
}

/** By the first label of a kind, of the chosen ones if some are chosen, then by its running number; without one last. */
export function labelPlaceSql(kind: LabelKind, chosen: readonly string[]): Prisma.Sql {
  const ids = chosen.filter((id) => id !== NO_GROUP);
  const isChosen = chosen.length === 0 ? Prisma.sql`true` : Prisma.sql`l.id = ANY(${ids}::uuid[])`;
  return Prisma.sql`coalesce((SELECT min(l.sort_order::numeric * 100000000
      + coalesce(substring(x.number from '[0-9]{1,4}')::numeric, 9999) * 10000
      + coalesce(substring(x.number from '[0-9]+[^0-9]+([0-9]{1,4})')::numeric, 0))
    FROM target_label x JOIN label l ON l.id = x.label_id
    WHERE x.target_id = t.id AND l.kind = ${kind} AND ${isChosen}), 1000000000000000)::numeric`;
}
