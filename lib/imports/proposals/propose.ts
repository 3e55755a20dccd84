// What the recogniser finds in a document, as proposals: promises and results with a figure, and milestones.
import type { MergedAs } from "@/lib/domain/proposals/workflow";
import type { Comparator } from "@/lib/domain/targets/types";
import { type Commitment, extractDocument, type Milestone } from "@/lib/imports/documents/extract";
import { withoutLead } from "@/lib/imports/documents/metric-names";
import { matchDepartment, type NamedDepartment } from "@/lib/imports/grammar/department-names";
import type { Quantity } from "@/lib/imports/grammar/quantities";
import { wordsOf } from "@/lib/imports/proposals/explain-proposal";
import { mergeProposals, yearOfProposal } from "@/lib/imports/proposals/merge-proposals";
import { subjectOf } from "@/lib/imports/proposals/subjects";
import { kindOf } from "@/lib/imports/tasks/kinds";
import type { ProposalFields, ProposalWord } from "@/lib/schemas/proposal";

interface OpenDepartment extends NamedDepartment {
  readonly slug: string;
}

export interface NewProposal {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly fields: ProposalFields;
  readonly words: readonly ProposalWord[];
  /** The index of the proposal that it is merged into from the start: a result that is the baseline of a promise. */
  readonly mergedInto: number | null;
  readonly mergedAs: MergedAs | null;
}

interface ProposeOptions {
  readonly departments: readonly OpenDepartment[];
  /** The year in which the document speaks. */
  readonly year: number;
}

const MOST_NAME = 200;

const EMPTY: ProposalFields = {
  role: "promise",
  title: "",
  metric: "",
  kind: "cumulative",
  unit: "",
  comparator: "equal",
  value: "",
  upperValue: "",
  stretchValue: "",
  growthPct: "",
  baselineValue: "",
  baselineYear: "",
  year: "",
  dueOn: "",
  owner: "",
  note: "",
  supporting: [],
  pastValues: [],
  steps: [],
};

/** The proposals of a text, in its order. Never throws; results that belong to a promise are merged into it. */
export function proposeFrom(text: string, { departments, year }: ProposeOptions): NewProposal[] {
  const { commitments, milestones } = extractDocument(text, { year });
  const found = withSubjects(
    text,
    [
      ...commitments.map((one) => ofCommitment(one, text, departments)),
      ...milestones.map((one) => ofMilestone(one, departments, year)),
    ]
      .filter(({ startsAt, endsAt }) => startsAt < endsAt)
      .sort((one, other) => one.startsAt - other.startsAt || one.endsAt - other.endsAt),
  );
  return withBaselines(found, text);
}

/** What a person selected: the first proposal that lies in it, or a milestone with its words. */
export function proposalOfPassage(
  body: string,
  { startsAt, endsAt }: Pick<NewProposal, "startsAt" | "endsAt">,
  options: ProposeOptions,
): Pick<NewProposal, "fields" | "words"> {
  const text = body.slice(startsAt, endsAt);
  const [first] = proposeFrom(text, options).filter(({ mergedInto }) => mergedInto === null);
  if (first !== undefined) return first;
  const subject = subjectOf(text, options.departments);
  const title = withoutLead(subject?.rest ?? text)
    .replaceAll(/\s+/g, " ")
    .replace(/[。；;.]$/, "")
    .slice(0, MOST_NAME);
  const year = String(options.year);
  const fields: ProposalFields = {
    ...EMPTY,
    title,
    metric: title,
    kind: "milestone",
    year,
    owner: subject?.slug ?? "",
    steps: [{ title, on: `${year}-12-31` }],
  };
  return { fields, words: [] };
}

/** The subject of a sentence is the owner of its later clauses too, if none is named there. */
function withSubjects(text: string, found: readonly NewProposal[]): NewProposal[] {
  let before: NewProposal | null = null;
  return found.map((one) => {
    const isSameSentence = before !== null && !/[。！？\n]/.test(text.slice(before.endsAt, one.startsAt));
    const owner =
      one.fields.owner === "" && one.fields.note === "" && isSameSentence ? (before?.fields.owner ?? "") : "";
    before = owner === "" ? one : { ...one, fields: { ...one.fields, owner } };
    return before;
  });
}

function slugOf(owner: string | null, departments: readonly OpenDepartment[]): string {
  return owner === null ? "" : (matchDepartment(owner, departments)?.department.slug ?? "");
}

/** A department that is not known stays readable. */
function unknownOwner(owner: string | null, slug: string): string {
  return owner !== null && slug === "" ? owner : "";
}

function textOf(value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function ofCommitment(one: Commitment, text: string, departments: readonly OpenDepartment[]): NewProposal {
  const { quantity, growth, rank, baseline } = one;
  const isGrowth = quantity.form === "growth";
  const subject = subjectOf(one.metric, departments);
  const metric = (subject?.rest ?? one.metric).slice(0, MOST_NAME);
  const owner = slugOf(one.owner, departments) || (subject?.slug ?? "");
  const kind = kindOf({
    metric,
    unit: quantity.unit,
    form: isGrowth || quantity.form === "rank" ? quantity.form : "level",
    unitText: "",
  });
  const extra = rank === null ? "" : text.slice(rank.phraseAt, rank.phraseEnd);
  const fields: ProposalFields = {
    ...EMPTY,
    role: one.kind === "actual" ? "result" : "promise",
    title: metric,
    metric,
    kind,
    unit: quantity.unit.slice(0, 20),
    ...(kind === "growth" && quantity.direction === "down"
      ? mirrorQuantity(quantity)
      : figuresOf(quantity, kind === "rank")),
    stretchValue: textOf(quantity.stretchValue),
    growthPct: isGrowth ? "" : textOf(one.growthPct),
    baselineValue: textOf(baseline?.quantity.value),
    baselineYear: textOf(baseline?.year),
    year: textOf(one.year),
    dueOn: textOf(one.dueOn),
    owner,
    note: [extra, unknownOwner(one.owner, owner)].filter((line) => line !== "").join("\n"),
    supporting: [...one.supporting],
  };
  const endsAt = Math.max(quantity.phraseEnd, growth?.phraseEnd ?? 0, rank?.phraseEnd ?? 0);
  const clause = text.slice(one.at, endsAt);
  const at = one.at + clause.length - clause.replace(/^[\s，,、；;]+/, "").length;
  return {
    startsAt: Math.min(at, quantity.phraseAt),
    endsAt,
    fields,
    words: wordsOf(one, fields),
    mergedInto: null,
    mergedAs: null,
  };
}

function figuresOf({ comparator, value, upperValue }: Quantity, isRank: boolean) {
  return { comparator: isRank ? "within-rank" : comparator, value, upperValue: textOf(upperValue) } as const;
}

const MIRRORED: Partial<Record<Comparator, Comparator>> = {
  "at-least": "at-most",
  "more-than": "less-than",
  "at-most": "at-least",
  "less-than": "more-than",
};

const negative = (value: string) => (value.startsWith("-") ? value : `-${value}`);

/** A fall of at least 3 % is a growth of at most −3 %. */
function mirrorQuantity({ comparator, value, upperValue }: Quantity) {
  const turned = MIRRORED[comparator] ?? comparator;
  return upperValue === null
    ? { comparator: turned, value: negative(value), upperValue: "" }
    : { comparator: turned, value: negative(upperValue), upperValue: negative(value) };
}

function ofMilestone(one: Milestone, departments: readonly OpenDepartment[], documentYear: number): NewProposal {
  const { clause, deadlineText, dueOn } = one;
  const subject = subjectOf(clause.text, departments);
  const owner = slugOf(one.owner, departments) || (subject?.slug ?? "");
  const year = textOf(one.year ?? documentYear);
  const title = withoutLead(subject?.rest ?? clause.text).slice(0, MOST_NAME);
  const fields: ProposalFields = {
    ...EMPTY,
    title,
    metric: title,
    kind: "milestone",
    year,
    dueOn: textOf(dueOn),
    owner,
    note: unknownOwner(one.owner, owner),
    steps: [{ title, on: dueOn ?? `${year}-12-31` }],
  };
  const words: ProposalWord[] = [{ word: clause.verb, means: "milestone", detail: "milestone" }];
  if (deadlineText !== null) words.push({ word: deadlineText, means: "date", detail: dueOn ?? year });
  if (one.owner !== null && owner !== "") words.push({ word: one.owner, means: "owner", detail: owner });
  return { startsAt: clause.at, endsAt: clause.end, fields, words, mergedInto: null, mergedAs: null };
}

/** A result of the same metric and unit, from the year before, is proposed as the baseline of the one promise it fits. */
function withBaselines(found: readonly NewProposal[], text: string): NewProposal[] {
  const merged = [...found];
  for (const [index, proposal] of found.entries()) {
    const { fields: result, startsAt, endsAt } = proposal;
    if (result.role !== "result" || result.metric === "") continue;
    const fitting = merged.flatMap(({ fields }, at) => (isBaselineFor(result, fields) ? [at] : []));
    const [into, ...others] = fitting;
    const target = into === undefined ? undefined : merged[into];
    if (into === undefined || target === undefined || others.length > 0) continue;
    const { fields, as } = mergeProposals(target.fields, result, text.slice(startsAt, endsAt));
    if (as !== "baseline") continue;
    merged[into] = { ...target, fields };
    merged[index] = { ...proposal, mergedInto: into, mergedAs: as };
  }
  return merged;
}

function isBaselineFor(result: ProposalFields, promise: ProposalFields): boolean {
  return (
    promise.role === "promise" &&
    promise.metric === result.metric &&
    promise.unit === result.unit &&
    promise.kind === result.kind &&
    Number(result.year) === Number(yearOfProposal(promise)) - 1
  );
}
