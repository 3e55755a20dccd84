// Sends at most one digest per day and user, by SMTP.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { isLanguage } from "@/lib/i18n/languages";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Sender } from "@/lib/server/mail";
import { prepareDigest } from "./digest";

/** All users who accept mail; demo accounts have no mailbox. */
export async function listRecipients(): Promise<string[]> {
  const users = await db.user.findMany({
    where: { isDemo: false, OR: [{ reminders: null }, { reminders: { email: true } }] },
    select: { id: true },
  });
  return users.map((user) => user.id);
}

export type SendResult = "sent" | "nothing-waits" | "already-sent" | "not-wanted";

/**
 * Sends the user's digest of the day. The day is marked before the mail is sent, so that two instances or a crash never
 * send it twice; if the server rejects the mail, the mark is removed and the queue retries.
 */
export async function sendDigest(userId: string, today: IsoDate, sender: Sender): Promise<SendResult> {
  const user = await db.user.findUnique({ where: { id: userId }, include: { reminders: true } });
  if (user === null || user.isDemo || user.reminders?.email === false) return "not-wanted";
  const actor = await getActorOfUser(userId, today);
  if (actor === null) return "not-wanted";
  const wanted = user.reminders?.language;
  const lang = isLanguage(wanted) ? wanted : "zh-CN";
  const mail = await prepareDigest({ actor, clock: clockOn(today) }, lang, sender.url);
  if (mail === null) return "nothing-waits";
  const mark = { userId, day: dayColumn(today) };
  const { count } = await db.digestSent.createMany({ data: [{ ...mark, at: new Date() }], skipDuplicates: true });
  if (count === 0) return "already-sent";
  try {
    await sender.transport.sendMail({ from: sender.from, to: user.email, subject: mail.subject, text: mail.text });
  } catch (error) {
    await db.digestSent.delete({ where: { userId_day: mark } });
    throw error;
  }
  return "sent";
}
