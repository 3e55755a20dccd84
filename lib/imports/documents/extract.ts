// Quantified commitments and reported figures of a document, each with the words that decided its fields.
import { type ReadFigure, readFigures } from "@/lib/imports/documents/figures";
import { impliedUnit } from "@/lib/imports/documents/implied-units";
import { KindState } from "@/lib/imports/documents/kind-state";
import type { Kind } from "@/lib/imports/documents/kinds";
import { ownerFinder } from "@/lib/imports/documents/owner-scope";
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

/** All quantified commitments and results of a text, in order. Never throws; the time is linear in the text's length. */
export function extractCommitments(text: string, options: ExtractOptions = {}): Commitment[] {
  const paragraphs = splitParagraphs(text);
  const documentYear = options.year ?? documentYearOf(text);
  const quantities = findQuantities(text);
  const owners = ownerFinder(paragraphs);
  const years = yearFinder(text, paragraphs, documentYear);
  const kinds = new KindState(paragraphs[0]?.text ?? "", documentYear);
  const found: Commitment[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    kinds.enter(paragraph);
    for (const sentence of paragraph.sentences) {
      const start = next;
      while (next < quantities.length && (quantities[next]?.at ?? 0) < sentence.end) next += 1;
      // The title names the document.
      if (paragraph.headingLevel === 1) continue;
      for (const figure of readFigures(text, sentence, quantities.slice(start, next))) {
        const date = years.at(figure.compound.quantity, sentence, figure.after);
        const kind = kinds.at(sentence, figure, date);
        const owner = owners.at(figure.compound.quantity.at, sentence);
        const lastUnit = found.at(-1)?.quantity.unit ?? "";
        found.push({
          ...describe(text, sentence, figure, lastUnit),
          ...kind,
          baseline: baselineOf(figure, years.baselineAt, sentence),
          year: date.isHorizon && kind.kind === "actual" ? documentYear : date.year,
          deadlineText: date.text,
          dueOn: date.on,
          owner: owner?.owner ?? null,
          supporting: owner?.supporting ?? [],
        });
      }
    }
  }
  return found;
}

function describe(text: string, sentence: Sentence, figure: ReadFigure, lastUnit: string) {
  const { quantity, growthPct, growth, rank } = figure.compound;
  const unit = impliedUnit(quantity, text, figure.at, sentence.end, lastUnit);
  return {
    quantity: { ...quantity, unit },
    growthPct,
    growth,
    rank,
    metric: figure.metric,
    at: figure.at,
    end: figure.end,
    paragraph: sentence.paragraph,
  };
}

function baselineOf(
  { baseline }: ReadFigure,
  yearOf: YearFinder["baselineAt"],
  sentence: Sentence,
): Commitment["baseline"] {
  return baseline === null ? null : { quantity: baseline, year: yearOf(baseline, sentence) };
}
