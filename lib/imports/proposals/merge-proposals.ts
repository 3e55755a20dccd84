// Merging two proposals: a result becomes the baseline or an earlier value of a promise, a second figure its stretch
// value or growth, a second deed its step. What has no field becomes a line of the note; nothing is dropped.
import type { MergedAs } from "@/lib/domain/proposals/workflow";
import type { ProposalFields } from "@/lib/schemas/proposal";

export interface Merge {
  readonly fields: ProposalFields;
  readonly as: MergedAs;
}

const isSame = (one: string, other: string) => one.replaceAll(/\s/g, "") === other.replaceAll(/\s/g, "");

/** The year of a promise: that of its due date. */
export function yearOfProposal({ dueOn, year }: Pick<ProposalFields, "dueOn" | "year">): string {
  return dueOn === "" ? year : dueOn.slice(0, 4);
}

function isEarlierValue(into: ProposalFields, other: ProposalFields): boolean {
  if (other.role !== "result" || other.value === "" || other.upperValue !== "") return false;
  const isSameMeasure = isSame(other.unit, into.unit) && (other.kind === "rank") === (into.kind === "rank");
  return isSameMeasure && other.year !== "" && other.year < yearOfProposal(into);
}

/** A higher figure to strive for; a lower one where the promise is a limit. */
function isStretch(into: ProposalFields, other: ProposalFields): boolean {
  if (other.role !== "promise" || into.stretchValue !== "" || into.value === "" || other.value === "") return false;
  if (!isSame(other.unit, into.unit) || !isSame(other.metric, into.metric)) return false;
  if (yearOfProposal(other) !== yearOfProposal(into) || into.upperValue !== "" || other.upperValue !== "") return false;
  const isLimit = into.comparator === "at-most" || into.comparator === "less-than" || into.kind === "rank";
  const difference = Number(other.value) - Number(into.value);
  return isLimit ? difference < 0 : difference > 0;
}

function isGrowth(into: ProposalFields, other: ProposalFields): boolean {
  const isOfLevel = into.kind !== "growth" && into.kind !== "milestone" && into.value !== "";
  return (
    isOfLevel && other.role === "promise" && other.kind === "growth" && into.growthPct === "" && other.value !== ""
  );
}

/** The growth with its sign: a promised fall of 3 % is −3. */
function signedGrowth({ growthPct, value }: ProposalFields): string {
  return growthPct === "" ? value : growthPct;
}

/**
 * Merges a proposal into another one of the same document.
 * @param text the marked words of the other one, for the note
 */
export function mergeProposals(into: ProposalFields, other: ProposalFields, text: string): Merge {
  if (isEarlierValue(into, other)) {
    if (into.baselineValue === "")
      return { as: "baseline", fields: { ...into, baselineValue: other.value, baselineYear: other.year } };
    const years = [into.baselineYear, ...into.pastValues.map(({ year }) => year)];
    if (!years.includes(other.year)) {
      const pastValues = [...into.pastValues, { year: other.year, value: other.value }];
      return { as: "past-value", fields: { ...into, pastValues } };
    }
  }
  if (isStretch(into, other)) return { as: "stretch", fields: { ...into, stretchValue: other.value } };
  if (isGrowth(into, other)) return { as: "growth", fields: { ...into, growthPct: signedGrowth(other) } };
  if (into.kind === "milestone" && other.kind === "milestone" && other.role === "promise") {
    return { as: "step", fields: { ...into, steps: [...into.steps, ...other.steps] } };
  }
  return { as: "note", fields: { ...into, note: [into.note, noteLine(text)].filter((one) => one !== "").join("\n") } };
}

const noteLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** Takes a merged proposal out again, unless a person has corrected what it filled in since. */
export function separateProposals(
  into: ProposalFields,
  other: ProposalFields,
  as: MergedAs,
  text: string,
): ProposalFields {
  switch (as) {
    case "baseline":
      return into.baselineValue === other.value && into.baselineYear === other.year
        ? { ...into, baselineValue: "", baselineYear: "" }
        : into;
    case "past-value":
      return { ...into, pastValues: withoutLast(into.pastValues, ({ year }) => year === other.year) };
    case "stretch":
      return into.stretchValue === other.value ? { ...into, stretchValue: "" } : into;
    case "growth":
      return into.growthPct === signedGrowth(other) ? { ...into, growthPct: "" } : into;
    case "step": {
      const steps = other.steps.reduce(
        (left, step) => withoutLast(left, ({ title, on }) => title === step.title && on === step.on),
        into.steps,
      );
      return { ...into, steps };
    }
    case "note": {
      const lines = into.note.split("\n");
      return { ...into, note: withoutLast(lines, (one) => one === noteLine(text)).join("\n") };
    }
  }
}

function withoutLast<T>(list: readonly T[], isIt: (one: T) => boolean): T[] {
  const at = list.findLastIndex(isIt);
  return at < 0 ? [...list] : [...list.slice(0, at), ...list.slice(at + 1)];
}
