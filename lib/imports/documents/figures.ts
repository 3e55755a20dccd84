// The figures of a sentence: compounds with their baseline, the name of the metric and the clause they stand in.
import { type Compound, joinCompounds } from "@/lib/imports/documents/compounds";
import { distributeNames, metricName } from "@/lib/imports/documents/metric-names";
import { roleOf } from "@/lib/imports/documents/roles";
import { clauseEnd, clauseStart, type Sentence } from "@/lib/imports/documents/segments";
import type { Quantity } from "@/lib/imports/grammar/quantities";

export interface ReadFigure {
  readonly compound: Compound;
  readonly baseline: Quantity | null;
  readonly metric: string;
  readonly at: number;
  readonly end: number;
  /** Where the next figure starts, or the sentence ends. */
  readonly after: number;
}

/** The figures of a sentence with their baselines and names. */
export function readFigures(text: string, sentence: Sentence, quantities: readonly Quantity[]): ReadFigure[] {
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
    const nextAt = compounds[index + 1]?.quantity.phraseAt ?? sentence.end;
    const after = baseline !== null && baseline.at > quantity.at ? Math.min(baseline.phraseAt, nextAt) : nextAt;
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
  const names = distributeNames(text, found);
  return found.map((one, index) => ({ ...one, metric: names[index] ?? one.metric }));
}
