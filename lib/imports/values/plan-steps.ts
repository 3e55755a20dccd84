// What the rows of steps would change. The rows of one milestone are one report: the steps that are completed so far, and
// the texts of all its rows.
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import type { MilestoneStep } from "@/lib/domain/targets/types";
import { lineText, type PlannedLine } from "@/lib/imports/plan";
import {
  BLANK,
  type ExistingDraft,
  type FixedReport,
  type ReportableTarget,
  type Typed,
  type ValueWording,
} from "@/lib/imports/values/reportable-target";
import type { NamedStep, ReportedRow } from "@/lib/imports/values/reported-row";
import { admit, checkTyped, nameRow, problemsAt, type RowPlan, toRowPlan } from "@/lib/imports/values/row-plan";

const TEXTS = ["note", "problems", "nextStep"] as const;
type Steps = ReadonlyMap<string, string>;

/** What was reported of a milestone before the rows of a file. */
interface Before {
  readonly asOf: IsoDate;
  readonly draft: ExistingDraft | null;
  /** The latest report until that day that waits or is approved. */
  readonly fixed: FixedReport | null;
  readonly steps: Steps;
}

const toSteps = (steps: Typed["steps"]): Steps => new Map(steps.map(({ key, doneOn }) => [key, doneOn]));

function before(target: ReportableTarget, asOf: IsoDate): Before {
  const draft = target.draftFor(asOf);
  const earlier = target.fixed.filter((one) => one.asOf <= asOf);
  const fixed = earlier.toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1)).at(-1) ?? null;
  return { asOf, draft, fixed, steps: toSteps(draft?.typed.steps ?? fixed?.completedSteps ?? []) };
}

const plain = (text: string) => text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

/** By its printed title, because a sort can leave hidden keys behind; by its key where the title fits none or several. */
function findStep({ title, key }: NamedStep, { terms }: ReportableTarget): MilestoneStep | null {
  const titled = terms.steps.filter((step) => [step.title, step.titleEn].some((one) => plain(one) === plain(title)));
  if (titled.length === 1) return titled[0] ?? null;
  return (titled.length === 0 ? terms.steps : titled).find((step) => step.key === key) ?? null;
}

interface StepRow {
  readonly row: ReportedRow;
  readonly step: MilestoneStep;
  /** Null for a row with texts alone. */
  readonly doneOn: string | null;
  readonly text: string;
}

/** A row that can become part of the report, or its plan if it cannot. */
function readRow(
  row: ReportedRow,
  target: ReportableTarget,
  { asOf, fixed }: Before,
  wording: ValueWording,
): StepRow | RowPlan {
  const named = nameRow(row, target, wording);
  const refuse = (problems: PlannedLine["problems"] = []) =>
    toRowPlan(row, { outcome: "refused", text: named, problems });
  const step = row.step === null ? null : findStep(row.step, target);
  if (step === null) return refuse([{ cell: row.nameCell, kind: "unknown-step" }]);
  const { doneOn: typedDay = null, asOf: typedAsOf = asOf } = row.texts;
  const day = typedDay === null ? null : parseIsoDate(typedDay);
  if (typedDay !== null && day === null) return refuse(problemsAt({ steps: "not-a-date" }, row, target, wording));
  const steps = day === null ? [] : [{ key: step.key, doneOn: day }];
  const checked = checkTyped({ ...BLANK, ...row.texts, value: "", asOf: typedAsOf, steps }, target.facts, false);
  if (!checked.ok) return refuse(problemsAt(checked.errors, row, target, wording));
  if (typedAsOf !== asOf) return refuse(problemsAt({ asOf: "another-as-of" }, row, target, wording));
  const text = lineText([named, day === null ? null : wording.day(day)]);
  const known = fixed?.completedSteps.find(({ key }) => key === step.key);
  if (fixed === null || (known === undefined && fixed.asOf < asOf)) return { row, step, doneOn: day, text };
  const isSame = day === null || known?.doneOn === day;
  if (isSame && fixed.asOf < asOf) return { row, step, doneOn: day, text };
  if (isSame) return toRowPlan(row, { outcome: "same", text });
  const why = fixed.state === "approved" ? "approved-otherwise" : "waits-otherwise";
  const was = known === undefined ? null : wording.day(known.doneOn);
  return toRowPlan(row, { outcome: "conflict", text, was, why, href: `/targets/${target.code}` });
}

/** The texts of all rows; of several rows each with the name of its step. */
function joinTexts(rows: readonly StepRow[], { lang }: ValueWording): Partial<Pick<Typed, (typeof TEXTS)[number]>> {
  const joined = TEXTS.map((column) => {
    const said = rows.filter(({ row }) => row.texts[column] !== undefined);
    const nameOf = ({ title, titleEn }: MilestoneStep) => (lang === "en" ? `${titleEn}: ` : `${title}：`);
    const lines = said.map(({ row, step }) => `${said.length > 1 ? nameOf(step) : ""}${row.texts[column]}`);
    return [column, lines.join("\n")] as const;
  });
  return Object.fromEntries(joined.filter(([, text]) => text !== ""));
}

function planReport(
  rows: readonly StepRow[],
  target: ReportableTarget,
  { asOf, draft, steps }: Before,
  wording: ValueWording,
): ReadonlyMap<ReportedRow, RowPlan> {
  const done = new Map(steps);
  for (const { step, doneOn } of rows) if (doneOn !== null) done.set(step.key, doneOn);
  const typed: Typed = {
    ...(draft?.typed ?? BLANK),
    asOf,
    steps: [...done].map(([key, doneOn]) => ({ key, doneOn })),
    ...joinTexts(rows, wording),
  };
  const checked = checkTyped(typed, target.facts, false);
  const hasNewTexts = TEXTS.some((column) => typed[column] !== (draft?.typed[column] ?? ""));
  const plan = ({ row, step, doneOn, text }: StepRow): RowPlan => {
    if (!checked.ok) {
      return toRowPlan(row, { outcome: "refused", text, problems: problemsAt(checked.errors, row, target, wording) });
    }
    const known = steps.get(step.key);
    if (doneOn !== null && known === undefined) return toRowPlan(row, { outcome: "added", text });
    if (doneOn !== null && known !== doneOn) {
      return toRowPlan(row, { outcome: "changed", text, was: wording.day(known as IsoDate) });
    }
    const isNew = hasNewTexts && TEXTS.some((column) => row.texts[column] !== undefined);
    return toRowPlan(row, { outcome: isNew ? (draft === null ? "added" : "changed") : "same", text });
  };
  const plans = rows.map(plan);
  const writer = Math.max(
    0,
    plans.findIndex(({ line }) => line.outcome !== "same"),
  );
  const isWritten = checked.ok && (draft !== null || plans[writer]?.line.outcome !== "same");
  const needsFile = target.isEvidenceRequired && draft?.hasFiles !== true;
  return new Map(
    rows.map(({ row }, index) => {
      const own = plans[index] as RowPlan;
      if (index !== writer || !isWritten) return [row, own];
      const entry = {
        code: target.code,
        asOf,
        updateId: draft?.updateId ?? null,
        version: draft?.version ?? null,
        typed,
        isComplete: checkTyped(typed, target.facts, true).ok && !needsFile,
      };
      const file = needsFile ? [{ cell: row.cells.doneOn ?? row.nameCell, kind: "file-required" }] : [];
      return [row, { line: { ...own.line, problems: [...(own.line.problems ?? []), ...file] }, entry }];
    }),
  );
}

/** A later row of a step: without consequence if it says the same, else refused. */
function withoutRepeats(rows: readonly StepRow[]): {
  readonly kept: StepRow[];
  readonly repeats: [ReportedRow, RowPlan][];
} {
  const first = new Map<string, StepRow>();
  const repeats: [ReportedRow, RowPlan][] = [];
  for (const one of rows) {
    const earlier = first.get(one.step.key);
    if (earlier === undefined) first.set(one.step.key, one);
    else {
      const isSame = JSON.stringify(earlier.row.texts) === JSON.stringify(one.row.texts);
      const line = { outcome: isSame ? "same" : "refused", text: one.text, why: isSame ? null : "twice" } as const;
      repeats.push([one.row, toRowPlan(one.row, line)]);
    }
  }
  return { kept: [...first.values()], repeats };
}

function planTarget(
  rows: readonly ReportedRow[],
  target: ReportableTarget,
  wording: ValueWording,
): [ReportedRow, RowPlan][] {
  const asOf = rows.flatMap(({ texts }) => (texts.asOf === undefined ? [] : (parseIsoDate(texts.asOf) ?? [])))[0];
  const known = before(target, asOf ?? target.asOf);
  const read = rows.map((row) => [row, readRow(row, target, known, wording)] as const);
  const left = read.flatMap(([row, one]): [ReportedRow, RowPlan][] => ("line" in one ? [[row, one]] : []));
  const { kept, repeats } = withoutRepeats(read.flatMap(([, one]) => ("line" in one ? [] : [one])));
  return [...left, ...repeats, ...planReport(kept, target, known, wording)];
}

/** The plan of each row. */
export function planSteps(
  rows: readonly ReportedRow[],
  find: (row: ReportedRow) => ReportableTarget | null,
  wording: ValueWording,
): ReadonlyMap<ReportedRow, RowPlan> {
  const plans = new Map<ReportedRow, RowPlan>();
  const byTarget = new Map<ReportableTarget, ReportedRow[]>();
  for (const row of rows) {
    const admitted = admit(row, find(row), wording);
    if ("left" in admitted) plans.set(row, admitted.left);
    else byTarget.set(admitted.target, [...(byTarget.get(admitted.target) ?? []), row]);
  }
  for (const [target, own] of byTarget) {
    for (const [row, plan] of planTarget(own, target, wording)) plans.set(row, plan);
  }
  return plans;
}
