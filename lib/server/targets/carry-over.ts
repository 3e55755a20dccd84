// Carries a target over: next year's draft with the year's own end value as its baseline.
import "server-only";
import { addMonths, endOfMonth, yearOf } from "@/lib/domain/calendar/iso-date";
import { singleFigureComparator } from "@/lib/domain/targets/goal";
import { COMPARATORS } from "@/lib/domain/targets/types";
import { type YearEndValue, yearEndValue } from "@/lib/domain/targets/year-end-value";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import { claimCode, reportingColumns } from "./draft";
import { queryStanding } from "./list-query";
import { findOpenOwner } from "./lock";
import { STEPS_IN_ORDER } from "./rows";

const CARRIED = {
  metric: true,
  owner: true,
  steps: STEPS_IN_ORDER,
  supporting: true,
} as const satisfies Prisma.TargetInclude;
type Carried = Prisma.TargetGetPayload<{ include: typeof CARRIED }>;

export interface CarryOver {
  readonly code: string;
  readonly newCode: string;
  /** The figure of the new year, as typed. */
  readonly value: string;
}

/**
 * Creates next year's draft of a target: the same metric, owner and reporting, one year later, with the year-end value
 * as its baseline. If the last value is from an earlier day, the baseline is empty and its note says why. Rejects a
 * code in use, an invalid value, a draft or withdrawn target, and a closed owner.
 */
export function carryOverTarget(
  { code, newCode, value: typed }: CarryOver,
  context: Context,
): Promise<Result<{ code: string }>> {
  return mutate("target.create", context, async ({ tx, clock }) => {
    const value = parseDecimalText(typed);
    if (!value.ok) reject({ kind: "invalid", errors: { value: value.fault } });
    const released = await claimCode(tx, newCode, "newCode", clock.now);
    const record = await findCarried(tx, code);
    const standing = await queryStanding(code, context, tx);
    const reached = yearEndValue(
      { value: standing?.value ?? null, asOf: standing?.as_of ? dayOf(standing.as_of) : null },
      dayOf(record.dueOn),
    );
    const { id } = await tx.target.create({
      data: {
        ...carriedColumns(record),
        code: newCode,
        value: value.value?.toFixed() ?? null,
        ...baselineColumns(record, reached),
        state: "draft",
        searchText: [newCode, record.searchText].join("\n"),
        createdAt: clock.now,
      },
    });
    const baseline = reached.known ? reached.value.toFixed() : null;
    const after = { code: newCode, from: code, owner: record.owner.slug, metric: record.metric.key, baseline };
    return {
      result: { code: newCode },
      standingsOf: [id],
      events: [...released, { action: "target.carried-over", id, before: null, after }],
    };
  });
}

async function findCarried(tx: Transaction, code: string): Promise<Carried> {
  const record = (await tx.target.findUnique({ where: { code }, include: CARRIED })) ?? reject({ kind: "not-found" });
  if (record.state === "draft" || record.state === "withdrawn") reject({ kind: "forbidden" });
  const owner = await findOpenOwner(tx, record.owner.slug);
  if (owner === null) reject({ kind: "invalid", errors: { form: "owner-closed" } });
  return record;
}

/** What carries over unchanged. A plan with last year's shape or points does not. */
function carriedColumns(record: Carried) {
  const { planShape } = record;
  const isShaped = planShape === "last-year" || planShape === "points";
  return {
    title: record.title,
    titleEn: record.titleEn,
    ownerId: record.ownerId,
    metricId: record.metricId,
    comparator: singleFigureComparator(oneOf(COMPARATORS, record.comparator)),
    startOn: yearLater(record.startOn),
    dueOn: yearLater(record.dueOn),
    periodPrinted: false,
    ...(isShaped ? { planShape: "linear" } : { planShape, planNote: record.planNote, planNoteEn: record.planNoteEn }),
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
        plannedOn: yearLater(plannedOn),
        printed: false,
      })),
    },
    supporting: { create: record.supporting.map(({ departmentId }) => ({ departmentId })) },
  };
}

function baselineColumns({ code, dueOn }: Carried, reached: YearEndValue) {
  const baseline = reached.known
    ? { baselineValue: reached.value.toFixed(), baselineYear: yearOf(dayOf(dueOn)), baselineOrigin: "derived" }
    : {};
  return { ...baseline, ...baselineNotes(code, reached) };
}

/** The same day a year later; the last day of a month stays the last day. */
function yearLater(column: Date): Date {
  const day = dayOf(column);
  const later = addMonths(day, 12);
  return dayColumn(day === endOfMonth(day) ? endOfMonth(later) : later);
}

/** The origin of the new baseline, or why there is none. */
function baselineNotes(code: string, reached: YearEndValue) {
  if (reached.known) return { baselineNote: code, baselineNoteEn: code };
  const { asOf } = reached;
  const note = (lang: Language) => {
    const t = getTranslator(lang);
    return asOf === null ? t("baselineNote.none", { code }) : t("baselineNote.notYearEnd", { code, day: asOf });
  };
  return { baselineNote: note("zh-CN"), baselineNoteEn: note("en") };
}
