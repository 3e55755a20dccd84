// A target written down for the first time, and one carried over into the next year. Both begin as drafts.
import "server-only";
import { addMonths, endOfMonth, yearOf } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { singleFigureComparator } from "@/lib/domain/targets/goal";
import { COMPARATORS } from "@/lib/domain/targets/types";
import { type YearEndValue, yearEndValue } from "@/lib/domain/targets/year-end-value";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayColumn, dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvents } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { claimCode, findReferences, stepColumns, termsColumns, toSearchText } from "./draft";
import { queryStanding } from "./list-query";
import { findOpenOwner } from "./lock";
import { STEPS_IN_ORDER } from "./rows";
import { rebuildStandings } from "./standings";

function creatorOf({ actor }: Context): string {
  if (actor.kind !== "user" || !can(actor, "target.create", null)) reject({ kind: "forbidden" });
  return actor.userId;
}

/** Writes a draft. Refused: a code that is taken, an unknown or closed department, an unknown metric. */
export function createTarget(input: NewTarget, context: Context): Promise<Result<{ code: string }>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const actorId = creatorOf(context);
      const { code, title, titleEn, calendar, visibility, note, terms, steps } = input;
      const { clock } = context;
      const released = await claimCode(tx, code, "code", { at: clock.now, actorId });
      const references = await findReferences(tx, input);
      const { owner, metric, quote } = references;
      const made = await tx.target.create({
        data: {
          code,
          title,
          titleEn,
          ownerId: owner.id,
          metricId: metric.id,
          quoteId: quote?.id ?? null,
          ...termsColumns(terms),
          ...calendar,
          visibility,
          note,
          noteEn: note,
          searchText: toSearchText(input, references),
          createdAt: clock.now,
          steps: { create: stepColumns(steps) },
        },
      });
      await rebuildStandings(tx, [made.id]);
      const { comparator, value, startOn, dueOn } = terms;
      const after = {
        code,
        title,
        owner: owner.slug,
        metric: metric.key,
        comparator,
        value,
        startOn,
        dueOn,
        visibility,
      };
      const created = { action: "target.created", entity: "target", entityId: made.id, before: null, after };
      await appendEvents(tx, [...released, { at: clock.now, actorId, ...created }]);
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
 * Next year's draft of a target: the same metric, owner and way of counting, a year later, with the year's own end value
 * as its baseline. An earlier value is no value of the year: the baseline then stays empty, with a note why. Refused: a taken code, a value that cannot be read, a target that is a draft or
 * whose owner has been closed.
 */
export function carryOverTarget(
  asked: { readonly code: string; readonly newCode: string; readonly value: string },
  context: Context,
): Promise<Result<{ code: string }>> {
  return runMutation(async () => {
    const actorId = creatorOf(context);
    const standing = await queryStanding(asked.code, context);
    return db.$transaction(async (tx) => {
      const value = parseDecimalText(asked.value);
      if (!value.ok) reject({ kind: "invalid", errors: { value: value.fault } });
      const released = await claimCode(tx, asked.newCode, "newCode", { at: context.clock.now, actorId });
      const record = await tx.target.findUnique({ where: { code: asked.code }, include: CARRIED });
      if (record === null) reject({ kind: "not-found" });
      if (record.state === "draft" || record.state === "withdrawn") reject({ kind: "forbidden" });
      if ((await findOpenOwner(tx, record.owner.slug)) === null) {
        reject({ kind: "invalid", errors: { form: "owner-closed" } });
      }
      const { clock } = context;
      const reached = yearEndValue(
        { value: standing?.value ?? null, asOf: standing?.as_of ? dayOf(standing.as_of) : null },
        dayOf(record.dueOn),
      );
      const baseline = reached.known ? reached.value.toFixed() : null;
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
          baselineValue: baseline,
          baselineYear: baseline === null ? null : yearOf(dayOf(record.dueOn)),
          baselineOrigin: baseline === null ? null : "derived",
          ...baselineNotes(asked.code, reached),
          comparator: singleFigureComparator(oneOf(COMPARATORS, record.comparator)),
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
      const after = { code: asked.newCode, from: asked.code, owner: owner.slug, metric: metric.key, baseline };
      const carriedOver = { action: "target.carried-over", entity: "target", entityId: made.id, before: null, after };
      await appendEvents(tx, [...released, { at: clock.now, actorId, ...carriedOver }]);
      return { code: asked.newCode };
    });
  });
}

/** The same day a year later; the last day of a month stays one. */
function endOrSame(day: ReturnType<typeof dayOf>) {
  const later = addMonths(day, 12);
  return day === endOfMonth(day) ? endOfMonth(later) : later;
}

/** Where the baseline of the new year comes from, or why there is none. */
function baselineNotes(code: string, reached: YearEndValue) {
  if (reached.known) return { baselineNote: code, baselineNoteEn: code };
  const { asOf } = reached;
  const note = (lang: Language) => {
    const t = getTranslator(lang);
    return asOf === null ? t("baselineNote.none", { code }) : t("baselineNote.notYearEnd", { code, day: asOf });
  };
  return { baselineNote: note("zh-CN"), baselineNoteEn: note("en") };
}
