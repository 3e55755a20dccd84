// The API's list of targets. A row consists of one statement's columns, as text where the API has text; a target's
// terms are replayed only if they have changed since.
import "server-only";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import {
  BASELINE_ORIGINS,
  COMPARATORS,
  FRESHNESSES,
  JUDGINGS,
  LIGHTS,
  METRIC_KINDS,
  TARGET_STATES,
} from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import type { TargetJson } from "@/lib/schemas/api";
import type { TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import { rowsOf } from "@/lib/server/targets/data";
import {
  encodeCursor,
  inOrder,
  pageSql,
  STANDING_COLUMNS,
  type StandingRow,
  standingsSql,
} from "@/lib/server/targets/list-query";
import { readableQuoteSql } from "@/lib/server/targets/readable";
import { targetJson } from "./target-json";

interface JsonRow {
  readonly code: string;
  /** Its terms or state have changed, before or after the viewed day. */
  readonly is_changed: boolean;
  readonly title: string;
  readonly owner_slug: string;
  readonly owner_name: string;
  readonly supporting: TargetJson["supporting"];
  readonly responsible_post: string | null;
  readonly leader_in_charge: string | null;
  readonly metric_name: string;
  readonly unit: string;
  readonly unit_en: string | null;
  readonly kind: string;
  readonly comparator: string;
  readonly target_value: string | null;
  readonly upper_value: string | null;
  readonly stretch_value: string | null;
  readonly baseline_value: string | null;
  readonly baseline_year: number | null;
  readonly baseline_origin: string | null;
  readonly baseline_provisional: boolean | null;
  readonly period_printed: boolean;
  readonly publication_lag_months: number;
  readonly start_on: string;
  readonly due_on: string;
  readonly state: string;
  readonly labels: TargetJson["labels"];
  readonly quote_text: string | null;
  readonly source_id: string | null;
  readonly value: string | null;
  readonly as_of: string | null;
  readonly sample: boolean;
  readonly completion_ratio: number | null;
  readonly expected_ratio: number | null;
  readonly gap_points: number | null;
  readonly gap_value: string | null;
  readonly judged_value: string | null;
  readonly or_better: boolean;
  readonly tolerance: string | null;
  readonly judging: string;
  readonly light: string;
  readonly freshness: string;
  /** The number by which it was sorted. */
  readonly place: string;
}

/** Removes trailing zeros: 402.000000 is 402. */
function plain(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`trim_scale(${column})::text`;
}

function columnsIn(lang: Language, moment: Date): Prisma.Sql {
  const [title, owner, metric] =
    lang === "en"
      ? [Prisma.sql`t.title_en`, Prisma.sql`d.name_en`, Prisma.sql`m.name_en`]
      : [Prisma.sql`t.title`, Prisma.sql`d.name`, Prisma.sql`m.name`];
  return Prisma.sql`t.code, ${title} AS title, d.slug AS owner_slug, ${owner} AS owner_name, ${metric} AS metric_name,
    ${supportingSql(lang, moment)} AS supporting, t.responsible_post, t.leader_in_charge,
    m.unit, m.unit_en, m.kind, t.comparator, t.or_better, ${plain(Prisma.sql`t.tolerance`)} AS tolerance, t.judging,
    ${plain(Prisma.sql`t.value`)} AS target_value,
    ${plain(Prisma.sql`t.upper_value`)} AS upper_value, ${plain(Prisma.sql`t.stretch_value`)} AS stretch_value,
    ${plain(Prisma.sql`t.baseline_value`)} AS baseline_value, t.baseline_year, t.baseline_origin, t.baseline_provisional,
    t.start_on::text, t.due_on::text, t.period_printed, t.publication_lag_months, t.state, ${labelsSql(lang)} AS labels,
    q.text AS quote_text,
    section.source_id,
    ${plain(Prisma.sql`s.value`)} AS value, s.as_of::text, s.illustrative AS sample,
    s.completion_ratio::float8, s.expected_ratio::float8, s.gap_points::float8, ${plain(Prisma.sql`s.gap_value`)} AS gap_value,
    ${plain(Prisma.sql`s.judged_value`)} AS judged_value, s.light, s.freshness`;
}

/** The departments that support a target today, under their names at `moment`. */
function supportingSql(lang: Language, moment: Date): Prisma.Sql {
  const name = lang === "en" ? Prisma.sql`n.name_en` : Prisma.sql`n.name`;
  return Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('slug', n.slug, 'name', ${name}) ORDER BY n.sort_order, n.slug)
    FROM target_support x JOIN department_named_on(${moment}) n ON n.id = x.department_id
    WHERE x.target_id = t.id), '[]')`;
}

/** The labels of a target as the API has them: topics, plans, categories. */
function labelsSql(lang: Language): Prisma.Sql {
  const name = lang === "en" ? Prisma.sql`coalesce(nullif(l.name_en, ''), l.name)` : Prisma.sql`l.name`;
  return Prisma.sql`coalesce((SELECT jsonb_agg(
      jsonb_build_object('id', l.id, 'kind', l.kind, 'name', ${name}, 'number', x.number)
      ORDER BY array_position(${[...LABEL_KINDS]}::text[], l.kind), l.sort_order, l.id)
    FROM target_label x JOIN label l ON l.id = x.label_id WHERE x.target_id = t.id), '[]')`;
}

/**
 * The page is joined first: with more than eight tables, PostgreSQL joins them in the written order, and the page last
 * would mean every target with its quote and metric.
 */
async function queryRows(filters: TargetFilters, context: Context, lang: Language): Promise<JsonRow[]> {
  const moment = context.clock.knownUntil;
  return db.$queryRaw<JsonRow[]>`
    WITH ${pageSql(filters, context)}
    SELECT ${columnsIn(lang, moment)}, page.sort_key::text AS place,
      s.adjusted OR EXISTS (SELECT FROM revision r WHERE r.target_id = t.id AND r.revised_at > ${moment})
        OR EXISTS (SELECT FROM target_transition x WHERE x.target_id = t.id AND x.at > ${moment}) AS is_changed
    FROM page JOIN (${standingsSql(context)}) ON s.target_id = page.target_id
      JOIN metric m ON m.id = t.metric_id
      LEFT JOIN quote q ON q.id = t.quote_id AND ${readableQuoteSql(context)} LEFT JOIN source_section section ON section.id = q.section_id
    ORDER BY ${inOrder(filters)}`;
}

function jsonOf(row: JsonRow): TargetJson {
  const { baseline_value: baseline, baseline_year: year, baseline_origin: origin } = row;
  return {
    code: row.code,
    title: row.title,
    owner: { slug: row.owner_slug, name: row.owner_name },
    supporting: row.supporting,
    responsiblePost: row.responsible_post,
    leaderInCharge: row.leader_in_charge,
    metric: { name: row.metric_name, unit: row.unit, unitEn: row.unit_en, kind: oneOf(METRIC_KINDS, row.kind) },
    comparator: oneOf(COMPARATORS, row.comparator),
    orBetter: row.or_better,
    tolerance: row.tolerance,
    judging: oneOf(JUDGINGS, row.judging),
    targetValue: row.target_value,
    upperValue: row.upper_value,
    stretchValue: row.stretch_value,
    baseline:
      baseline === null || year === null || origin === null
        ? null
        : {
            value: baseline,
            year,
            derived: origin === "derived",
            origin: oneOf(BASELINE_ORIGINS, origin),
            provisional: row.baseline_provisional === true,
          },
    year: Number(row.due_on.slice(0, 4)),
    startOn: row.start_on,
    dueOn: row.due_on,
    publicationLagMonths: row.publication_lag_months,
    periodAssumed: !row.period_printed,
    state: oneOf(TARGET_STATES, row.state),
    labels: row.labels,
    quote: row.quote_text === null || row.source_id === null ? null : { text: row.quote_text, sourceId: row.source_id },
    latest: row.as_of === null ? null : { value: row.value, asOf: row.as_of, sample: row.sample },
    completionRatio: row.completion_ratio,
    expectedRatio: row.expected_ratio,
    gapPoints: row.gap_points,
    gapValue: row.gap_value,
    judgedValue: row.judged_value,
    light: oneOf(LIGHTS, row.light),
    freshness: oneOf(FRESHNESSES, row.freshness),
    adjusted: false,
    original: null,
  };
}

/** Revised targets are read with their history, to compute the terms of that day. */
async function changedRows(codes: readonly string[], context: Context, lang: Language) {
  if (codes.length === 0) return new Map<string, TargetJson>();
  const standings = await db.$queryRaw<StandingRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key FROM ${standingsSql(context)} WHERE t.code = ANY(${[...codes]})`;
  const rows = await rowsOf(standings, context);
  return new Map(rows.map((row) => [row.code, targetJson(row, lang)]));
}

export interface TargetListJson {
  readonly data: TargetJson[];
  readonly nextCursor: string | null;
}

/** One page, with the same rows as targetJson(); a test compares the two. */
export async function listTargetsJson(
  filters: TargetFilters & { readonly limit: number },
  context: Context,
  lang: Language,
): Promise<TargetListJson> {
  const found = await queryRows(filters, context, lang);
  const page = found.slice(0, filters.limit);
  const changed = page.filter((row) => row.is_changed).map((row) => row.code);
  const replayed = await changedRows(changed, context, lang);
  const last = page.at(-1);
  return {
    data: page.map((row) => replayed.get(row.code) ?? jsonOf(row)),
    nextCursor:
      found.length > page.length && last !== undefined ? encodeCursor({ sort_key: last.place, code: last.code }) : null,
  };
}
