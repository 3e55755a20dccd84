// A user's deadlines as a calendar subscription with a secret URL.
import "server-only";
import ical, { ICalCalendarMethod } from "ical-generator";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { cleanLine } from "@/lib/domain/text/clean-text";
import { type Bilingual, isLanguage, type Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { standardClock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, dayOrNull } from "@/lib/server/db/columns";
import { getPendingTasks } from "@/lib/server/departments/pending-tasks";
import { ADDRESS } from "@/lib/server/origin";
import { createSecret, hashSecret, isToken } from "@/lib/server/secret-links";
import { conditionsSql, standingsSql } from "@/lib/server/targets/list-query";
import { bilingual } from "@/lib/server/targets/rows";

/** A new secret for the actor's calendar; the previous one stops working. Null for visitors. */
export async function createCalendarToken({ actor }: Context): Promise<string | null> {
  if (actor.kind !== "user") return null;
  const { token, hash: calendarHash } = createSecret();
  const userId = actor.userId;
  await db.reminderPreference.upsert({ where: { userId }, create: { userId, calendarHash }, update: { calendarHash } });
  return token;
}

interface Deadline {
  readonly id: string;
  readonly on: IsoDate;
  readonly summary: string;
  readonly code: string;
}

/** The dates of all open targets that the user works on; for the office without the parts of split targets. */
async function listDeadlines(department: readonly string[], context: Context) {
  const filters = {
    ...NO_FILTERS,
    department: [...department],
    state: ["issued" as const, "received" as const],
    parts: department.length > 0 ? ("include" as const) : ("exclude" as const),
  };
  const rows = await db.$queryRaw<
    { id: string; code: string; title: string; title_en: string; due_on: Date; next_report_due_on: Date | null }[]
  >`SELECT t.id, t.code, t.title, t.title_en, s.due_on, s.next_report_due_on FROM ${standingsSql(context)}
    WHERE ${conditionsSql(filters, context)} ORDER BY s.due_on, t.code`;
  return rows.map(({ id, code, title, title_en, due_on, next_report_due_on }) => ({
    id,
    code,
    title: bilingual(title, title_en),
    dueOn: dayOf(due_on),
    nextReportDueOn: dayOrNull(next_report_due_on),
  }));
}

async function deadlinesOf(context: Context, lang: Language): Promise<Deadline[]> {
  const { actor } = context;
  if (actor.kind !== "user") return [];
  const t = getTranslator(lang);
  const department = [...new Set(actor.memberships.map((one) => one.departmentSlug))];
  const isOffice = can(actor, "supervision.decide", null);
  if (department.length === 0 && !isOffice) return [];
  const open = await listDeadlines(isOffice ? [] : department, context);
  const duties = await getPendingTasks(context);
  const titled = ({ code, title }: { code: string; title: Bilingual }) => `${code} ${title[lang]}`;
  return [
    ...open.flatMap((row): Deadline[] => {
      const { nextReportDueOn } = row;
      const due = {
        id: `due-${row.id}`,
        on: row.dueOn,
        summary: t("reminders.targetDue", { title: titled(row) }),
        code: row.code,
      };
      if (nextReportDueOn === null || isOffice) return [due];
      const summary = t("reminders.reportDue", { title: titled(row) });
      return [{ id: `report-${row.id}-${nextReportDueOn}`, on: nextReportDueOn, summary, code: row.code }, due];
    }),
    ...(duties?.toReceive ?? []).flatMap(({ row, dueOn }): Deadline[] =>
      dueOn === null
        ? []
        : [
            {
              id: `receive-${row.id}`,
              on: dueOn,
              summary: t("reminders.receiveDue", { title: titled(row) }),
              code: row.code,
            },
          ],
    ),
    ...(duties?.instructions ?? []).map((one) => ({
      id: `reply-${one.id}`,
      on: one.replyDueOn,
      summary: t("reminders.replyDue", { title: titled(one) }),
      code: one.code,
    })),
  ];
}

/** The calendar of a secret URL as iCalendar text; null if no user has the secret. */
export async function getCalendar(token: string): Promise<string | null> {
  if (!isToken(token)) return null;
  const preference = await db.reminderPreference.findUnique({ where: { calendarHash: hashSecret(token) } });
  const actor = preference === null ? null : await getActorOfUser(preference.userId);
  if (preference === null || actor === null) return null;
  const lang = isLanguage(preference.language) ? preference.language : "zh-CN";
  const calendar = ical({ name: getTranslator(lang)("reminders.calendar"), method: ICalCalendarMethod.PUBLISH });
  for (const { id, on, summary, code } of await deadlinesOf({ actor, clock: standardClock() }, lang)) {
    const start = new Date(`${on}T00:00:00Z`);
    calendar.createEvent({
      id: `${id}@guatu`,
      start,
      allDay: true,
      timezone: "UTC",
      summary: cleanLine(summary),
      url: `${ADDRESS}/targets/${code}`,
    });
  }
  return calendar.toString();
}
