// What the list of targets can be filtered by: the years and the sections of sources of the readable targets.
import "server-only";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { FilterChoices } from "@/lib/views/target";
import { bareStandingsSql } from "./list-query";
import { readableQuoteSql, readableSql } from "./readable";
import { bilingual } from "./rows";

interface ChoiceRow {
  readonly year: number;
  readonly source_id: string | null;
  readonly key: string;
  readonly title: string | null;
  readonly title_en: string | null;
  readonly office: string;
  readonly office_en: string;
}

async function readFilterChoices(context: Context): Promise<FilterChoices> {
  const rows = await db.$queryRaw<ChoiceRow[]>`
    SELECT DISTINCT extract(year FROM s.due_on)::int AS year, x.source_id, x.key, x.sort_order,
      x.title, x.title_en, x.office, x.office_en
    FROM ${bareStandingsSql(context)}
    LEFT JOIN quote q ON q.id = t.quote_id AND ${readableQuoteSql(context)} LEFT JOIN source_section x ON x.id = q.section_id
    WHERE ${readableSql(context)}
    ORDER BY x.source_id, x.sort_order`;
  const sections = new Map(
    rows.flatMap(({ source_id: source, key, title, title_en, office, office_en }) => {
      if (source === null) return [];
      const name = title === null ? bilingual(office, office_en) : bilingual(title, title_en ?? title);
      return [[`${source}.${key}`, name] as const];
    }),
  );
  return {
    years: [...new Set(rows.map(({ year }) => year))].sort((one, other) => other - one),
    sections: [...sections].map(([value, name]) => ({ value, name })),
  };
}

export function listFilterChoices(context: Context): Promise<FilterChoices> {
  return cachedForVisitors("filter choices", context, () => readFilterChoices(context));
}
