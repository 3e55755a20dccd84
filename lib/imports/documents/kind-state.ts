// The kind of each figure, with what carries from sentence to sentence and from heading to paragraph.
import {
  type Cue,
  findCues,
  type Kind,
  type KindReading,
  kindAt,
  kindOfHeading,
  labelEnd,
} from "@/lib/imports/documents/kinds";
import type { Paragraph, Sentence, Span } from "@/lib/imports/documents/segments";

interface DateOfFigure {
  readonly year: number | null;
  /** Whether it stands in the figure's own paragraph. */
  readonly isOwn: boolean;
}

const PARTICIPLE = /^(?:[a-z]+ed|built|met|spent)$/i;

/** Reads the paragraphs of a document in order. */
export class KindState {
  private readonly headings: (Kind | null)[] = [];
  private readonly documentYear: number | null;
  private carried: KindReading | null = null;
  /** Where the sentence of `carried` starts. */
  private carriedFrom = -1;
  private paragraph: Paragraph | null = null;
  private read: { at: number; text: string; cues: Cue[] } | null = null;

  constructor(first: Paragraph | undefined, documentYear: number | null) {
    if (first !== undefined && first.headingLevel !== null) this.headings[0] = kindOfHeading(first.text);
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
  at(sentence: Sentence, span: Span, date: DateOfFigure, words: readonly string[]): KindReading {
    const { at, text, cues } = this.cuesOf(sentence);
    const isEnglish = !/\p{Script=Han}/u.test(text.slice(Math.max(0, span.at - at - 200), span.end - at + 200));
    const own = kindAt(text, cues, span.at - at, span.end - at);
    const isParticiple = own !== null && own.kind === "actual" && PARTICIPLE.test(own.word) && own.at > span.at - at;
    // "60% of roads resurfaced" below "Targets" is a promise.
    const read =
      isParticiple && this.byHeading().kind === "target" && !this.isByDefault()
        ? this.byHeading()
        : (own ?? this.byYear(date));
    const reading = read === null ? null : { kind: read.kind, word: read.word };
    const verb = reading === null && isEnglish ? byVerb(text, span.at - at) : null;
    if (reading !== null || verb !== null) {
      this.carried = reading ?? verb;
      this.carriedFrom = at;
    }
    // English paragraphs alternate from sentence to sentence; their heading says more than the sentence before.
    const carried = isEnglish && !this.isByDefault() && this.carriedFrom !== at ? this.byHeading() : this.carried;
    return reading ?? byBound(words) ?? verb ?? carried ?? this.byComparison(text, span.end - at) ?? this.byHeading();
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

  /** 完成95亿元，同比下降2.1%: a comparison with last year's period reports, unless a heading says otherwise. */
  private byComparison(text: string, stop: number): KindReading | null {
    const word = /同比|比上年同期|较上年同期/.exec(text.slice(Math.max(0, stop - 40), stop))?.[0];
    return word === undefined || !this.isByDefault() ? null : { kind: "actual", word };
  }

  private isByDefault(): boolean {
    return this.headings.every((one) => one == null);
  }

  private byHeading(): KindReading {
    const kind = this.headings.findLast((one) => one != null);
    return { kind: kind ?? "target", word: "" };
  }
}

/** "affected 13.2% of households": a past tense right before the figure. */
function byVerb(text: string, at: number): KindReading | null {
  const match = /(?<!\b(?:be|been|being|to|of) )\b([a-z]{2,}ed)(?: [a-z]+){0,1} [£$€]?$/.exec(
    text.slice(Math.max(0, at - 40), at),
  );
  return match === null ? null : { kind: "actual", word: match[1] ?? "" };
}

/** Results are not reported as 不少于. */
function byBound(words: readonly string[]): KindReading | null {
  const word = words.find((one) => /^(?:不少于|不低于|不超过|不高于|控制在|≥|≤|at least|no more than)$/i.test(one));
  return word === undefined ? null : { kind: "target", word };
}
