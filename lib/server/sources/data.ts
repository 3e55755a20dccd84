// Reads of sources: the document as printed, its sentences tied to the targets they promise.
import "server-only";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { departmentName, namedAt } from "@/lib/server/departments/names";
import { listTargets } from "@/lib/server/targets/data";
import { bilingual } from "@/lib/server/targets/rows";
import type { DepartmentName, TargetRow } from "@/lib/server/targets/types";

export interface SourceSummary {
  readonly id: string;
  readonly title: Bilingual;
  readonly subtitle: Bilingual;
  readonly publisher: Bilingual;
  readonly issue: Bilingual;
  readonly year: number;
  readonly sections: number;
  readonly quotes: number;
  readonly targets: number;
}

interface QuotedTarget {
  readonly code: string;
  readonly title: Bilingual;
  readonly light: Light;
  readonly freshness: TargetRow["standing"]["freshness"];
}

export interface QuoteView {
  readonly key: string;
  readonly text: string;
  readonly textEn: string;
  readonly targets: readonly QuotedTarget[];
}

/** A run of a paragraph: plain text, or a quoted sentence. */
export interface TextRun {
  readonly text: string;
  readonly quote: QuoteView | null;
}

export interface SectionView {
  readonly key: string;
  readonly title: Bilingual | null;
  readonly author: string | null;
  readonly office: Bilingual;
  readonly department: DepartmentName;
  readonly paragraphs: readonly (readonly TextRun[])[];
  readonly quotes: readonly QuoteView[];
}

export interface SourceDetail extends Omit<SourceSummary, "sections" | "quotes" | "targets"> {
  readonly sections: readonly SectionView[];
}

const PARAGRAPH_BREAK = "\n\n";

interface Stretch {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly quote: QuoteView;
}

function runsOf(paragraph: string, startsAt: number, stretches: readonly Stretch[]): TextRun[] {
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

/** The body in paragraphs, each cut at its quotes. Of quotes that overlap, the one that starts first is marked. */
function paragraphsOf(body: string, stretches: readonly Stretch[]): TextRun[][] {
  const ordered = [...stretches].sort((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt);
  let startsAt = 0;
  return body.split(PARAGRAPH_BREAK).map((paragraph) => {
    const endsAt = startsAt + paragraph.length;
    const within = ordered.filter((one) => one.startsAt >= startsAt && one.endsAt <= endsAt);
    const runs = runsOf(paragraph, startsAt, within);
    startsAt = endsAt + PARAGRAPH_BREAK.length;
    return runs;
  });
}

/** A sentence counts once one of its targets is there for the actor. */
function quotedIn(sourceId: string, rows: readonly TargetRow[]): Pick<SourceSummary, "quotes" | "targets"> {
  const keys = rows.flatMap(({ quote }) => (quote?.sourceId === sourceId ? [quote.key] : []));
  return { quotes: new Set(keys).size, targets: keys.length };
}

export async function listSources(context: Context): Promise<SourceSummary[]> {
  const [sources, { rows }] = await Promise.all([
    db.source.findMany({
      include: { sections: { select: { id: true } } },
      orderBy: [{ year: "desc" }, { id: "asc" }],
    }),
    listTargets({ limit: null }, context),
  ]);
  return sources.map((source) => ({
    id: source.id,
    title: bilingual(source.title, source.titleEn),
    subtitle: bilingual(source.subtitle, source.subtitleEn),
    publisher: bilingual(source.publisher, source.publisherEn),
    issue: bilingual(source.issue, source.issueEn),
    year: source.year,
    sections: source.sections.length,
    ...quotedIn(source.id, rows),
  }));
}

export async function getSource(id: string, context: Context): Promise<SourceDetail | null> {
  const [source, { rows }] = await Promise.all([
    db.source.findUnique({
      where: { id },
      include: {
        sections: {
          orderBy: { order: "asc" },
          include: {
            department: { include: namedAt(context.clock.knownUntil) },
            quotes: { include: { targets: { select: { code: true }, orderBy: { code: "asc" } } } },
          },
        },
      },
    }),
    listTargets({ limit: null }, context),
  ]);
  if (source === null) return null;
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const quotedTarget = ({ code }: { code: string }): QuotedTarget[] => {
    const row = byCode.get(code);
    if (row === undefined) return [];
    return [{ code, title: row.title, light: oneOf(LIGHTS, row.standing.light), freshness: row.standing.freshness }];
  };
  return {
    id: source.id,
    title: bilingual(source.title, source.titleEn),
    subtitle: bilingual(source.subtitle, source.subtitleEn),
    publisher: bilingual(source.publisher, source.publisherEn),
    issue: bilingual(source.issue, source.issueEn),
    year: source.year,
    sections: source.sections.map((section) => {
      // A marked sentence says that somebody answers for it: none is marked for a target the actor may not read.
      const stretches = section.quotes.flatMap(({ key, text, textEn, startsAt, targets }): Stretch[] => {
        const readable = targets.flatMap(quotedTarget);
        if (readable.length === 0) return [];
        return [{ startsAt, endsAt: startsAt + text.length, quote: { key, text, textEn, targets: readable } }];
      });
      return {
        key: section.key,
        title: section.title === null ? null : bilingual(section.title, section.titleEn ?? section.title),
        author: section.author,
        office: bilingual(section.office, section.officeEn),
        department: departmentName(section.department),
        paragraphs: paragraphsOf(section.body, stretches),
        quotes: stretches.map((stretch) => stretch.quote),
      };
    }),
  };
}
