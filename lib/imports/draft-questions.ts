// What the user of an import should check in a draft, although it is valid.
import { questionsAbout, type TermsQuestion } from "@/lib/domain/targets/questions";
import { termsFrom } from "@/lib/domain/targets/revisions";
import type { NewTarget } from "@/lib/schemas/new-target";

/** `exact-figure`: a bare number that no better value replaces, since the table does not say which side is better. */
export type DraftQuestion = TermsQuestion | "exact-figure";

export function questionsAboutDraft({ kind, terms, metric, steps }: NewTarget): DraftQuestion[] {
  if ("key" in metric) return [];
  const numbered = steps.map((step, index) => ({ ...step, key: String(index), weight: Number(step.weight) }));
  const read = termsFrom(terms, { kind, direction: metric.direction, steps: numbered });
  const isExact = read.comparator === "equal" && !read.orBetter && read.value?.isZero() === false;
  return [...questionsAbout(read), ...(isExact ? (["exact-figure"] as const) : [])];
}
