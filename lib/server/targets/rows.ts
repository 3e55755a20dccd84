// Converts stored rows to the results of reads.
import "server-only";
import { Decimal } from "decimal.js";
import { z } from "zod";
import { isoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { isPromised } from "@/lib/domain/targets/life-cycle";
import { termsHistory } from "@/lib/domain/targets/revisions";
import { ROLL_UP_METHODS } from "@/lib/domain/targets/roll-up";
import type { TermsVersion } from "@/lib/domain/targets/standing";
import {
  BASELINE_ORIGINS,
  COMPARATORS,
  DIRECTIONS,
  FRESHNESSES,
  JUDGINGS,
  LIGHTS,
  METRIC_KINDS,
  type MilestoneStep,
  PLAN_SHAPES,
  type PlanPoint,
  type PlanValue,
  REPORTING_CALENDARS,
  type Reading,
  TARGET_STATES,
  type TargetTerms,
  UNKNOWN_REASONS,
  VERDICTS,
  type Verdict,
  VISIBILITIES,
} from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import { revisedTermsSchema } from "@/lib/schemas/revision";
import { dayOf, dayOrNull, decimalOrNull, numberOrNull, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { StandingOnDay, TargetRow } from "@/lib/views/target";
import type { StepView } from "@/lib/views/target-detail";
import type { StandingRow } from "./list-query";

export const STEPS_IN_ORDER = { orderBy: { order: "asc" } } as const satisfies Prisma.Target$stepsArgs;

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

/** The supporting departments, as permissions expect them. */
export const SUPPORTING = {
  supporting: { select: { department: { select: { id: true, slug: true } } } },
} as const satisfies Prisma.TargetInclude;

/** The columns of a target that permissions depend on. */
export const SCOPE_COLUMNS = {
  ownerId: true,
  visibility: true,
  state: true,
  issuedAt: true,
} as const satisfies Prisma.TargetSelect;

interface ScopeRecord {
  readonly ownerId: string;
  readonly visibility: string;
  readonly state: string;
  readonly issuedAt: Date | null;
}

/** The scope of permissions from a target's own row. */
export function toTargetScope({ ownerId, visibility, state, issuedAt }: ScopeRecord) {
  return {
    ownerId,
    visibility: oneOf(VISIBILITIES, visibility),
    state: oneOf(TARGET_STATES, state),
    isIssued: issuedAt !== null,
  };
}

/** The same as known at `moment`, for earlier days. */
export function isIssuedAt({ issuedAt }: Pick<ScopeRecord, "issuedAt">, moment: Date): boolean {
  return issuedAt !== null && issuedAt <= moment;
}

export const TARGET_ROW = {
  ...CHANGES,
  ...TERMS,
  quote: { include: { section: { select: { sourceId: true } } } },
} as const satisfies Prisma.TargetInclude;

type TargetRecord = Prisma.TargetGetPayload<{ include: typeof TARGET_ROW }>;
type ChangesRecord = Prisma.TargetGetPayload<{ include: typeof CHANGES }>;
export type TermsRecord = Prisma.TargetGetPayload<{ include: typeof TERMS }>;

export function bilingual(zh: string, en: string): Bilingual {
  return { "zh-CN": zh, en };
}

const planPointsSchema = z.array(z.object({ on: z.string().transform(isoDate), ratio: z.number() }));
const planValuesSchema = z.array(
  z.object({ on: z.string().transform(isoDate), value: z.string().transform((text) => new Decimal(text)) }),
);

export function toPlanPoints(column: Prisma.JsonValue): PlanPoint[] {
  return planPointsSchema.parse(column);
}

export function toPlanValues(column: Prisma.JsonValue): PlanValue[] {
  return planValuesSchema.parse(column);
}

function toBaseline(record: TermsRecord): TargetTerms["baseline"] {
  const value = decimalOrNull(record.baselineValue);
  if (value === null || record.baselineYear === null || record.baselineOrigin === null) return null;
  const origin = oneOf(BASELINE_ORIGINS, record.baselineOrigin);
  return { value, year: record.baselineYear, origin, ...(record.baselineProvisional && { isProvisional: true }) };
}

export function toSteps(record: Pick<TermsRecord, "steps">): StepView[] {
  return record.steps.map((step) => ({
    id: step.id,
    key: step.key,
    title: step.title,
    titleEn: step.titleEn,
    weight: Number(step.weight),
    plannedOn: dayOf(step.plannedOn),
    printed: step.printed,
  }));
}

function domainSteps(record: TermsRecord): MilestoneStep[] {
  return toSteps(record).map(({ id: _id, printed: _printed, ...step }) => step);
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
    steps: domainSteps(record),
    state: oneOf(TARGET_STATES, record.state),
    verdict: toVerdict(record.state, record.transitions[0]),
    issuedOn: dayOrNull(record.issuedOn),
    calendar: oneOf(REPORTING_CALENDARS, record.calendar),
    reportingDates: (record.ownCalendar?.dates ?? []).map(({ asOf, dueOn }) => ({
      asOf: dayOf(asOf),
      dueOn: dayOf(dueOn),
    })),
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

export const UPDATE_READING = {
  steps: { include: { step: { select: { key: true } } } },
} as const satisfies Prisma.UpdateInclude;
type ReadingRecord = Prisma.UpdateGetPayload<{ include: typeof UPDATE_READING }>;

/** The value of an update for its metric. */
export function toReading(record: ReadingRecord): Reading {
  return {
    asOf: dayOf(record.asOf),
    value: decimalOrNull(record.value),
    numerator: decimalOrNull(record.numerator),
    denominator: decimalOrNull(record.denominator),
    peers: record.peers,
    completedSteps: record.steps.map(({ step, doneOn }) => ({ key: step.key, doneOn: dayOf(doneOn) })),
  };
}

function toStanding(row: StandingRow): StandingOnDay {
  const asOf = dayOrNull(row.as_of);
  return {
    light: oneOf(LIGHTS, row.light),
    freshness: oneOf(FRESHNESSES, row.freshness),
    latest:
      asOf === null ? null : { updateId: row.update_id, value: decimalOrNull(row.value), asOf, sample: row.sample },
    completionRatio: numberOrNull(row.completion_ratio),
    expectedRatio: numberOrNull(row.expected_ratio),
    gapPoints: numberOrNull(row.gap_points),
    gapValue: decimalOrNull(row.gap_value),
    judgedValue: decimalOrNull(row.judged_value),
    met: row.met,
    adjusted: row.adjusted,
    reason: row.reason === null ? null : oneOf(UNKNOWN_REASONS, row.reason),
    nextReportOpensOn: dayOrNull(row.next_report_opens_on),
    nextReportDueOn: dayOrNull(row.next_report_due_on),
  };
}

/** The standing with the number of peers that its latest place was reported with. */
export function withPeersOf(standing: StandingOnDay, readings: TargetRow["course"]): StandingOnDay {
  const { latest } = standing;
  const peers = readings.find((one) => one.asOf === latest?.asOf)?.peers ?? null;
  return latest === null || peers === null ? standing : { ...standing, latest: { ...latest, peers } };
}

/** The row as known at `moment`. */
export function toTargetRow(record: TargetRecord, standing: StandingRow, moment: Date): TargetRow {
  const versions = toTermsVersions(record, moment);
  const { terms } = versions.at(-1) ?? versions[0];
  const original = versions.find((version) => isPromised(version.terms)) ?? null;
  const { metric, quote } = record;
  return {
    id: record.id,
    code: record.code,
    title: bilingual(record.title, record.titleEn),
    owner: { slug: standing.owner_slug, name: bilingual(standing.owner_name, standing.owner_name_en) },
    metric: {
      key: metric.key,
      name: bilingual(metric.name, metric.nameEn),
      unit: metric.unit,
      kind: terms.kind,
      precision: metric.precision,
      definition: bilingual(metric.definition, metric.definitionEn),
      dataSource: bilingual(metric.dataSource, metric.dataSourceEn),
    },
    terms,
    isPart: record.parentId !== null,
    rollUp: record.rollUp === null ? null : oneOf(ROLL_UP_METHODS, record.rollUp),
    original: standing.adjusted && original !== null ? original.terms : null,
    year: yearOf(terms.dueOn),
    periodPrinted: record.periodPrinted,
    standing: toStanding(standing),
    quote:
      quote === null
        ? null
        : { key: quote.key, text: quote.text, textEn: quote.textEn, sourceId: quote.section.sourceId },
    course: [],
  };
}
