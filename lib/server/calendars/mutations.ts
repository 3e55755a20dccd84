// Creates and edits custom calendars; rebuilds standings in the same transaction.
import "server-only";
import { findPastDateErrors } from "@/lib/domain/calendar/own-calendars";
import type { ReportingDate } from "@/lib/domain/targets/types";
import type { OwnCalendarInput } from "@/lib/schemas/calendar";
import type { Clock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOf } from "@/lib/server/db/columns";
import { type Change, mutate, type Result, reject, rejectStale } from "@/lib/server/mutation";
import { lockTargets } from "@/lib/server/targets/lock";
import { DATES_IN_ORDER } from "./data";

const inOrder = (dates: readonly ReportingDate[]) =>
  dates
    .toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1))
    .map(({ asOf, dueOn }): { asOf: string; dueOn: string } => ({ asOf, dueOn }));

const rowsOf = (dates: readonly ReportingDate[]) =>
  dates.map(({ asOf, dueOn }) => ({ asOf: dayColumn(asOf), dueOn: dayColumn(dueOn) }));

async function assertNameFree(tx: Transaction, { id, name }: OwnCalendarInput): Promise<void> {
  const there = await tx.ownCalendar.count({ where: { name, ...(id !== null && { id: { not: id } }) } });
  if (there > 0) reject({ kind: "invalid", errors: { name: "already-there" } });
}

/** Locks the calendar and its targets, so that none is issued or added in the meantime. */
async function getLockedCalendar(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT id FROM own_calendar WHERE id = ${id}::uuid FOR UPDATE`;
  const record = await tx.ownCalendar.findUnique({ where: { id }, include: { dates: DATES_IN_ORDER } });
  if (record === null) reject({ kind: "not-found" });
  const ids = (await tx.target.findMany({ where: { calendarId: id }, select: { id: true } })).map((one) => one.id);
  await lockTargets(tx, ids);
  const issued = await tx.target.count({ where: { calendarId: id, state: { not: "draft" } } });
  return { record, ids, isInUse: issued > 0 };
}

async function createCalendar(tx: Transaction, { name, nameEn, dates }: OwnCalendarInput): Promise<Change> {
  const { id } = await tx.ownCalendar.create({ data: { name, nameEn, dates: { create: rowsOf(dates) } } });
  const after = { name, nameEn, dates: inOrder(dates) };
  return { result: null, events: [{ action: "calendar.created", id, before: null, after }] };
}

type RowOf = (index: number | null) => string | null;

async function editCalendar(
  tx: Transaction,
  id: string,
  { version, name, nameEn, dates }: OwnCalendarInput,
  rowOf: RowOf,
  clock: Clock,
): Promise<Change> {
  const { record, ids, isInUse } = await getLockedCalendar(tx, id);
  if (record.version !== version) await rejectStale(tx, "calendar", id);
  const old = record.dates.map(({ asOf, dueOn }) => ({ asOf: dayOf(asOf), dueOn: dayOf(dueOn) }));
  const faults = isInUse ? findPastDateErrors(old, dates, clock.today) : [];
  if (faults.length > 0) {
    const errors = faults.map(({ index, field, fault }) => [
      index === null ? "form" : `${rowOf(index)}.${field}`,
      fault,
    ]);
    reject({ kind: "invalid", errors: Object.fromEntries(errors) });
  }
  const before = { name: record.name, nameEn: record.nameEn, dates: inOrder(old) };
  const after = { name, nameEn, dates: inOrder(dates) };
  if (JSON.stringify(before) === JSON.stringify(after))
    reject({ kind: "invalid", errors: { form: "nothing-changed" } });
  await tx.reportingDate.deleteMany({ where: { calendarId: id } });
  await tx.ownCalendar.update({
    where: { id },
    data: { name, nameEn, version: { increment: 1 }, dates: { create: rowsOf(dates) } },
  });
  return { result: null, standingsOf: ids, events: [{ action: "calendar.edited", id, before, after }] };
}

/**
 * Creates or edits a calendar. Rejects a duplicate name, a stale version, and changes of past days once a target that
 * uses it is issued.
 * @param rowOf the form row of the date at an index, for field errors.
 */
export function saveOwnCalendar(input: OwnCalendarInput, rowOf: RowOf, context: Context): Promise<Result<null>> {
  return mutate("administration", context, async ({ tx, clock }) => {
    await assertNameFree(tx, input);
    return input.id === null ? createCalendar(tx, input) : editCalendar(tx, input.id, input, rowOf, clock);
  });
}
