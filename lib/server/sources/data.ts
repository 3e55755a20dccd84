// Reads of sources: the document as printed, with its sentences linked to their targets.
import "server-only";
import { canReadSource } from "@/lib/domain/permissions/can";
import { FRESHNESSES, LIGHTS, VISIBILITIES } from "@/lib/domain/targets/types";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOrNull, oneOf } from "@/lib/server/db/columns";
import { departmentName, namedAt } from "@/lib/server/departments/names";
import { countedSql } from "@/lib/server/targets/counted";
import { type StandingRow, standingsSql } from "@/lib/server/targets/list-query";
import { readableSql } from "@/lib/server/targets/readable";
import { bilingual } from "@/lib/server/targets/rows";
import type { QuotedTarget, QuoteView, SourceDetail, SourceSummary, TextRun } from "@/lib/views/source";

const PARAGRAPH_BREAK = "\n\n";

interface Stretch {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly quote: QuoteView;
}

function splitByQuotes(paragraph: string, startsAt: number, stretches: readonly Stretch[]): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const stretch of stretches) {
    const from = stretch.startsAt - startsAt;
    const to = stretch.endsAt - startsAt;
    if (from < at || to > paragraph.length) continue;
    if (from > at) runs.push({ text: paragraph.slice(at, from), quote: null });
    runs.push({ text: paragraph.slice(from, to), quote: stretch.quote });
    at = to;
  }
  if (at < paragraph.length) runs.push({ text: paragraph.slice(at), quote: null });
  return runs;
}

/** The body in paragraphs, each split at its quotes. Of overlapping quotes, the one that starts first is marked. */
function paragraphsOf(body: string, stretches: readonly Stretch[]): TextRun[][] {
  const ordered = [...stretches].sort((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt);
  let startsAt = 0;
  return body.split(PARAGRAPH_BREAK).map((paragraph) => {
    const endsAt = startsAt + paragraph.length;
    const within = ordered.filter((one) => one.startsAt >= startsAt && one.endsAt <= endsAt);
    const runs = splitByQuotes(paragraph, startsAt, within);
    startsAt = endsAt + PARAGRAPH_BREAK.length;
    return runs;
  });
}

function visibilityOf({ visibility }: { readonly visibility: string }) {
  return oneOf(VISIBILITIES, visibility);
}

/** The sentences of each source from which the actor's targets come, and those targets. */
async function countQuoted(context: Context): Promise<Map<string, Pick<SourceSummary, "quotes" | "targets">>> {
  const counts = await db.$queryRaw<{ source_id: string; quotes: number; targets: number }[]>`
    SELECT section.source_id, count(DISTINCT q.id)::int AS quotes, count(*)::int AS targets
    FROM ${standingsSql(context)} JOIN quote q ON q.id = t.quote_id JOIN source_section section ON section.id = q.section_id
    WHERE ${readableSql(context)} AND ${countedSql(context)} GROUP BY section.source_id`;
  return new Map(counts.map(({ source_id, quotes, targets }) => [source_id, { quotes, targets }]));
}

export async function listSources(context: Context): Promise<SourceSummary[]> {
  const [all, counts] = await Promise.all([
    db.source.findMany({
      include: { sections: { select: { id: true } } },
      orderBy: [{ year: "desc" }, { id: "asc" }],
    }),
    countQuoted(context),
  ]);
  const sources = all.filter((source) => canReadSource(context.actor, { visibility: visibilityOf(source) }));
  return sources.map((source) => ({
    id: source.id,
    visibility: visibilityOf(source),
    isAdded: source.textHash !== null,
    publishedOn: dayOrNull(source.publishedOn),
    address: source.address,
    title: bilingual(source.title, source.titleEn),
    subtitle: bilingual(source.subtitle, source.subtitleEn),
    publisher: bilingual(source.publisher, source.publisherEn),
    issue: bilingual(source.issue, source.issueEn),
    year: source.year,
    sections: source.sections.length,
    ...(counts.get(source.id) ?? { quotes: 0, targets: 0 }),
  }));
}

interface QuotedRow extends Pick<StandingRow, "code" | "light" | "freshness"> {
  readonly quote_id: string;
  readonly title: string;
  readonly title_en: string;
}

/** The size of a document is limited, so this reads all its targets, by their quote. */
async function listQuotedTargets(sourceId: string, context: Context): Promise<Map<string, QuotedTarget[]>> {
  const rows = await db.$queryRaw<QuotedRow[]>`
    SELECT t.quote_id, t.code, t.title, t.title_en, s.light, s.freshness
    FROM ${standingsSql(context)} JOIN quote q ON q.id = t.quote_id JOIN source_section section ON section.id = q.section_id
    WHERE section.source_id = ${sourceId} AND ${readableSql(context)} AND ${countedSql(context)}
    ORDER BY t.code`;
  const byQuote = new Map<string, QuotedTarget[]>();
  for (const { quote_id, code, title, title_en, light, freshness } of rows) {
    const target = { code, title: bilingual(title, title_en), light: oneOf(LIGHTS, light) };
    const others = byQuote.get(quote_id) ?? [];
    byQuote.set(quote_id, [...others, { ...target, freshness: oneOf(FRESHNESSES, freshness) }]);
  }
  return byQuote;
}

export async function getSource(id: string, context: Context): Promise<SourceDetail | null> {
  const [source, quoted] = await Promise.all([
    db.source.findUnique({
      where: { id },
      include: {
        sections: {
          orderBy: { order: "asc" },
          include: {
            department: { include: namedAt(context.clock.knownUntil) },
            quotes: true,
          },
        },
      },
    }),
    listQuotedTargets(id, context),
  ]);
  if (source === null || !canReadSource(context.actor, { visibility: visibilityOf(source) })) return null;
  return {
    id: source.id,
    visibility: visibilityOf(source),
    isAdded: source.textHash !== null,
    publishedOn: dayOrNull(source.publishedOn),
    address: source.address,
    title: bilingual(source.title, source.titleEn),
    subtitle: bilingual(source.subtitle, source.subtitleEn),
    publisher: bilingual(source.publisher, source.publisherEn),
    issue: bilingual(source.issue, source.issueEn),
    year: source.year,
    sections: source.sections.map((section) => {
      // A mark reveals that a target exists: a sentence is not marked for a target that the actor may not read.
      const stretches = section.quotes.flatMap(({ id: quoteId, key, text, textEn, startsAt }): Stretch[] => {
        const readable = quoted.get(quoteId);
        if (readable === undefined) return [];
        return [{ startsAt, endsAt: startsAt + text.length, quote: { key, text, textEn, targets: readable } }];
      });
      return {
        key: section.key,
        title: section.title === null ? null : bilingual(section.title, section.titleEn ?? section.title),
        author: section.author,
        office: bilingual(section.office, section.officeEn),
        department: section.department === null ? null : departmentName(section.department),
        paragraphs: paragraphsOf(section.body, stretches),
        quotes: stretches.map((stretch) => stretch.quote),
      };
    }),
  };
}
