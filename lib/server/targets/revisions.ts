// Revisions of issued terms: each requires a reason and an authorizing document, and is never undone.
import "server-only";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { isPromised } from "@/lib/domain/targets/life-cycle";
import type { Responsibility } from "@/lib/domain/targets/responsibility";
import {
  applyRevision,
  isSameBaseline,
  type RevisableTerms,
  type RevisedField,
  toRevisableTerms,
} from "@/lib/domain/targets/revisions";
import { DEFAULT_RECEIVE_DAYS } from "@/lib/schemas/life-cycle";
import type { ReportingFacts } from "@/lib/schemas/revised-reporting";
import { type CheckedRevision, checkRevision, type RevisionFacts, type RevisionInput } from "@/lib/schemas/revision";
import { DATES_IN_ORDER } from "@/lib/server/calendars/data";
import type { Clock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Change, type Result, reject } from "@/lib/server/mutation";
import { getImportedDays } from "@/lib/server/working-days/data";
import { findOpenDepartments } from "./draft-references";
import { findOpenOwner, type LockedTarget } from "./lock";
import { mutateTarget, type TargetWrite } from "./mutate";
import { responsibilityOf } from "./responsibility";
import { readStepFacts, storeSteps } from "./revised-steps";
import { bilingual } from "./rows";
import { toReportingDates } from "./terms-columns";

export interface Revised {
  readonly revisionId: string;
}

export function revisionFacts({ record, terms }: LockedTarget, onlyDates = false): RevisionFacts {
  return {
    kind: terms.kind,
    direction: terms.direction,
    state: terms.state,
    current: toRevisableTerms(terms),
    responsibility: null,
    citesSource: record.quoteId !== null,
    isBaselineNoted: terms.baseline !== null && record.baselineNote !== "",
    stepFacts: null,
    reporting: null,
    onlyDates,
  };
}

/** Only the office chooses the reporting. The calendars are read where one is chosen. */
async function reportingFacts({ tx, target }: TargetWrite, { calendar }: RevisionInput): Promise<ReportingFacts> {
  const calendars = calendar === undefined ? [] : await tx.ownCalendar.findMany({ include: { dates: DATES_IN_ORDER } });
  return {
    calendarId: target.record.calendarId,
    datesOf: new Map(calendars.map(({ id, dates }) => [id, toReportingDates(dates)])),
  };
}

/** The supervision office changes the terms. */
export function reviseTarget(code: string, input: RevisionInput, context: Context): Promise<Result<Revised>> {
  return mutateTarget({ code }, "target.revise", context, async (write) => {
    const reporting = await reportingFacts(write, input);
    const responsibility = responsibilityOf(write.target.record);
    const stepFacts = await readStepFacts(write.tx, write.target.record.id, write.at);
    const checked = checkRevision(input, { ...revisionFacts(write.target), responsibility, stepFacts, reporting });
    if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
    return recordRevision(write, checked.revision);
  });
}

function pick(terms: RevisableTerms, fields: readonly RevisedField[]): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field) => [field, terms[field]]))));
}

function columnsOf(after: RevisableTerms) {
  const { steps: _steps, reportingDates: _dates, startOn, dueOn, planPoints, planValues, ...columns } = after;
  return {
    ...columns,
    startOn: dayColumn(startOn),
    dueOn: dayColumn(dueOn),
    planPoints: planPoints.map(({ on, ratio }) => ({ on, ratio })),
    planValues: planValues.map(({ on, value }) => ({ on, value })),
  };
}

/** The columns of the changed fields. Rejects an owner or a new supporting department that is closed or unknown. */
async function responsibilityColumns(
  tx: Transaction,
  { record }: LockedTarget,
  { owner: slug, supporting, ...posts }: Partial<Responsibility>,
): Promise<Prisma.TargetUncheckedUpdateInput> {
  const owner = slug === undefined ? null : await findOpenOwner(tx, slug);
  if (owner === null && slug !== undefined) reject({ kind: "invalid", errors: { owner: "unknown" } });
  const columns = { ...posts, ...(owner && { ownerId: owner.id }) };
  if (supporting === undefined) return columns;
  const there = new Map(record.supporting.map(({ department }) => [department.slug, department.id]));
  const added = await findOpenDepartments(
    tx,
    supporting.filter((one) => !there.has(one)),
  );
  const removed = [...there].filter(([one]) => !supporting.includes(one)).map(([, id]) => id);
  return {
    ...columns,
    supporting: {
      deleteMany: { departmentId: { in: removed } },
      create: [...added.values()].map((departmentId) => ({ departmentId })),
    },
  };
}

/**
 * The fields of the history in which a change of calendar is stored, even to one with the same dates: its name, and the
 * dates, because those of a calendar that is no longer used can be edited.
 */
async function calendarFacts(tx: Transaction, terms: RevisableTerms, calendarId: string | null) {
  const found = calendarId === null ? null : await tx.ownCalendar.findUniqueOrThrow({ where: { id: calendarId } });
  const ownCalendar = found && { ...bilingual(found.name, found.nameEn) };
  return { ...pick(terms, ["calendar", "reportingDates"]), ownCalendar };
}

/** A target issued without its figure gets one: its owner now has to receive it. */
async function handOver(tx: Transaction, { terms }: LockedTarget, after: RevisableTerms, { today }: Clock) {
  if (terms.state !== "issued" || isPromised(terms) || !isPromised(applyRevision(terms, after))) return {};
  const receiveDueOn = addWorkingDays(today, DEFAULT_RECEIVE_DAYS, await getImportedDays(tx));
  return { issuedOn: dayColumn(today), receiveDueOn: dayColumn(receiveDueOn) };
}

/** Writes a checked revision and the new terms. The caller has checked the permission. */
export async function recordRevision(
  { tx, actor, clock, target, at }: TargetWrite,
  { after, fields, responsibility, calendar, reason, authority }: CheckedRevision,
): Promise<Change<Revised>> {
  const { record, terms } = target;
  const responsible = await responsibilityColumns(tx, target, responsibility);
  const former = responsibilityOf(target.record);
  const changed = Object.keys(responsibility) as (keyof Responsibility)[];
  const current = toRevisableTerms(terms);
  const before = {
    ...pick(current, fields),
    ...(calendar && (await calendarFacts(tx, current, record.calendarId))),
    ...Object.fromEntries(changed.map((field) => [field, former[field]])),
  };
  const became = {
    ...pick(after, fields),
    ...(calendar && (await calendarFacts(tx, after, calendar.calendarId))),
    ...responsibility,
  };
  const stored = await tx.revision.create({
    data: { targetId: record.id, revisedAt: at, authorId: actor.userId, reason, authority, before, after: became },
  });
  const receiptColumns = await handOver(tx, target, after, clock);
  const noteColumns = isSameBaseline(current, after) ? {} : { baselineNote: "", baselineNoteEn: "" };
  await tx.target.update({
    where: { id: record.id },
    data: {
      ...columnsOf(after),
      ...noteColumns,
      ...receiptColumns,
      ...(calendar && { calendarId: calendar.calendarId }),
      ...responsible,
      version: { increment: 1 },
    },
  });
  if (fields.includes("steps")) await storeSteps(tx, record, after.steps, at);
  const revised = { ...became, code: record.code, reason, authority };
  return {
    result: { revisionId: stored.id },
    standingsOf: [record.id],
    events: [{ at, action: "target.revised", id: record.id, before, after: revised }],
  };
}
