// Carries a target over: next year's draft with the final value of the year, or a provisional one, as its baseline.
import "server-only";
import type { Decimal } from "decimal.js";
import { addMonths, endOfMonth, type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { hasUpperValue, statesFigure } from "@/lib/domain/targets/comparators";
import { type BaselineOrigin, COMPARATORS, type Comparator, METRIC_KINDS } from "@/lib/domain/targets/types";
import { type YearEndValue, yearEndValue } from "@/lib/domain/targets/year-end-value";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOf, dayOrNull, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Change, mutate, type Result, reject, type Write } from "@/lib/server/mutation";
import { claimCode, reportingColumns } from "./draft";
import { queryStanding } from "./list-query";
import { findOpenOwner } from "./lock";
import { STEPS_IN_ORDER, toPlanPoints, toPlanValues } from "./terms-columns";

const CARRIED = {
  metric: true,
  owner: true,
  steps: STEPS_IN_ORDER,
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
 * Creates the draft of the following period: the same metric, owner, plan, steps and reporting, with the final value as
 * its baseline and a link to the earlier target. A range stays a range. Before the final value is known, the baseline is the typed one, marked
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
  const figures = figureColumns(oneOf(COMPARATORS, record.comparator), typed);
  const reached = await finalValueOf(record, context, tx);
  const baseline = baselineColumns(record, reached, provisional);
  const { id } = await tx.target.create({
    data: {
      ...carriedColumns(record),
      code: newCode,
      ...figures,
      ...baseline,
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

/** The figures of the new year: a range needs both or neither, a share of peers has none. */
function figureColumns(comparator: Comparator, typed: Pick<CarryOver, "value" | "upperValue">) {
  if (!statesFigure(comparator)) return { comparator };
  const value = takeFigure(typed.value, "value");
  if (!hasUpperValue(comparator)) return { comparator, value: value?.toFixed() ?? null };
  const upper = takeFigure(typed.upperValue ?? "", "upperValue");
  if (value === null && upper !== null) reject({ kind: "invalid", errors: { value: "required" } });
  if (value !== null && upper === null) reject({ kind: "invalid", errors: { upperValue: "required" } });
  if (value !== null && upper?.lt(value)) reject({ kind: "invalid", errors: { upperValue: "below-value" } });
  return { comparator, value: value?.toFixed() ?? null, upperValue: upper?.toFixed() ?? null };
}

function takeFigure(typed: string, field: "value" | "upperValue" | "baseline"): Decimal | null {
  const parsed = parseDecimalText(typed);
  return parsed.ok ? parsed.value : reject({ kind: "invalid", errors: { [field]: parsed.fault } });
}

/** The final value of a target, or the day of its latest value, as known on the context's day. */
export async function finalValueOf(
  { code, dueOn }: { readonly code: string; readonly dueOn: Date },
  context: Context,
  database: Pick<Transaction, "$queryRaw"> = db,
): Promise<YearEndValue> {
  const standing = await queryStanding(code, context, database);
  const { value = null, as_of: asOf = null } = standing ?? {};
  return yearEndValue({ value, asOf: dayOrNull(asOf) }, dayOf(dueOn));
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
  const [startOn, dueOn] = [dayOf(record.startOn), dayOf(record.dueOn)];
  const later = (day: IsoDate) => yearsLater(day, yearOf(dueOn) - yearOf(startOn) + 1);
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
    planValues: toPlanValues(record.planValues).map(({ on, value }) => ({ on: later(on), value: value.toFixed() })),
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

interface BaselineColumns {
  readonly baselineValue?: string;
  readonly baselineYear?: number;
  readonly baselineOrigin?: BaselineOrigin;
  readonly baselineProvisional?: true;
  readonly baselineNote?: string;
  readonly baselineNoteEn?: string;
}

/** The year of a baseline is that of the earlier due date. Steps and a yes-no have none. */
function baselineColumns(
  { code, dueOn, metric }: Carried,
  reached: YearEndValue,
  provisional: Decimal | null,
): BaselineColumns {
  if (!KIND_RULES[oneOf(METRIC_KINDS, metric.kind)].hasFigure) return {};
  const baselineYear = yearOf(dayOf(dueOn));
  if (reached.known) return finalBaseline(code, baselineYear, reached.value);
  const notes = baselineNotes(code, reached.asOf, provisional !== null);
  if (provisional === null) return notes;
  return {
    baselineValue: provisional.toFixed(),
    baselineYear,
    baselineOrigin: "entered",
    baselineProvisional: true,
    ...notes,
  };
}

/** The final value of the earlier target as a baseline; its note names that target. */
export function finalBaseline(code: string, baselineYear: number, value: Decimal) {
  const note = { baselineNote: code, baselineNoteEn: code };
  return { baselineValue: value.toFixed(), baselineYear, baselineOrigin: "derived", ...note } as const;
}

/** The same day years later; the last day of a month stays the last day. */
function yearsLater(day: IsoDate, years: number): IsoDate {
  const later = addMonths(day, 12 * years);
  return day === endOfMonth(day) ? endOfMonth(later) : later;
}

/** Why the baseline is empty or provisional. */
function baselineNotes(code: string, asOf: IsoDate | null, isProvisional: boolean) {
  const note = (lang: Language) => {
    const t = getTranslator(lang);
    if (isProvisional) return t("baselineNote.provisional", { code });
    return asOf === null ? t("baselineNote.none", { code }) : t("baselineNote.notYearEnd", { code, day: asOf });
  };
  return { baselineNote: note("zh-CN"), baselineNoteEn: note("en") };
}
