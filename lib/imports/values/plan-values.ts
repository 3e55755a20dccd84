// What the rows of a value workbook would change, line by line: a pure rule over the targets, drafts and reports.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Reading } from "@/lib/domain/targets/types";
import { usesValue } from "@/lib/domain/updates/report-rules";
import { type ImportPlan, type LineOutcome, lineText, type PlannedLine, type PlannedProblem } from "@/lib/imports/plan";
import { planSteps } from "@/lib/imports/values/plan-steps";
import { normalizeAnswer } from "@/lib/imports/values/read-value-sheets";
import {
  BLANK,
  type ReportableTarget,
  type Typed,
  type ValueEntry,
  type ValueWording,
} from "@/lib/imports/values/reportable-target";
import type { ReportedRow } from "@/lib/imports/values/reported-row";
import { admit, checkTyped, nameRow, problemsAt, type RowPlan, toRowPlan } from "@/lib/imports/values/row-plan";
import { isSameReading, isSameReport } from "@/lib/imports/values/same-report";
import type { EntryColumn } from "@/lib/imports/values/value-columns";

export interface ValuePlan extends ImportPlan<ValueEntry> {
  /** Drafts that are already as their rows say. */
  readonly unchanged: readonly ValueEntry[];
}

type Fields = Partial<Record<Exclude<EntryColumn, "doneOn">, string>>;

/** Blank cells keep what the draft has; a ratio is reported by its parts or as a percentage, not both. */
function merge(before: Typed, { texts }: ReportedRow, { facts }: ReportableTarget): Typed {
  const { doneOn: _, ...said }: Fields & { doneOn?: string } = { ...texts };
  if (facts.kind === "yes-no" && said.value !== undefined) said.value = normalizeAnswer(said.value);
  if (facts.kind === "ratio" && said.value !== undefined && said.numerator === undefined) {
    return { ...before, numerator: "", denominator: "", ...said };
  }
  const hasParts = said.numerator !== undefined || said.denominator !== undefined;
  return { ...before, ...(facts.kind === "ratio" && hasParts && { value: "" }), ...said };
}

function readingText(
  { value, numerator, denominator, asOf }: Reading,
  target: ReportableTarget,
  wording: ValueWording,
) {
  const parts = [numerator?.toFixed(), denominator?.toFixed()].filter((one) => one !== undefined).join("/");
  const figure = value === null ? parts : wording.measure(value, target);
  return lineText([figure, wording.day(asOf)]);
}

function planRow(row: ReportedRow, found: ReportableTarget | null, wording: ValueWording): RowPlan {
  const admitted = admit(row, found, wording);
  if ("left" in admitted) return admitted.left;
  const { target } = admitted;
  const named = nameRow(row, target, wording);
  const page = `/targets/${target.code}`;
  const answer = (outcome: LineOutcome, more: Partial<PlannedLine> = {}, entry: ValueEntry | null = null) =>
    toRowPlan(row, { outcome, text: named, ...more }, entry);
  if (!usesValue(target.facts.kind)) {
    return answer("refused", { problems: [{ cell: row.nameCell, kind: "steps-by-day" }], href: `${page}/report` });
  }
  const first = checkTyped(merge({ ...BLANK, asOf: row.texts.asOf ?? target.asOf }, row, target), target.facts, false);
  if (!first.ok) return answer("refused", { problems: problemsAt(first.errors, row, target, wording) });
  const { asOf } = first.update.reading;
  const draft = target.draftFor(asOf);
  const typed = merge(draft?.typed ?? BLANK, { ...row, texts: { ...row.texts, asOf } }, target);
  const checked = draft === null ? first : checkTyped(typed, target.facts, false);
  if (!checked.ok) return answer("refused", { problems: problemsAt(checked.errors, row, target, wording) });
  const { reading } = checked.update;
  const text = lineText([named, readingText(reading, target, wording)]);
  const fixed = target.fixed.find((one) => one.asOf === asOf);
  if (fixed !== undefined) {
    if (isSameReading(fixed, reading)) return { ...answer("same", { text }), fixed: { code: target.code, asOf } };
    const why = fixed.state === "approved" ? "approved-otherwise" : "waits-otherwise";
    return answer("conflict", { text, was: readingText(fixed, target, wording), why, href: page });
  }
  const complete = checkTyped(typed, target.facts, true);
  const missing = complete.ok ? {} : complete.errors;
  const needsFile = target.isEvidenceRequired && draft?.hasFiles !== true;
  const before = draft === null ? null : checkTyped(draft.typed, target.facts, false);
  const isSame = before?.ok === true && isSameReport(before.update, checked.update);
  const problems: PlannedProblem[] = [
    ...problemsAt(missing, row, target, wording),
    ...(needsFile ? [{ cell: row.cells.value ?? row.nameCell, kind: "file-required" }] : []),
    ...target.warningsOf(reading).map((kind) => ({ cell: row.cells.value ?? row.nameCell, kind: `outlier-${kind}` })),
  ];
  return answer(
    draft === null ? "added" : isSame ? "same" : "changed",
    {
      text,
      problems,
      was: before?.ok === true && !isSame ? readingText(before.update.reading, target, wording) : null,
    },
    {
      code: target.code,
      asOf,
      updateId: draft?.updateId ?? null,
      version: draft?.version ?? null,
      typed,
      isComplete: complete.ok && !needsFile,
    },
  );
}

/**
 * A later row of a target and period: without consequence if it says the same, else refused. Rows that an earlier import
 * of the file has submitted count too, so that importing it again does not accept what was refused.
 */
function withoutRepeats(plans: readonly RowPlan[], targets: ReadonlyMap<string, ReportableTarget>): RowPlan[] {
  const seen = new Map<string, { readonly asOf: IsoDate; readonly typed: Typed | null }[]>();
  return plans.map((plan) => {
    const { entry, line, fixed } = plan;
    const row = entry ?? fixed;
    if (row === undefined) return plan;
    const earlier = seen.get(row.code) ?? [];
    const isSamePeriod = targets.get(row.code)?.isSamePeriod ?? (() => true);
    const first = earlier.find(({ asOf }) => isSamePeriod(asOf, row.asOf));
    if (first === undefined) {
      seen.set(row.code, [...earlier, { asOf: row.asOf, typed: entry?.typed ?? null }]);
      return plan;
    }
    if (entry === null) return plan;
    const isRepeat = JSON.stringify(first.typed) === JSON.stringify(entry.typed);
    return { line: { ...line, outcome: isRepeat ? "same" : "refused", why: isRepeat ? null : "twice" }, entry: null };
  });
}

/**
 * The drafts that the rows would create or change. Blank cells change nothing and are never zero. Refused: rows whose
 * target is unknown or not the clerk's, and values that the form would reject. Conflicts: terms revised since the
 * workbook was downloaded, and days with another value that is approved or waits for review.
 */
export function planValues(
  rows: readonly ReportedRow[],
  targets: ReadonlyMap<string, ReportableTarget>,
  wording: ValueWording,
): ValuePlan {
  const find = ({ code }: ReportedRow) => (code === null ? null : (targets.get(code) ?? null));
  const ofSteps = planSteps(
    rows.filter(({ step }) => step !== null),
    find,
    wording,
  );
  const plans = withoutRepeats(
    rows.map((row) => ofSteps.get(row) ?? planRow(row, find(row), wording)),
    targets,
  );
  const of = (isSame: boolean) =>
    plans.flatMap(({ line, entry }) => (entry !== null && (line.outcome === "same") === isSame ? [entry] : []));
  return { lines: plans.map(({ line }) => line), entries: of(false), unchanged: of(true) };
}
