// The kind of each figure, with what carries from sentence to sentence and from heading to paragraph.
import type { ReadFigure } from "@/lib/imports/documents/figures";
import {
  type Cue,
  findCues,
  type Kind,
  type KindReading,
  kindAt,
  kindOfHeading,
  labelEnd,
} from "@/lib/imports/documents/kinds";
import type { Paragraph, Sentence } from "@/lib/imports/documents/segments";
import type { Quantity } from "@/lib/imports/grammar/quantities";

interface DateOfFigure {
  readonly year: number | null;
  /** Whether it stands in the figure's own paragraph. */
  readonly isOwn: boolean;
}

/** Reads the paragraphs of a document in order. */
export class KindState {
  private readonly headings: (Kind | null)[] = [];
  private readonly documentYear: number | null;
  private carried: KindReading | null = null;
  private paragraph: Paragraph | null = null;
  private read: { at: number; text: string; cues: Cue[] } | null = null;

  constructor(title: string, documentYear: number | null) {
    this.headings[0] = kindOfHeading(title);
    this.documentYear = documentYear;
  }

  enter(paragraph: Paragraph): void {
    this.carried = null;
    this.paragraph = paragraph;
    const level = paragraph.headingLevel;
    if (level === null) return;
    this.headings.length = Math.min(this.headings.length, level);
    this.headings[level] = kindOfHeading(paragraph.text);
  }

  /** The figure's own cue, its bound, its year, the kind of the sentence before, the heading; a promise by default. */
  at(sentence: Sentence, figure: ReadFigure, date: DateOfFigure): KindReading {
    const { quantity } = figure.compound;
    const { at, text, cues } = this.cuesOf(sentence);
    const own = kindAt(text, cues, quantity.numAt - at, Math.max(figure.end, quantity.phraseEnd) - at);
    const read = own ?? this.byYear(date);
    if (read !== null) this.carried = read;
    return read ?? byBound(quantity) ?? this.carried ?? this.byHeading();
  }

  /** The cues up to the full stop: a plan and its progress stand on the two sides of a semicolon. */
  private cuesOf({ full }: Sentence): { at: number; text: string; cues: Cue[] } {
    if (this.read?.at === full.at) return this.read;
    const offset = this.paragraph?.at ?? 0;
    const text = this.paragraph?.text.slice(full.at - offset, full.end - offset) ?? "";
    const label = labelEnd(text);
    this.read = { at: full.at, text, cues: findCues(text).filter((cue) => cue.at >= label) };
    return this.read;
  }

  private byYear({ isOwn, year }: DateOfFigure): KindReading | null {
    if (!isOwn || year === null || this.documentYear === null || year === this.documentYear) return null;
    return { kind: year < this.documentYear ? "actual" : "target", word: `${year}` };
  }

  private byHeading(): KindReading {
    const kind = this.headings.findLast((one) => one != null);
    return { kind: kind ?? "target", word: "" };
  }
}

/** Results are not reported as 不少于. */
function byBound({ words }: Quantity): KindReading | null {
  const word = words.find((one) => /^(?:不少于|不低于|不超过|不高于|控制在|≥|≤|at least|no more than)$/i.test(one));
  return word === undefined ? null : { kind: "target", word };
}
