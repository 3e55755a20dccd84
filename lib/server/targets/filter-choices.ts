// What the list of targets can be filtered by: the years, sections of sources and labels of the readable targets.
import "server-only";
import type { LabelKind } from "@/lib/domain/targets/labels";
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

interface LabelRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly name_en: string;
}

async function readLabelChoices(context: Context): Promise<FilterChoices["labels"]> {
  const rows = await db.$queryRaw<LabelRow[]>`
    SELECT l.id::text, l.kind, l.name, l.name_en FROM label l WHERE l.id IN (
      SELECT x.label_id FROM ${bareStandingsSql(context)} JOIN target_label x ON x.target_id = t.id
      WHERE ${readableSql(context)})
    ORDER BY l.sort_order, l.id`;
  const of = (kind: LabelKind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, name, name_en }) => ({ value: id, name: bilingual(name, name_en || name) }));
  return { topic: of("topic"), plan: of("plan"), category: of("category") };
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
    labels: await readLabelChoices(context),
  };
}

export function listFilterChoices(context: Context): Promise<FilterChoices> {
  return cachedForVisitors("filter choices", context, () => readFilterChoices(context));
}
