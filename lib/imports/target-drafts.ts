// The rows of a task table as drafts of targets, validated by the same rule as the form of a new target.

import { type DraftQuestion, questionsAboutDraft } from "@/lib/imports/draft-questions";
import {
  codesAfter,
  compareWithExisting,
  type ExistingTarget,
  existingFinder,
  rowKey,
} from "@/lib/imports/existing-targets";
import { matchDepartment, type NamedDepartment } from "@/lib/imports/grammar/department-names";
import { type ImportPlan, lineText, type PlannedLine } from "@/lib/imports/plan";
import { shownProblems } from "@/lib/imports/shown-problems";
import { directionOf } from "@/lib/imports/task-course";
import { type Citation, type Form, figuresOf, textOf } from "@/lib/imports/task-figures";
import { labelsOfTask } from "@/lib/imports/task-labels";
import type { TaskTarget } from "@/lib/imports/tasks/results";
import { labelFields } from "@/lib/schemas/label";
import { type NewTarget, readNewTarget } from "@/lib/schemas/new-target";
import { PLAN_CELL } from "@/lib/schemas/plan-cells";
import { MOST_SUPPORTING, SUPPORTING_ROW } from "@/lib/schemas/responsibility";

interface OpenDepartment extends NamedDepartment {
  readonly slug: string;
}

export interface DraftFacts {
  readonly departments: readonly OpenDepartment[];
  readonly existing: readonly ExistingTarget[];
  /** The first words of the note of each draft: where a row is from. */
  readonly sourceOf: (target: TaskTarget) => string;
  /** Lines of the note on further lead departments and on names without a department. */
  readonly sharedBy?: (target: TaskTarget) => readonly string[];
  /** The name of the plan that the table prints, if the user named one. */
  readonly plan?: string | null;
  /** Of what a row says, without its place: another import of the row changes its draft. Null: imports change no drafts. */
  readonly fingerprintOf?: (target: NewTarget) => string;
  /** The quote that a target is from, by its key and text, and the first year of its period, if it has them. */
  readonly citationOf?: (target: TaskTarget) => Citation;
  /** The promise in words: at least 260 km. */
  readonly promiseOf: (draft: NewTarget, unit: string) => string;
}

const LIMITS = { title: 200, unit: 20, post: 100, note: 2000 } as const;
/** More are rejected: one transaction writes all. */
export const MOST_DRAFTS = 300;

/** "新增托位 · 年度新增数": the metric too if a row has several, so that titles differ. */
function titleOf({ title, metric }: TaskTarget, isAlone: boolean): string {
  const name = title ?? "";
  const full = isAlone || metric === null || name.includes(metric) ? name : `${name} · ${metric}`;
  return full.slice(0, LIMITS.title);
}

function decimalsOf(values: readonly (number | null)[]): number {
  const most = values.map((value) => (value === null ? "" : String(value)).split(".")[1]?.length ?? 0);
  return Math.min(6, Math.max(...most));
}

/** What the model has no field for stays readable in the note. */
function noteOf(target: TaskTarget, slugs: readonly string[], facts: DraftFacts): string {
  const named = target.supporting.filter((name) => matchDepartment(name, facts.departments) === null);
  const lines = [
    facts.sourceOf(target),
    target.growthPct === null ? null : `${target.growthPct > 0 ? "+" : ""}${target.growthPct}%`,
    ...(facts.sharedBy?.(target) ?? []),
    ...(target.otherFigures ?? []).map(({ name }) => name),
    target.remarks,
    [...named, ...slugs.slice(MOST_SUPPORTING)].join("、"),
  ];
  return lines
    .filter((line) => line !== null && line !== "")
    .join("\n")
    .slice(0, LIMITS.note);
}

function supportingOf({ supporting }: TaskTarget, owner: string, { departments }: DraftFacts): string[] {
  const slugs = supporting.flatMap((name) => {
    return matchDepartment(name, departments)?.department.slug ?? [];
  });
  return [...new Set(slugs)].filter((slug) => slug !== owner);
}

function formOf(target: TaskTarget, code: string, owner: string, title: string, facts: DraftFacts): Form {
  const supporting = supportingOf(target, owner, facts);
  const plan = target.planPoints.map(({ value }) => value);
  const { value, upperValue, stretchValue, baselineValue } = target;
  const citation = facts.citationOf?.(target);
  const firstYear = Math.min(citation?.startYear ?? target.year, target.year);
  return {
    code,
    title,
    owner,
    quote: citation?.quote ?? "",
    startOn: `${Math.min(firstYear, ...target.planPoints.map(({ on }) => Number(on.slice(0, 4))))}-01-01`,
    dueOn: target.dueOn,
    calendar: "monthly",
    visibility: "internal",
    responsiblePost: (target.responsible ?? "").slice(0, LIMITS.post),
    leaderInCharge: (target.leader ?? "").slice(0, LIMITS.post),
    note: noteOf(target, supporting, facts),
    "metric.name": (target.metric ?? title).slice(0, LIMITS.title),
    "metric.unit": (target.unit ?? "").slice(0, LIMITS.unit),
    "metric.kind": target.kind,
    "metric.direction": directionOf(target),
    "metric.precision": String(decimalsOf([value, upperValue, stretchValue, baselineValue, ...plan])),
    ...figuresOf(target, citation),
    ...Object.fromEntries(
      target.steps.flatMap(({ on, title: step }, row) => [
        [`steps.${row}.plannedOn`, on],
        [`steps.${row}.title`, step.slice(0, LIMITS.title)],
      ]),
    ),
    ...labelFields(labelsOfTask(target, facts.plan ?? null)),
    ...Object.fromEntries(supporting.slice(0, MOST_SUPPORTING).map((slug, row) => [`${SUPPORTING_ROW}${row}`, slug])),
  };
}

type ReadForm =
  | { readonly ok: true; readonly target: NewTarget; readonly isPlanLeftOut: boolean }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** The target, without its plan if only the plan is invalid; or the error of each invalid field. */
function readForm(form: Form): ReadForm {
  const whole = readNewTarget(form, () => undefined);
  if (whole.ok) return { ok: true, target: whole.target, isPlanLeftOut: false };
  const { planShape: _shape, ...others } = form;
  const withoutPlan = Object.fromEntries(Object.entries(others).filter(([name]) => !name.startsWith(PLAN_CELL)));
  const rest = readNewTarget(withoutPlan, () => undefined);
  return rest.ok ? { ok: true, target: rest.target, isPlanLeftOut: true } : { ok: false, faults: rest.errors };
}

/** What the author should check before a task becomes a draft; empty where it does not fit the form. */
export function questionsAboutTask(task: TaskTarget, facts: Omit<DraftFacts, "existing">): DraftQuestion[] {
  const owner = facts.departments.find(({ name }) => name === task.owner)?.slug ?? "";
  const read = readForm(formOf(task, "new", owner, titleOf(task, true), { ...facts, existing: [] }));
  return read.ok ? questionsAboutDraft(read.target) : [];
}

interface RowPlan {
  readonly line: PlannedLine;
  readonly entry: NewTarget | null;
}

export interface DraftPlan extends ImportPlan<NewTarget> {
  /** The codes of the entries that change an earlier draft. */
  readonly changes: readonly string[];
}

const WHY_KEPT = { edited: "edited-since", differs: "exists-otherwise" } as const;

/**
 * The drafts that a task table would create or change. Rejected: rows with an error, and rows that the rules of targets
 * reject. A row changes the draft that an earlier import of it wrote, unless a person has edited the draft since; a
 * target that is in force with other figures is a conflict. A row whose target exists as it says is unchanged.
 */
export function planTargets(targets: readonly TaskTarget[], facts: DraftFacts): DraftPlan {
  const nextCode = codesAfter(facts.existing);
  const rows = new Map<string, number>();
  const place = ({ sheet, row }: TaskTarget) => JSON.stringify([sheet, row]);
  for (const target of targets) rows.set(place(target), (rows.get(place(target)) ?? 0) + 1);
  const named = targets.map((target) => ({
    title: titleOf(target, rows.get(place(target)) === 1),
    owner: facts.departments.find((one) => one.name === target.owner)?.slug ?? "",
    year: target.year,
    source: facts.sourceOf(target),
  }));
  const findExisting = existingFinder(facts.existing, named);
  const taken = new Set<string>();
  const changes: string[] = [];
  const plans = targets.map((target, index): RowPlan => {
    const { title, owner, year, source } = named[index] ?? { title: "", owner: "", year: target.year, source: "" };
    const { row, problems, dueOn } = target;
    const figure = [textOf(target.value), target.unit ?? ""].join("");
    const text = lineText([title, figure, target.owner, dueOn]);
    const line = {
      line: row,
      text,
      was: null,
      why: null,
      sheet: target.sheet,
      problems: shownProblems(target, facts.departments),
    };
    const refused = (why: string | null): RowPlan => ({ line: { ...line, outcome: "refused", why }, entry: null });
    const misfit = (faults: Readonly<Record<string, string>>): RowPlan => ({
      line: { ...line, outcome: "refused", why: "does-not-fit", faults },
      entry: null,
    });
    if (target.verdict === "error") return refused(null);
    // The cell is named already if its department is unknown.
    if (owner === "") return refused(problems.length > 0 ? null : "no-owner");
    const key = rowKey({ title, owner, year });
    const there = findExisting({ title, owner, year, source });
    if (taken.has(there?.code ?? key)) return refused("twice");
    const read = readForm(formOf(target, there?.code ?? nextCode(year), owner, title, facts));
    const fingerprint = !read.ok ? null : (facts.fingerprintOf?.(read.target) ?? null);
    if (there !== null) {
      taken.add(there.code);
      const comparison = compareWithExisting(there, target, fingerprint);
      if (comparison === "same") return { line: { ...line, outcome: "same", was: there.code }, entry: null };
      const wasTitle = there.title === title ? null : there.title;
      const was = lineText([there.code, wasTitle, there.value, there.unit, there.dueOn]);
      const href = `/targets/${there.code}/revise`;
      if (comparison !== "changes") {
        return { line: { ...line, outcome: "conflict", was, why: WHY_KEPT[comparison], href }, entry: null };
      }
      if (!read.ok) return misfit(read.faults);
      changes.push(there.code);
      const changed = lineText([title, facts.promiseOf(read.target, target.unit ?? ""), target.owner, dueOn]);
      const why = read.isPlanLeftOut ? "plan-left-out" : null;
      return {
        line: { ...line, text: changed, outcome: "changed", was, why, questions: questionsAboutDraft(read.target) },
        entry: read.target,
      };
    }
    if (!read.ok) return misfit(read.faults);
    taken.add(key);
    const promise = facts.promiseOf(read.target, target.unit ?? "");
    return {
      line: {
        ...line,
        text: lineText([title, promise, target.owner, dueOn]),
        outcome: "added",
        why: read.isPlanLeftOut ? "plan-left-out" : null,
        questions: questionsAboutDraft(read.target),
      },
      entry: read.target,
    };
  });
  return { lines: plans.map(({ line }) => line), entries: plans.flatMap(({ entry }) => entry ?? []), changes };
}
