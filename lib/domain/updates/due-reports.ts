// The reports of a target that fell due, and whether each was on time.
import { earlierDate, type IsoDate, laterDate } from "@/lib/domain/calendar/iso-date";
import { type AwaitedReport, nextReportAfter } from "@/lib/domain/calendar/reporting-periods";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { CompletedStep, TargetTerms } from "@/lib/domain/targets/types";
import type { UpdateState } from "@/lib/domain/updates/types";

/** The worst first. `returned`: sent back, and nothing replaced it yet. */
export const DUE_REPORT_STATES = ["missing", "returned", "late", "on-time"] as const;
export type DueReportState = (typeof DUE_REPORT_STATES)[number];

/** A report as sent, with its state on the day of the question. */
export interface SentReport {
  readonly asOf: IsoDate;
  readonly state: UpdateState;
  readonly submittedOn: IsoDate | null;
  readonly completedSteps: readonly CompletedStep[];
}

export interface DueReport extends AwaitedReport {
  /** Null while it is neither sent nor past its due date. */
  readonly state: DueReportState | null;
  /** The day of the first report that completes the period; null without one. */
  readonly submittedOn: IsoDate | null;
}

const COUNTING: readonly UpdateState[] = ["submitted", "approved", "superseded"];

/**
 * The state of the report of one period on `today`. As for the next report, only a report at the end of the period or
 * later completes it. Its first submission decides whether it was on time, not its approval.
 */
export function dueReportState(
  { startOn, endOn, dueOn }: Pick<AwaitedReport, "startOn" | "endOn" | "dueOn">,
  reports: readonly SentReport[],
  today: IsoDate,
): Pick<DueReport, "state" | "submittedOn"> {
  const submissions = reports.flatMap(({ asOf, state, submittedOn }) =>
    COUNTING.includes(state) && asOf >= endOn && submittedOn !== null ? [submittedOn] : [],
  );
  if (submissions.length > 0) {
    const submittedOn = submissions.reduce(earlierDate);
    return { state: submittedOn <= dueOn ? "on-time" : "late", submittedOn };
  }
  const isReturned = reports.some(({ asOf, state }) => state === "returned" && startOn <= asOf && asOf <= endOn);
  if (isReturned) return { state: "returned", submittedOn: null };
  return { state: today > dueOn ? "missing" : null, submittedOn: null };
}

/**
 * The reports of a target that are due from `from` to `to`, by the rule of the next report: none for a period that ended
 * before the issue, and for a milestone none between two steps.
 *
 * @param terms of a target that was received; its state is not considered.
 * @param reports of any state, in any order, as known on `today`.
 * @internal dueReportsSql() is the same rule in SQL; a test compares the two.
 */
export function dueReports(
  terms: TargetTerms,
  reports: readonly SentReport[],
  imported: ImportedDays,
  [from, to]: readonly [IsoDate, IsoDate],
  today: IsoDate,
): DueReport[] {
  const accepting: TargetTerms = { ...terms, state: "received" };
  const counting = reports.filter(({ state }) => COUNTING.includes(state)).toSorted(compareByDate);
  const found: DueReport[] = [];
  let last: Pick<SentReport, "asOf" | "completedSteps"> | null = null;
  for (;;) {
    const next: AwaitedReport | null = nextReportAfter(accepting, last, imported);
    if (next === null || next.endOn > to) return found;
    const before = counting.findLast(({ asOf }) => asOf < next.startOn);
    if (before !== undefined && (last === null || before.asOf > last.asOf)) {
      last = before;
      continue;
    }
    if (from <= next.dueOn && next.dueOn <= to) {
      found.push({ ...next, ...dueReportState(next, reports, today) });
    }
    const latest = counting.findLast(({ asOf }) => asOf <= next.endOn);
    last = { asOf: laterDate(next.endOn, latest?.asOf ?? next.endOn), completedSteps: latest?.completedSteps ?? [] };
  }
}

function compareByDate(one: SentReport, other: SentReport): number {
  if (one.asOf !== other.asOf) return one.asOf < other.asOf ? -1 : 1;
  return (one.submittedOn ?? "") < (other.submittedOn ?? "") ? -1 : 1;
}

export type DueReportCounts = Readonly<Record<DueReportState, number>>;

export const NOTHING_DUE: DueReportCounts = { missing: 0, returned: 0, late: 0, "on-time": 0 };

/** The worst state that occurs; null when nothing was due. */
export function worstState(counts: DueReportCounts): DueReportState | null {
  return DUE_REPORT_STATES.find((state) => counts[state] > 0) ?? null;
}

/** The sum of counts, state by state. */
export function sumCounts(all: readonly DueReportCounts[]): DueReportCounts {
  const sum = (state: DueReportState) => all.reduce((total, counts) => total + counts[state], 0);
  return { missing: sum("missing"), returned: sum("returned"), late: sum("late"), "on-time": sum("on-time") };
}
