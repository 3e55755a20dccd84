// A target written down for the first time, and one carried over into the next year. Both begin as drafts.
import "server-only";
import { addMonths, endOfMonth, yearOf } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import type { NewMetric } from "@/lib/schemas/metric";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvent } from "@/lib/server/events/append";
import { attempt, type Outcome, refuse } from "@/lib/server/refusal";
import { queryStanding } from "./list-query";
import { openOwner } from "./locked";
import { STEPS_IN_ORDER } from "./rows";
import { rebuildStandings } from "./standings";

function creatorOf({ actor }: Context): string {
  if (actor.kind !== "user" || !can(actor, "target.create", null)) refuse({ kind: "forbidden" });
  return actor.userId;
}

async function assertFree(tx: Transaction, code: string, field: string): Promise<void> {
  const there = await tx.target.count({ where: { code } });
  if (there > 0) refuse({ kind: "invalid", errors: { [field]: "already-there" } });
}

/** The metric chosen, or a new one with a key made of its code. */
async function metricFor(tx: Transaction, code: string, metric: { readonly key: string } | NewMetric) {
  if ("key" in metric) {
    const found = await tx.metric.findUnique({ where: { key: metric.key } });
    return found ?? refuse({ kind: "invalid", errors: { metric: "unknown" } });
  }
  const { definition, ...facts } = metric;
  const key = `metric-${code.toLowerCase()}`;
  if ((await tx.metric.count({ where: { key } })) > 0) refuse({ kind: "invalid", errors: { code: "already-there" } });
  const direction = metric.kind === "rank" ? "decrease" : metric.direction;
  return tx.metric.create({
    data: { ...facts, direction, key, definition, definitionEn: definition, dataSource: "", dataSourceEn: "" },
  });
}

function termsColumns({ steps: _steps, startOn, dueOn, planPoints, ...terms }: NewTarget["terms"]) {
  return {
    ...terms,
    startOn: dayColumn(startOn),
    dueOn: dayColumn(dueOn),
    planPoints: planPoints.map(({ on, ratio }) => ({ on, ratio })),
  };
}

/** Writes a draft. Refused: a code that is taken, an unknown or closed department, an unknown metric. */
export function createTarget(input: NewTarget, context: Context): Promise<Outcome<{ code: string }>> {
  return attempt(() =>
    db.$transaction(async (tx) => {
      const actorId = creatorOf(context);
      const { code, title, titleEn, calendar, visibility, note, terms, steps } = input;
      await assertFree(tx, code, "code");
      const owner = await openOwner(tx, input.owner);
      if (owner === null) refuse({ kind: "invalid", errors: { owner: "unknown" } });
      if (calendar.calendarId !== null && (await tx.ownCalendar.count({ where: { id: calendar.calendarId } })) === 0) {
        refuse({ kind: "invalid", errors: { calendar: "unknown" } });
      }
      const metric = await metricFor(tx, code, input.metric);
      const searched = [code, title, titleEn, metric.name, metric.nameEn];
      const { clock } = context;
      const made = await tx.target.create({
        data: {
          code,
          title,
          titleEn,
          ownerId: owner.id,
          metricId: metric.id,
          ...termsColumns(terms),
          ...calendar,
          visibility,
          note,
          noteEn: note,
          searchText: searched.join("\n"),
          createdAt: clock.now,
          steps: {
            create: steps.map((step, order) => ({
              ...step,
              plannedOn: dayColumn(step.plannedOn as NewTarget["startOn"]),
              key: `step-${order + 1}`,
              order,
              weight: 1,
            })),
          },
        },
      });
      await rebuildStandings(tx, [made.id]);
      const { comparator, value, startOn, dueOn } = terms;
      await appendEvent(tx, {
        at: clock.now,
        actorId,
        action: "target.created",
        entity: "target",
        entityId: made.id,
        before: null,
        after: { code, title, owner: owner.slug, metric: metric.key, comparator, value, startOn, dueOn, visibility },
      });
      return { code };
    }),
  );
}

const CARRIED = {
  metric: true,
  owner: true,
  steps: STEPS_IN_ORDER,
  supporting: true,
} as const satisfies Prisma.TargetInclude;

/**
 * Next year's draft of a target: the same metric, owner and way of counting, a year later, with the last approved
 * value of this year as its baseline. Refused: a taken code, a value that cannot be read, a target that is a draft or
 * whose owner has been closed.
 */
export function rollOver(
  asked: { readonly code: string; readonly newCode: string; readonly value: string },
  context: Context,
): Promise<Outcome<{ code: string }>> {
  return attempt(async () => {
    const actorId = creatorOf(context);
    const latest = await latestValue(asked.code, context);
    return db.$transaction(async (tx) => {
      const value = parseDecimalText(asked.value);
      if (!value.ok) refuse({ kind: "invalid", errors: { value: value.fault } });
      await assertFree(tx, asked.newCode, "newCode");
      const record = await tx.target.findUnique({ where: { code: asked.code }, include: CARRIED });
      if (record === null) refuse({ kind: "not-found" });
      if (record.state === "draft" || record.state === "withdrawn") refuse({ kind: "forbidden" });
      if ((await openOwner(tx, record.owner.slug)) === null) {
        refuse({ kind: "invalid", errors: { form: "owner-closed" } });
      }
      const { clock } = context;
      const year = (day: Date) => dayColumn(endOrSame(dayOf(day)));
      const {
        id: _id,
        code: _code,
        owner,
        metric,
        steps,
        supporting,
        version: _version,
        createdAt: _createdAt,
        issuedOn: _issuedOn,
        receiveDueOn: _receiveDueOn,
        planPoints: _planPoints,
        ...carried
      } = record;
      const isShaped = record.planShape === "last-year" || record.planShape === "points";
      const made = await tx.target.create({
        data: {
          ...carried,
          code: asked.newCode,
          parentId: null,
          quoteId: null,
          periodPrinted: false,
          rollUp: null,
          value: value.value?.toFixed() ?? null,
          upperValue: null,
          stretchValue: null,
          baselineValue: latest,
          baselineYear: latest === null ? null : yearOf(dayOf(record.dueOn)),
          baselineOrigin: latest === null ? null : "derived",
          baselineNote: latest === null ? "" : `${asked.code}`,
          baselineNoteEn: latest === null ? "" : `${asked.code}`,
          comparator: record.comparator === "between" ? "at-least" : record.comparator,
          startOn: year(record.startOn),
          dueOn: year(record.dueOn),
          planShape: isShaped ? "linear" : record.planShape,
          planPoints: [],
          state: "draft",
          searchText: [asked.newCode, record.searchText].join("\n"),
          createdAt: clock.now,
          steps: {
            create: steps.map(({ id: _step, targetId: _target, plannedOn, ...step }) => ({
              ...step,
              plannedOn: year(plannedOn),
              printed: false,
            })),
          },
          supporting: { create: supporting.map(({ departmentId }) => ({ departmentId })) },
        },
      });
      await rebuildStandings(tx, [made.id]);
      await appendEvent(tx, {
        at: clock.now,
        actorId,
        action: "target.rolled-over",
        entity: "target",
        entityId: made.id,
        before: null,
        after: { code: asked.newCode, from: asked.code, owner: owner.slug, metric: metric.key, baseline: latest },
      });
      return { code: asked.newCode };
    });
  });
}

/** The same day a year later; the last day of a month stays one. */
function endOrSame(day: ReturnType<typeof dayOf>) {
  const later = addMonths(day, 12);
  return day === endOfMonth(day) ? endOfMonth(later) : later;
}

async function latestValue(code: string, context: Context): Promise<string | null> {
  const standing = await queryStanding(code, context);
  return standing?.value?.toFixed() ?? null;
}
