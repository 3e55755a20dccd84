// A paragraph cut at the marks in it, which may overlap.
import type { Span } from "@/lib/imports/documents/segments";

export interface Mark {
  readonly id: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface MarkedRun extends Span {
  readonly text: string;
  /** The marks over it, the one that starts last first. */
  readonly marks: readonly string[];
}

/** @param paragraph a span of the body @param marks in the order of the body; those outside the paragraph are ignored */
export function markRuns(body: string, paragraph: Span, marks: readonly Mark[]): MarkedRun[] {
  const within = marks.filter(({ startsAt, endsAt }) => startsAt < paragraph.end && endsAt > paragraph.at);
  const inside = within.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  const cuts = [...new Set([paragraph.at, paragraph.end, ...inside])]
    .filter((at) => at >= paragraph.at && at <= paragraph.end)
    .sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const at = cuts[index] ?? paragraph.at;
    const over = within.filter(({ startsAt, endsAt }) => startsAt <= at && endsAt >= end);
    return { at, end, text: body.slice(at, end), marks: over.map(({ id }) => id).reverse() };
  });
}

/** The sentences that contain the span, as the quote of a target: whole sentences, within one paragraph. */
export function quoteSpan(sentences: readonly { readonly full: Span }[], { startsAt, endsAt }: Omit<Mark, "id">): Span {
  const touched = sentences.filter(({ full }) => full.at < endsAt && full.end > startsAt);
  const at = Math.min(startsAt, ...touched.map(({ full }) => full.at));
  return { at, end: Math.max(endsAt, ...touched.map(({ full }) => full.end)) };
}
