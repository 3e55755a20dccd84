// The terms of a target from its row, its steps and its transitions.
import "server-only";
import { Decimal } from "decimal.js";
import { z } from "zod";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { termsHistory } from "@/lib/domain/targets/revisions";
import type { TermsVersion } from "@/lib/domain/targets/standing";
import {
  BASELINE_ORIGINS,
  COMPARATORS,
  DIRECTIONS,
  JUDGINGS,
  METRIC_KINDS,
  type MilestoneStep,
  PLAN_SHAPES,
  type PlanPoint,
  type PlanValue,
  REPORTING_CALENDARS,
  type ReportingDate,
  TARGET_STATES,
  type TargetTerms,
  VERDICTS,
  type Verdict,
} from "@/lib/domain/targets/types";
import { revisedTermsSchema } from "@/lib/schemas/revision";
import { dayOf, dayOrNull, decimalOrNull, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { StepView } from "@/lib/views/target-detail";

/** The steps in force. */
const STEPS_IN_ORDER = {
  where: { removedAt: null },
  orderBy: { order: "asc" },
} as const satisfies Prisma.Target$stepsArgs;

const TRANSITIONS = {
  orderBy: { at: "desc" },
  select: { at: true, fromState: true, verdict: true },
} as const satisfies Prisma.Target$transitionsArgs;

/** What termsOf() reads besides the target's own columns. */
export const TERMS = {
  transitions: TRANSITIONS,
  metric: true,
  steps: STEPS_IN_ORDER,
  ownCalendar: { include: { dates: { orderBy: { asOf: "asc" } } } },
} as const satisfies Prisma.TargetInclude;

/** Changes of terms or state, latest first. */
export const CHANGES = {
  revisions: { orderBy: { revisedAt: "desc" }, select: { revisedAt: true, before: true } },
  transitions: TRANSITIONS,
} as const satisfies Prisma.TargetInclude;

type ChangesRecord = Prisma.TargetGetPayload<{ include: typeof CHANGES }>;

export type TermsRecord = Prisma.TargetGetPayload<{ include: typeof TERMS }>;

const planPointsSchema = z.array(z.object({ on: z.string().transform(isoDate), ratio: z.number() }));

const planValuesSchema = z.array(
  z.object({ on: z.string().transform(isoDate), value: z.string().transform((text) => new Decimal(text)) }),
);

export function toPlanPoints(column: Prisma.JsonValue): PlanPoint[] {
  return planPointsSchema.parse(column);
}

function toPlanValues(column: Prisma.JsonValue): PlanValue[] {
  return planValuesSchema.parse(column);
}

/** The rows of a custom calendar. */
export function toReportingDates(rows: readonly { readonly asOf: Date; readonly dueOn: Date }[]): ReportingDate[] {
  return rows.map(({ asOf, dueOn }) => ({ asOf: dayOf(asOf), dueOn: dayOf(dueOn) }));
}

function toBaseline(record: TermsRecord): TargetTerms["baseline"] {
  const value = decimalOrNull(record.baselineValue);
  if (value === null || record.baselineYear === null || record.baselineOrigin === null) return null;
  const origin = oneOf(BASELINE_ORIGINS, record.baselineOrigin);
  return { value, year: record.baselineYear, origin, ...(record.baselineProvisional && { isProvisional: true }) };
}

/** The steps of a version of the terms. @param rows of all steps that the target has or had */
export function toStepViews(steps: readonly MilestoneStep[], rows: TermsRecord["steps"]): StepView[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return steps.flatMap((step) => {
    const row = byKey.get(step.key);
    return row === undefined ? [] : [{ ...step, id: row.id, printed: row.printed }];
  });
}

function toSteps({ steps }: Pick<TermsRecord, "steps">): MilestoneStep[] {
  return steps
    .filter(({ removedAt }) => removedAt === null)
    .map(({ key, title, titleEn, weight, plannedOn }) => ({
      key,
      title,
      titleEn,
      weight: Number(weight),
      plannedOn: dayOf(plannedOn),
    }));
}

/** The verdict that applies in the state after this transition. */
function toVerdict(state: string, transition: TermsRecord["transitions"][number] | undefined): Verdict | null {
  const verdict = state === "closed" ? (transition?.verdict ?? null) : null;
  return verdict === null ? null : oneOf(VERDICTS, verdict);
}

/** The current terms, from the target's row. */
export function toTerms(record: TermsRecord): TargetTerms {
  return {
    kind: oneOf(METRIC_KINDS, record.metric.kind),
    direction: oneOf(DIRECTIONS, record.metric.direction),
    comparator: oneOf(COMPARATORS, record.comparator),
    orBetter: record.orBetter,
    tolerance: decimalOrNull(record.tolerance),
    judging: oneOf(JUDGINGS, record.judging),
    value: decimalOrNull(record.value),
    upperValue: decimalOrNull(record.upperValue),
    stretchValue: decimalOrNull(record.stretchValue),
    baseline: toBaseline(record),
    startOn: dayOf(record.startOn),
    dueOn: dayOf(record.dueOn),
    plan: {
      shape: oneOf(PLAN_SHAPES, record.planShape),
      points: toPlanPoints(record.planPoints),
      values: toPlanValues(record.planValues),
      mergeJanuaryFebruary: record.mergeJanuaryFebruary,
    },
    steps: toSteps(record),
    state: oneOf(TARGET_STATES, record.state),
    verdict: toVerdict(record.state, record.transitions[0]),
    issuedOn: dayOrNull(record.issuedOn),
    calendar: oneOf(REPORTING_CALENDARS, record.calendar),
    reportingDates: toReportingDates(record.ownCalendar?.dates ?? []),
    cutOffWorkingDays: record.cutOffWorkingDays,
    publicationLagMonths: record.publicationLagMonths,
  };
}

/** All versions of the terms known by `moment`, oldest first: from the original to the one in force then. */
export function toTermsVersions(
  record: TermsRecord & Pick<ChangesRecord, "revisions" | "transitions" | "createdAt">,
  moment?: Date,
): readonly [TermsVersion, ...TermsVersion[]] {
  const changes = [
    ...record.revisions.map(({ revisedAt, before }) => ({ at: revisedAt, before: revisedTermsSchema.parse(before) })),
    ...record.transitions.map(({ at, fromState }, index, all) => ({
      at,
      before: { state: oneOf(TARGET_STATES, fromState), verdict: toVerdict(fromState, all[index + 1]) },
    })),
  ].sort((one, other) => other.at.getTime() - one.at.getTime());
  const stamped = changes.map(({ at, before }) => ({ at: at.toISOString(), before }));
  const versions = termsHistory(toTerms(record), record.createdAt.toISOString(), stamped);
  if (moment === undefined) return versions;
  const [first, ...later] = versions;
  return [first, ...later.filter((version) => new Date(version.knownFrom) <= moment)];
}
