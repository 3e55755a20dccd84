// Quantified commitments and reported figures of a document, each with the words that decided its fields.
import { type Compound, joinCompounds } from "@/lib/imports/documents/compounds";
import { impliedUnit } from "@/lib/imports/documents/implied-units";
import { type Kind, kindAt, kindOfHeading } from "@/lib/imports/documents/kinds";
import { metricName } from "@/lib/imports/documents/metric-names";
import { ownerFinder } from "@/lib/imports/documents/owner-scope";
import { roleOf } from "@/lib/imports/documents/roles";
import {
  clauseEnd,
  clauseStart,
  type Paragraph,
  type Sentence,
  splitParagraphs,
} from "@/lib/imports/documents/segments";
import { yearFinder } from "@/lib/imports/documents/year-scope";
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
  readonly kindWord: string;
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

/** All quantified commitments and results of a text, in order. Never throws. */
export function extractCommitments(text: string, options: ExtractOptions = {}): Commitment[] {
  const paragraphs = splitParagraphs(text);
  const documentYear = options.year ?? documentYearOf(text);
  const quantities = findQuantities(text);
  const owners = ownerFinder(paragraphs);
  const years = yearFinder(text, paragraphs, documentYear);
  const kinds = new KindState(paragraphs[0]?.text ?? "");
  const found: Commitment[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    kinds.enter(paragraph);
    for (const sentence of paragraph.sentences) {
      const inside: Quantity[] = [];
      while (next < quantities.length && (quantities[next]?.at ?? 0) < sentence.end) {
        const quantity = quantities[next];
        if (quantity !== undefined && quantity.at >= sentence.at) inside.push(quantity);
        next += 1;
      }
      if (paragraph.headingLevel === 1) continue;
      const read = readSentence(text, sentence, inside);
      for (const one of read) {
        const date = years.at(one.compound.quantity, sentence, one.after);
        const kind = kinds.at(sentence, one, date, documentYear);
        const owner = owners.at(one.compound.quantity.at, sentence);
        const { quantity } = one.compound;
        found.push({
          ...one.compound,
          quantity: { ...quantity, unit: impliedUnit(quantity, text, one.at, sentence.end) },
          baseline:
            one.baseline === null ? null : { quantity: one.baseline, year: years.baselineAt(one.baseline, sentence) },
          kind: kind.kind,
          kindWord: kind.word,
          metric: one.metric,
          year: date.year,
          deadlineText: date.text,
          dueOn: date.on,
          owner: owner?.owner ?? null,
          supporting: owner?.supporting ?? [],
          at: one.at,
          end: one.end,
          paragraph: paragraph.index,
        });
      }
      kinds.leave(sentence);
    }
  }
  return found;
}

interface ReadFigure {
  readonly compound: Compound;
  readonly baseline: Quantity | null;
  readonly metric: string;
  readonly at: number;
  readonly end: number;
  /** Where the next figure starts, or the sentence ends. */
  readonly after: number;
}

function readSentence(text: string, sentence: Sentence, quantities: readonly Quantity[]): ReadFigure[] {
  const baselines = new Map<Quantity, Quantity>();
  const figures: Quantity[] = [];
  let pending: Quantity | null = null;
  for (const [index, quantity] of quantities.entries()) {
    const context = {
      text,
      from: sentence.at,
      to: sentence.end,
      next: quantities[index + 1] ?? null,
      previous: quantities[index - 1] ?? null,
    };
    const role = roleOf(quantity, context);
    if (role === "baseline") {
      const last = figures.at(-1);
      const isAfter =
        last !== undefined && !/[从由自]|^\s*from/i.test(text.slice(last.phraseEnd, quantity.at).slice(-24));
      if (isAfter && !baselines.has(last)) baselines.set(last, quantity);
      else pending = quantity;
    }
    if (role !== "figure") continue;
    figures.push(quantity);
    if (pending !== null) baselines.set(quantity, pending);
    pending = null;
  }
  return describe(text, sentence, joinCompounds(text, figures), baselines);
}

function describe(
  text: string,
  sentence: Sentence,
  compounds: readonly Compound[],
  baselines: ReadonlyMap<Quantity, Quantity>,
): ReadFigure[] {
  const found: ReadFigure[] = [];
  let previous: ReadFigure | null = null;
  for (const [index, compound] of compounds.entries()) {
    const { quantity } = compound;
    const baseline = baselines.get(quantity) ?? null;
    const anchor: Quantity =
      baseline !== null && baseline.at < quantity.at ? { ...quantity, phraseAt: baseline.phraseAt } : quantity;
    const start = clauseStart(text, anchor.phraseAt, sentence.at);
    const from = Math.max(start, previous === null ? 0 : previous.end);
    const after = compounds[index + 1]?.quantity.phraseAt ?? sentence.end;
    const last = Math.max(quantity.phraseEnd, compound.growth?.phraseEnd ?? 0, compound.rank?.phraseEnd ?? 0);
    const end = Math.min(clauseEnd(text, last, sentence.end), Math.max(after, last));
    const name = metricName(anchor, {
      text,
      from,
      to: Math.min(clauseEnd(text, quantity.phraseEnd, sentence.end), after),
      previous: previous?.metric ?? null,
    });
    previous = { compound, baseline, metric: name, at: from, end: quantity.phraseEnd, after };
    found.push({ ...previous, end });
  }
  return found;
}

/** The kind that carries from sentence to sentence and from heading to paragraph. */
class KindState {
  private readonly headings: (Kind | null)[] = [];
  private carried: { kind: Kind; word: string } | null = null;
  private last: { kind: Kind; word: string } | null = null;

  constructor(title: string) {
    this.headings[0] = kindOfHeading(title);
  }

  enter(paragraph: Paragraph): void {
    this.carried = null;
    const level = paragraph.headingLevel;
    if (level === null) return;
    this.headings.length = Math.min(this.headings.length, level);
    this.headings[level] = kindOfHeading(paragraph.text);
  }

  at(
    sentence: Sentence,
    figure: ReadFigure,
    date: { year: number | null; isOwn: boolean },
    documentYear: number | null,
  ): { kind: Kind; word: string } {
    const { quantity } = figure.compound;
    const read = kindAt(
      sentence.text,
      quantity.numAt - sentence.at,
      Math.max(figure.end, quantity.phraseEnd) - sentence.at,
    );
    this.last = read ?? this.byYear(date, documentYear) ?? this.carried ?? this.byHeading();
    return this.last;
  }

  private byYear(
    date: { year: number | null; isOwn: boolean },
    documentYear: number | null,
  ): { kind: Kind; word: string } | null {
    if (!date.isOwn || date.year === null || documentYear === null || date.year === documentYear) return null;
    return { kind: date.year < documentYear ? "actual" : "target", word: `${date.year}` };
  }

  private byHeading(): { kind: Kind; word: string } {
    const kind = this.headings.findLast((one) => one != null);
    return { kind: kind ?? "target", word: "" };
  }

  leave(_sentence: Sentence): void {
    if (this.last !== null && this.last.word !== "") this.carried = this.last;
    this.last = null;
  }
}
