// The commitments of a document as plain JSON, for the command line.
import type { Comparator } from "@/lib/domain/targets/types";
import type { Commitment, Milestone } from "@/lib/imports/documents/extract";

const COMPARATOR_CODES: Partial<Record<Comparator, string>> = {
  "at-least": "gte",
  "more-than": "gt",
  "at-most": "lte",
  "less-than": "lt",
  equal: "eq",
  about: "approx",
  between: "range",
  "within-rank": "rank",
};

function numberOf(text: string | null | undefined): number | undefined {
  return text == null ? undefined : Number(text);
}

/** Offsets are those of the text; numbers keep the scale written. Fields that the text does not state are undefined. */
export function toExtractionJson(text: string, commitments: readonly Commitment[]) {
  return commitments.map((one) => {
    const { quantity, baseline } = one;
    return {
      numText: quantity.numText,
      numAt: quantity.numAt,
      quote: text.slice(one.at, one.end).trim(),
      metric: one.metric,
      value: Number(quantity.value),
      valueTo: numberOf(quantity.upperValue),
      stretchValue: numberOf(quantity.stretchValue),
      unit: quantity.unit,
      comparator: COMPARATOR_CODES[quantity.comparator] ?? quantity.comparator,
      kind: one.kind,
      form: quantity.form,
      growthPct: numberOf(one.growthPct),
      growthComparator: one.growth === null ? undefined : COMPARATOR_CODES[one.growth.comparator],
      rank: numberOf(one.rank?.value),
      baselineValue: numberOf(baseline?.quantity.value),
      baselineYear: baseline?.year ?? undefined,
      year: one.year ?? undefined,
      dueOn: one.dueOn ?? undefined,
      deadlineText: one.deadlineText ?? undefined,
      owner: one.owner ?? undefined,
      supporting: one.supporting.length === 0 ? undefined : one.supporting,
      modal: quantity.modality ?? undefined,
      because: [...new Set([...quantity.words, one.word])].filter((word) => word !== ""),
    };
  });
}

export function toMilestoneJson(milestones: readonly Milestone[]) {
  return milestones.map(({ clause, year, dueOn, deadlineText, owner }) => ({
    at: clause.at,
    quote: clause.text,
    year: year ?? undefined,
    dueOn: dueOn ?? undefined,
    deadlineText: deadlineText ?? undefined,
    owner: owner ?? undefined,
    because: [clause.verb],
  }));
}
