// Carries a target over: next year's draft with the final value of the year, or a provisional one, as its baseline.
import "server-only";
import { Decimal } from "decimal.js";
import { addMonths, endOfMonth, type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { carriedPlanValues } from "@/lib/domain/targets/carried-plan";
import { hasUpperValue, statesFigure } from "@/lib/domain/targets/comparators";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import { validateTerms } from "@/lib/domain/targets/terms";
import { COMPARATORS, type Comparator, JUDGINGS } from "@/lib/domain/targets/types";
import { resultValue, type YearEndValue, yearEndValue } from "@/lib/domain/targets/year-end-value";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOf, dayOrNull, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Change, mutate, type Result, reject, type Write } from "@/lib/server/mutation";
import { baselineColumns } from "./carried-baseline";
import { claimCode, reportingColumns } from "./draft";
import { queryStanding } from "./list-query";
import { findOpenOwner } from "./lock";
import { TERMS, toPlanPoints, toTerms } from "./terms-columns";

const CARRIED = {
  ...TERMS,
  owner: true,
  supporting: true,
  labels: true,
} as const satisfies Prisma.TargetInclude;
type Carried = Prisma.TargetGetPayload<{ include: typeof CARRIED }>;

export interface CarryOver {
  readonly code: string;
  readonly newCode: string;
  /** The figure of the new year, as typed. */
  readonly value: string;
  /** The upper figure of a range, as typed. */
  readonly upperValue?: string;
  /** A provisional baseline, as typed; ignored once the final value is known. */
  readonly baseline?: string;
}

/**
 * Creates the draft of the following period: the same metric, owner, shape of the plan, steps and reporting, with the
 * final value as its baseline and a link to the earlier target. A range stays a range. Before the final value is known, the baseline is the typed one, marked
 * provisional; without it the baseline is empty and its note says why. Rejects a code in use, an invalid value, a draft
 * or withdrawn target, and a closed owner.
 */
export function carryOverTarget(input: CarryOver, context: Context): Promise<Result<{ code: string }>> {
  return mutate("target.create", context, (write) => recordCarryOver(write, input));
}

/** The same in the transaction of the caller, who has checked the permission. */
export async function recordCarryOver(
  { tx, ...context }: Write,
  { code, newCode, baseline: estimate = "", ...typed }: CarryOver,
): Promise<Change<{ code: string }>> {
  const { clock } = context;
  const provisional = takeFigure(estimate, "baseline");
  const released = await claimCode(tx, newCode, "newCode", clock.now);
  const record = await findCarried(tx, code);
  const figures = figureColumns(record, typed);
  const reached = await finalValueOf(record, context, tx);
  const baseline = baselineColumns(record, reached, provisional);
  const { id } = await tx.target.create({
    data: {
      ...carriedColumns(record),
      code: newCode,
      ...figures,
      ...baseline,
      planValues: plannedValues(record, figures.value, baseline.baselineValue),
      carriedFromId: record.id,
      state: "draft",
      searchText: [newCode, record.searchText].join("\n"),
      createdAt: clock.now,
    },
  });
  const { baselineValue = null, baselineProvisional } = baseline;
  const after = {
    code: newCode,
    from: code,
    owner: record.owner.slug,
    metric: record.metric.key,
    baseline: baselineValue,
    ...(baselineProvisional && { provisional: true }),
  };
  return {
    result: { code: newCode },
    standingsOf: [id],
    events: [...released, { action: "target.carried-over", id, before: null, after }],
  };
}

interface FigureColumns {
  readonly comparator: Comparator;
  readonly value?: string | null;
  readonly upperValue?: string | null;
}

/**
 * The figures of the new year, by the rules of the form: a share of peers has none, and a range needs both or neither.
 */
function figureColumns(record: Carried, typed: Pick<CarryOver, "value" | "upperValue">): FigureColumns {
  const comparator = oneOf(COMPARATORS, record.comparator);
  if (!statesFigure(comparator)) return { comparator };
  const isRange = hasUpperValue(comparator);
  const value = takeFigure(typed.value, "value")?.toFixed() ?? null;
  const upperValue = (isRange && takeFigure(typed.upperValue ?? "", "upperValue")?.toFixed()) || null;
  if (value === null && upperValue !== null) reject({ kind: "invalid", errors: { value: "required" } });
  const terms = toTerms(record);
  const { kind } = terms;
  const faults = validateTerms(
    { ...toRevisableTerms(terms), value, upperValue, stretchValue: null },
    { kind, state: "draft", citesSource: true },
  );
  for (const field of ["value", "upperValue"] as const) {
    const fault = faults[field];
    if (fault !== undefined) reject({ kind: "invalid", errors: { [field]: fault } });
  }
  return isRange ? { comparator, value, upperValue } : { comparator, value };
}

/** The planned values of the new year; as they were for steps and an answer, which have none. */
function plannedValues(record: Carried, value: string | null = null, baseline: string | null = null) {
  const later = laterBy(record);
  const next = {
    value: value === null ? null : new Decimal(value),
    baseline: baseline === null ? null : new Decimal(baseline),
    precision: record.metric.precision,
  };
  const values = carriedPlanValues(toTerms(record), next);
  return values.map((planned) => ({ on: later(planned.on), value: planned.value.toFixed() }));
}

function takeFigure(typed: string, field: "value" | "upperValue" | "baseline"): Decimal | null {
  const parsed = parseDecimalText(typed);
  return parsed.ok ? parsed.value : reject({ kind: "invalid", errors: { [field]: parsed.fault } });
}

/** The final value of a target, or the day of its latest value, as known on the context's day. */
export async function finalValueOf(
  { code, dueOn, judging }: { readonly code: string; readonly dueOn: Date; readonly judging: string },
  context: Context,
  database: Pick<Transaction, "$queryRaw"> = db,
): Promise<YearEndValue> {
  const standing = await queryStanding(code, context, database);
  const { value = null, judged_value: judgedValue = null, as_of: asOf = null } = standing ?? {};
  const result = resultValue(oneOf(JUDGINGS, judging), { value, judgedValue });
  return yearEndValue({ value: result, asOf: dayOrNull(asOf) }, dayOf(dueOn));
}

async function findCarried(tx: Transaction, code: string): Promise<Carried> {
  const record = (await tx.target.findUnique({ where: { code }, include: CARRIED })) ?? reject({ kind: "not-found" });
  if (record.state === "draft" || record.state === "withdrawn") reject({ kind: "forbidden" });
  const owner = await findOpenOwner(tx, record.owner.slug);
  if (owner === null) reject({ kind: "invalid", errors: { form: "owner-closed" } });
  return record;
}

/** What carries over unchanged, with its days moved to the following period. */
function carriedColumns(record: Carried) {
  const [startOn, dueOn, later] = [dayOf(record.startOn), dayOf(record.dueOn), laterBy(record)];
  return {
    title: record.title,
    titleEn: record.titleEn,
    ownerId: record.ownerId,
    metricId: record.metricId,
    orBetter: record.orBetter,
    tolerance: record.tolerance,
    judging: record.judging,
    startOn: dayColumn(later(startOn)),
    dueOn: dayColumn(later(dueOn)),
    periodPrinted: false,
    planShape: record.planShape,
    planPoints: toPlanPoints(record.planPoints).map(({ on, ratio }) => ({ on: later(on), ratio })),
    planNote: record.planNote,
    planNoteEn: record.planNoteEn,
    ...reportingColumns(record),
    weight: record.weight,
    visibility: record.visibility,
    note: record.note,
    noteEn: record.noteEn,
    steps: {
      create: record.steps.map(({ key, title, titleEn, weight, order, plannedOn }) => ({
        key,
        title,
        titleEn,
        weight,
        order,
        plannedOn: dayColumn(later(dayOf(plannedOn))),
        printed: false,
      })),
    },
    supporting: { create: record.supporting.map(({ departmentId }) => ({ departmentId })) },
    labels: { create: record.labels.map(({ labelId, number }) => ({ labelId, number })) },
  };
}

/** Moves a day to the following period, by the number of years that the period touches. */
function laterBy(record: Carried): (day: IsoDate) => IsoDate {
  const years = yearOf(dayOf(record.dueOn)) - yearOf(dayOf(record.startOn)) + 1;
  return (day) => yearsLater(day, years);
}

/** The same day years later; the last day of a month stays the last day. */
function yearsLater(day: IsoDate, years: number): IsoDate {
  const later = addMonths(day, 12 * years);
  return day === endOfMonth(day) ? endOfMonth(later) : later;
}
