// Quantified commitments and reported figures of a document, each with the words that decided its fields.
import { type ReadFigure, readFigures } from "@/lib/imports/documents/figures";
import { impliedUnit } from "@/lib/imports/documents/implied-units";
import { KindState } from "@/lib/imports/documents/kind-state";
import type { Kind } from "@/lib/imports/documents/kinds";
import { findMilestones, type MilestoneClause } from "@/lib/imports/documents/milestones";
import { type OwnerFinder, ownerFinder } from "@/lib/imports/documents/owner-scope";
import { type Sentence, splitParagraphs } from "@/lib/imports/documents/segments";
import { type YearFinder, yearFinder } from "@/lib/imports/documents/year-scope";
import { documentYearOf } from "@/lib/imports/documents/years";
import { findQuantities, type Quantity } from "@/lib/imports/grammar/quantities";

export interface Commitment {
  readonly quantity: Quantity;
  /** Signed per cent, its own or that of the growth in the same clause. */
  readonly growthPct: string | null;
  /** The growth and the rank printed with the figure. */
  readonly growth: Quantity | null;
  readonly rank: Quantity | null;
  readonly baseline: { readonly quantity: Quantity; readonly year: number | null } | null;
  readonly kind: Kind;
  /** The cue that decided the kind; "" for the default. */
  readonly word: string;
  readonly metric: string;
  readonly year: number | null;
  readonly deadlineText: string | null;
  /** The day of a deadline that is more exact than its year. */
  readonly dueOn: string | null;
  readonly owner: string | null;
  readonly supporting: readonly string[];
  /** Offsets of the clause or clauses it stands in. */
  readonly at: number;
  readonly end: number;
  readonly paragraph: number;
}

export interface ExtractOptions {
  /** The year the document speaks in; by default read from the document. */
  readonly year?: number;
}

/** A qualitative commitment: its clause, the verb that makes it one, and what governs it. */
export interface Milestone {
  readonly clause: MilestoneClause;
  readonly year: number | null;
  readonly deadlineText: string | null;
  readonly dueOn: string | null;
  readonly owner: string | null;
  readonly paragraph: number;
}

export interface Extraction {
  readonly commitments: readonly Commitment[];
  readonly milestones: readonly Milestone[];
}

/**
 * The quantified commitments and results, and the qualitative commitments (milestones), each in order. Never throws; the
 * time is linear in the text's length.
 */
export function extractDocument(text: string, options: ExtractOptions = {}): Extraction {
  const paragraphs = splitParagraphs(text);
  const documentYear = options.year ?? documentYearOf(text);
  const quantities = findQuantities(text);
  const scope: Scope = {
    text,
    documentYear,
    owners: ownerFinder(paragraphs),
    years: yearFinder(text, paragraphs, documentYear),
    kinds: new KindState(paragraphs[0], documentYear),
  };
  const commitments: Commitment[] = [];
  const milestones: Milestone[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    scope.kinds.enter(paragraph);
    for (const sentence of paragraph.sentences) {
      const start = next;
      while (next < quantities.length && (quantities[next]?.at ?? 0) < sentence.end) next += 1;
      // The title names the document.
      if (paragraph.headingLevel === 1) continue;
      const own: Commitment[] = [];
      for (const figure of readFigures(text, sentence, quantities.slice(start, next))) {
        own.push(commitmentOf(scope, sentence, figure, (own.at(-1) ?? commitments.at(-1))?.quantity.unit ?? ""));
      }
      commitments.push(...own);
      if (paragraph.headingLevel === null) milestones.push(...milestonesOf(scope, sentence, own));
    }
  }
  return { commitments, milestones };
}

interface Scope {
  readonly text: string;
  readonly documentYear: number | null;
  readonly owners: OwnerFinder;
  readonly years: YearFinder;
  readonly kinds: KindState;
}

function commitmentOf(scope: Scope, sentence: Sentence, figure: ReadFigure, lastUnit: string): Commitment {
  const { text, years } = scope;
  const { quantity, growthPct, growth, rank } = figure.compound;
  const date = years.at(quantity, sentence, figure.after);
  const span = { at: quantity.numAt, end: Math.max(figure.end, quantity.phraseEnd) };
  const kind = scope.kinds.at(sentence, span, date, quantity.words);
  const owner = scope.owners.at(quantity.at, sentence);
  const { baseline } = figure;
  return {
    quantity: { ...quantity, unit: impliedUnit(quantity, text, figure.at, sentence.end, lastUnit) },
    growthPct,
    growth,
    rank,
    metric: figure.metric,
    ...kind,
    baseline: baseline === null ? null : { quantity: baseline, year: years.baselineAt(baseline, sentence) },
    year: date.isHorizon && kind.kind === "actual" ? scope.documentYear : date.year,
    deadlineText: date.text,
    dueOn: date.on,
    owner: owner?.owner ?? null,
    supporting: owner?.supporting ?? [],
    at: figure.at,
    end: figure.end,
    paragraph: sentence.paragraph,
  };
}

/** Only promises: 已出台… is a result. */
function milestonesOf(scope: Scope, sentence: Sentence, taken: readonly Commitment[]): Milestone[] {
  return findMilestones(sentence, taken).flatMap((clause) => {
    // The date may stand in the clause itself, before its verb: 6月底前出台.
    const deed = { at: clause.at + clause.text.indexOf(clause.verb), end: clause.end };
    const date = scope.years.at(deed, sentence, sentence.end);
    if (scope.kinds.at(sentence, clause, date, []).kind === "actual") return [];
    const owner = scope.owners.at(clause.at, sentence);
    return [
      {
        clause,
        year: date.year,
        deadlineText: date.text,
        dueOn: date.on,
        owner: owner?.owner ?? null,
        paragraph: sentence.paragraph,
      },
    ];
  });
}
