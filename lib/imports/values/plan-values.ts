// What the rows of a value workbook would change, line by line: a pure rule over the targets, drafts and reports.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { type ReportFacts, usesValue } from "@/lib/domain/updates/report-rules";
import { type ImportPlan, type LineOutcome, lineText, type PlannedLine, type PlannedProblem } from "@/lib/imports/plan";
import { normalizeAnswer } from "@/lib/imports/values/read-value-sheets";
import type { ReportedRow } from "@/lib/imports/values/reported-row";
import { isSameReading, isSameReport } from "@/lib/imports/values/same-report";
import type { EntryColumn } from "@/lib/imports/values/value-columns";
import { checkUpdate, type FieldErrors } from "@/lib/schemas/update";

/** The fields of a report, as a form sends them. */
type Typed = Readonly<Record<EntryColumn | "evidence", string>>;

export interface ExistingDraft {
  readonly updateId: string;
  readonly version: number;
  readonly asOf: IsoDate;
  readonly hasFiles: boolean;
  readonly typed: Typed;
}

/** What the plan knows of a target that the clerk may read. */
export interface ReportableTarget {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly terms: TargetTerms;
  readonly facts: ReportFacts;
  readonly termsVersion: number;
  readonly mayReport: boolean;
  readonly isEvidenceRequired: boolean;
  /** The day of the report that is due. */
  readonly asOf: IsoDate;
  readonly isSamePeriod: (one: IsoDate, other: IsoDate) => boolean;
  /** The clerk's draft for the period of a day. */
  readonly draftFor: (asOf: IsoDate) => ExistingDraft | null;
  /** Reports that cannot be replaced by a draft. */
  readonly fixed: readonly (Reading & { readonly state: "approved" | "submitted" })[];
  /** Keys of `review.outliers`. */
  readonly warningsOf: (reading: Reading) => readonly string[];
}

export interface ValueEntry {
  readonly code: string;
  readonly asOf: IsoDate;
  readonly updateId: string | null;
  readonly version: number | null;
  readonly typed: Typed;
  /** It has everything that a submitted report needs. */
  readonly isComplete: boolean;
}

export interface ValuePlan extends ImportPlan<ValueEntry> {
  /** Drafts that are already as their rows say. */
  readonly unchanged: readonly ValueEntry[];
}

export interface ValueWording {
  readonly measure: (value: Decimal, target: ReportableTarget) => string;
  readonly day: (asOf: IsoDate) => string;
  readonly termsChanged: (target: ReportableTarget) => string;
  /** The message of a fault that names something; undefined for the message of its key. */
  readonly fault: (kind: string, target: ReportableTarget) => string | undefined;
}

type Fields = Partial<Record<EntryColumn, string>>;

const BLANK: Typed = {
  asOf: "",
  value: "",
  numerator: "",
  denominator: "",
  peers: "",
  note: "",
  problems: "",
  nextStep: "",
  evidence: "",
};

/** Blank cells keep what the draft has; a ratio is reported by its parts or as a percentage, not both. */
function merge(before: Typed, { texts }: ReportedRow, { facts }: ReportableTarget): Typed {
  const said: Fields = { ...texts };
  if (facts.kind === "yes-no" && said.value !== undefined) said.value = normalizeAnswer(said.value);
  if (facts.kind === "ratio" && said.value !== undefined && said.numerator === undefined) {
    return { ...before, numerator: "", denominator: "", ...said };
  }
  const hasParts = said.numerator !== undefined || said.denominator !== undefined;
  return { ...before, ...(facts.kind === "ratio" && hasParts && { value: "" }), ...said };
}

function check(typed: Typed, facts: ReportFacts, complete: boolean) {
  return checkUpdate({ ...typed, requestKey: "workbook" }, facts, complete);
}

interface RowPlan {
  readonly line: PlannedLine;
  readonly entry: ValueEntry | null;
  /** Of a row whose value waits or is approved already. */
  readonly fixed?: { readonly code: string; readonly asOf: IsoDate };
}

/** The problems of fields at their cells; a field without a cell is named at the row's own. */
function problemsAt(
  errors: FieldErrors,
  row: ReportedRow,
  target: ReportableTarget,
  wording: ValueWording,
): PlannedProblem[] {
  return Object.entries(errors).map(([field, kind]) => {
    const text = wording.fault(kind, target);
    const cell = row.cells[field as EntryColumn] ?? row.cells.value ?? row.nameCell;
    return { cell, kind, ...(text !== undefined && { text }) };
  });
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

function planRow(row: ReportedRow, target: ReportableTarget | null, wording: ValueWording): RowPlan {
  const named = lineText([target?.code ?? row.code, target?.title ?? row.title]);
  const answer = (
    outcome: LineOutcome,
    { text = named, why = null, was = null, problems = [], href }: Partial<PlannedLine> = {},
    entry: ValueEntry | null = null,
  ): RowPlan => ({
    line: {
      line: row.line,
      sheet: row.sheet,
      outcome,
      text,
      why,
      was,
      problems: [...row.faults, ...problems, ...row.warnings],
      ...(href !== undefined && { href }),
    },
    entry,
  });
  if (target === null) {
    const isNamed = row.faults.some(({ kind }) => kind === "unknown-target");
    return answer("refused", { problems: isNamed ? [] : [{ cell: row.nameCell, kind: "unknown-target" }] });
  }
  const page = `/targets/${target.code}`;
  if (!target.mayReport) return answer("refused", { problems: [{ cell: row.nameCell, kind: "cannot-report" }] });
  if (!usesValue(target.facts.kind)) {
    return answer("refused", { problems: [{ cell: row.nameCell, kind: "steps-by-form" }], href: `${page}/report` });
  }
  if (row.faults.length > 0) return answer("refused");
  const isChanged = row.warnings.some(({ kind }) => kind === "target-changed");
  if (isChanged || (row.termsVersion !== null && row.termsVersion !== target.termsVersion)) {
    return answer("conflict", { why: wording.termsChanged(target), href: page });
  }
  const first = check(merge({ ...BLANK, asOf: row.texts.asOf ?? target.asOf }, row, target), target.facts, false);
  if (!first.ok) return answer("refused", { problems: problemsAt(first.errors, row, target, wording) });
  const { asOf } = first.update.reading;
  const draft = target.draftFor(asOf);
  const typed = merge(draft?.typed ?? BLANK, { ...row, texts: { ...row.texts, asOf } }, target);
  const checked = draft === null ? first : check(typed, target.facts, false);
  if (!checked.ok) return answer("refused", { problems: problemsAt(checked.errors, row, target, wording) });
  const { reading } = checked.update;
  const text = lineText([named, readingText(reading, target, wording)]);
  const fixed = target.fixed.find((one) => one.asOf === asOf);
  if (fixed !== undefined) {
    if (isSameReading(fixed, reading)) return { ...answer("same", { text }), fixed: { code: target.code, asOf } };
    const why = fixed.state === "approved" ? "approved-otherwise" : "waits-otherwise";
    return answer("conflict", { text, was: readingText(fixed, target, wording), why, href: page });
  }
  const complete = check(typed, target.facts, true);
  const missing = complete.ok ? {} : complete.errors;
  const needsFile = target.isEvidenceRequired && draft?.hasFiles !== true;
  const before = draft === null ? null : check(draft.typed, target.facts, false);
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
  const plans = withoutRepeats(
    rows.map((row) => planRow(row, row.code === null ? null : (targets.get(row.code) ?? null), wording)),
    targets,
  );
  const of = (isSame: boolean) =>
    plans.flatMap(({ line, entry }) => (entry !== null && (line.outcome === "same") === isSame ? [entry] : []));
  return { lines: plans.map(({ line }) => line), entries: of(false), unchanged: of(true) };
}
