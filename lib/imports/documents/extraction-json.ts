// The commitments of a document as plain JSON, for the command line.
import type { Comparator } from "@/lib/domain/targets/types";
import type { Commitment } from "@/lib/imports/documents/extract";

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

/** Offsets are those of the text; numbers stay in the scale written. Fields that the text does not state are left out. */
export function toExtractionJson(text: string, commitments: readonly Commitment[]): Record<string, unknown>[] {
  return commitments.map((one) => {
    const { quantity, baseline } = one;
    return {
      numText: quantity.numText,
      numAt: quantity.numAt,
      quote: text.slice(one.at, one.end).trim(),
      metric: one.metric,
      value: Number(quantity.value),
      ...present("valueTo", quantity.upperValue === null ? null : Number(quantity.upperValue)),
      ...present("stretchValue", quantity.stretchValue === null ? null : Number(quantity.stretchValue)),
      unit: quantity.unit,
      comparator: COMPARATOR_CODES[quantity.comparator] ?? quantity.comparator,
      kind: one.kind,
      form: quantity.form,
      ...present("growthPct", one.growthPct === null ? null : Number(one.growthPct)),
      ...present("baselineValue", baseline === null ? null : Number(baseline.quantity.value)),
      ...present("baselineYear", baseline?.year),
      ...present("year", one.year),
      ...present("dueOn", one.dueOn),
      ...present("deadlineText", one.deadlineText),
      ...present("owner", one.owner),
      ...(one.supporting.length === 0 ? {} : { supporting: one.supporting }),
      ...present("modal", quantity.modality),
      because: [...new Set([...quantity.words, one.word])].filter((word) => word !== ""),
    };
  });
}

function present<T>(key: string, value: T | null | undefined): Record<string, T> {
  return value === null || value === undefined ? {} : { [key]: value };
}
