// The text that the search matches. The database stores it folded (search_form), each name on a separate line.
import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/** Adds the quotes of a source that is now public to the targets that cite it, or removes those of an internal one. */
export async function searchQuotesOf(tx: Transaction, sourceId: string, isPublic: boolean): Promise<void> {
  await tx.$executeRaw`
    UPDATE target t SET search_text = concat_ws(chr(10),
      (SELECT string_agg(line.text, chr(10) ORDER BY line.place)
       FROM unnest(string_to_array(t.search_text, chr(10))) WITH ORDINALITY AS line (text, place)
       WHERE line.text NOT IN (search_form(q.text), search_form(q.text_en))),
      CASE WHEN ${isPublic} THEN q.text || chr(10) || q.text_en END)
    FROM quote q JOIN source_section section ON section.id = q.section_id
    WHERE q.id = t.quote_id AND section.source_id = ${sourceId}`;
}

/** Replaces the lines with a metric's former names by its new names, in every target of the metric. */
export async function renameInSearch(
  tx: Transaction,
  metricId: string,
  renames: readonly (readonly [before: string, after: string])[],
): Promise<void> {
  const [before, after] = [renames.map(([old]) => old), renames.map(([, name]) => name)];
  await tx.$executeRaw`
    UPDATE target t SET search_text = (
      SELECT string_agg(coalesce(
        (SELECT r.after FROM unnest(${before}::text[], ${after}::text[]) AS r (before, after)
         WHERE search_form(r.before) = line.text LIMIT 1),
        line.text), chr(10) ORDER BY line.place)
      FROM unnest(string_to_array(t.search_text, chr(10))) WITH ORDINALITY AS line (text, place))
    WHERE t.metric_id = ${metricId}::uuid`;
}
