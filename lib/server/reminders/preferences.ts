// The reminder settings of a user.
import "server-only";
import { isLanguage } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { ReminderChoice, ReminderSettings } from "@/lib/views/reminder";

/** Null for visitors. */
export async function getReminderSettings({ actor }: Context): Promise<ReminderSettings | null> {
  if (actor.kind !== "user") return null;
  const row = await db.reminderPreference.findUnique({ where: { userId: actor.userId } });
  return {
    email: row?.email ?? true,
    language: isLanguage(row?.language) ? row.language : "zh-CN",
    hasCalendar: row?.calendarHash != null,
  };
}

export async function saveReminderChoice(choice: ReminderChoice, { actor }: Context): Promise<boolean> {
  if (actor.kind !== "user") return false;
  const { userId } = actor;
  await db.reminderPreference.upsert({ where: { userId }, create: { userId, ...choice }, update: { ...choice } });
  return true;
}
