// The promises of a source, each with its result: 对照表.
import "server-only";
import { canReadSource } from "@/lib/domain/permissions/can";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import { yearEndValue } from "@/lib/domain/targets/year-end-value";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { countedSql } from "@/lib/server/targets/counted";
import { rowsOf } from "@/lib/server/targets/data";
import { STANDING_COLUMNS, type StandingRow, standingsSql } from "@/lib/server/targets/list-query";
import { readableSql } from "@/lib/server/targets/readable";
import { bilingual } from "@/lib/server/targets/rows";
import type { SourceOutcomes } from "@/lib/views/source";

/** In the order of the document. The size of a document is limited, so this reads all its promises. */
export async function getOutcomes(id: string, context: Context): Promise<SourceOutcomes | null> {
  const [source, found] = await Promise.all([
    db.source.findUnique({ where: { id } }),
    db.$queryRaw<StandingRow[]>`
      SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key
      FROM ${standingsSql(context)} JOIN quote q ON q.id = t.quote_id
        JOIN source_section section ON section.id = q.section_id
      WHERE section.source_id = ${id} AND ${readableSql(context)} AND ${countedSql(context)}
      ORDER BY section.sort_order, q.starts_at, q.id, t.code`,
  ]);
  const isReadable =
    source !== null && canReadSource(context.actor, { visibility: oneOf(VISIBILITIES, source.visibility) });
  if (!isReadable) return null;
  const rows = await rowsOf(found, context);
  return {
    id: source.id,
    title: bilingual(source.title, source.titleEn),
    publisher: bilingual(source.publisher, source.publisherEn),
    issue: bilingual(source.issue, source.issueEn),
    year: source.year,
    today: context.clock.today,
    outcomes: rows.map((row) => {
      const { value = null, asOf = null } = row.standing.latest ?? {};
      return { row, hasResult: value !== null, isFinal: yearEndValue({ value, asOf }, row.terms.dueOn).known };
    }),
  };
}
