// The jobs that send reminders: one for each mail and webhook every morning.
import "server-only";
import type { PgBoss } from "pg-boss";
import { CITY_TIME_ZONE } from "@/lib/domain/calendar/city-day";
import { type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { isWorkingDay } from "@/lib/domain/calendar/working-days";
import type { Actor } from "@/lib/domain/permissions/actor";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { getTranslator } from "@/lib/i18n/translator";
import { type ChatBotMessage, NO_MESSAGE } from "@/lib/schemas/reminder-texts";
import { clockOn, standardClock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { summarize } from "@/lib/server/departments/data";
import type { QueueName } from "@/lib/server/jobs/queue";
import type { Sender } from "@/lib/server/mail";
import { listDepartmentRequests, listPendingRequests } from "@/lib/server/requests/data";
import { countStandings } from "@/lib/server/targets/light-counts";
import { getImportedDays } from "@/lib/server/working-days/data";
import { listRecipients, sendDigest } from "./send";
import { getReminderWording } from "./texts";
import { deliver, type Webhook, webhookId } from "./webhooks";

const MORNING = "morning" satisfies QueueName;
const MAIL = "digest-mail" satisfies QueueName;
const WEBHOOK = "webhook" satisfies QueueName;
/** 08:30 in the city, every day; the job itself skips days off, because it knows the holidays. */
const MORNING_CRON = "30 8 * * *";

/** An actor that reads everything and writes nothing, for the summaries of closed chat groups. */
const OFFICE: Actor = { kind: "user", userId: "", name: "", officeRole: "supervisor", memberships: [] };

const ONE = { skip: 0, take: 1 };

/** The numbers of the day in one sentence, of these departments or of all, between the office's own sentences. */
export async function describeOutcome(today: IsoDate, message: ChatBotMessage = NO_MESSAGE): Promise<string> {
  const context = { actor: OFFICE, clock: clockOn(today) };
  const { departments, intro, closing } = message;
  const isPart = departments.length > 0;
  const found = isPart ? await db.department.findMany({ where: { slug: { in: departments } } }) : [];
  const ids = found.map(({ id }) => id);
  const counts = await countStandings(context);
  const summary = summarize(isPart ? counts.filter(({ key }) => departments.includes(key)) : counts);
  const requests = await (isPart ? listDepartmentRequests(ids, ONE, context) : listPendingRequests(ONE, context));
  const sentence = getTranslator("zh-CN")("reminders.summary", {
    day: formatIsoDate(today, "zh-CN"),
    total: summary.total,
    far: summary.counts["far-behind"],
    behind: summary.counts.behind,
    late: summary.late,
    requests: requests.total,
  });
  return [intro, sentence, closing].filter(Boolean).join("\n");
}

export interface ReminderSettings {
  /** Null if no SMTP server is configured: no mail is sent. */
  readonly sender: Sender | null;
  readonly webhooks: readonly Webhook[];
}

/** Queues the mails and messages of the day, each once even if called repeatedly. */
export async function queueMorning(queue: PgBoss, today: IsoDate, settings: ReminderSettings): Promise<number> {
  if (!isWorkingDay(today, await getImportedDays(db))) return 0;
  const recipients = settings.sender === null ? [] : await listRecipients();
  let queued = 0;
  for (const userId of recipients) {
    const id = await queue.send(MAIL, { userId, today }, { singletonKey: `${userId} ${today}` });
    if (id !== null) queued += 1;
  }
  for (const index of settings.webhooks.keys()) {
    const id = await queue.send(WEBHOOK, { index, today }, { singletonKey: `${index} ${today}` });
    if (id !== null) queued += 1;
  }
  return queued;
}

/** Runs the reminder jobs of the queue, and schedules the job of each morning. */
export async function workOnReminders(queue: PgBoss, settings: ReminderSettings): Promise<void> {
  await queue.schedule(MORNING, MORNING_CRON, {}, { tz: CITY_TIME_ZONE });
  await queue.work(MORNING, async () => {
    await queueMorning(queue, standardClock().today, settings);
  });
  await queue.work<{ userId: string; today: string }>(MAIL, async ([job]) => {
    if (job !== undefined && settings.sender !== null) {
      await sendDigest(job.data.userId, isoDate(job.data.today), settings.sender);
    }
  });
  await queue.work<{ index: number; today: string }>(WEBHOOK, async ([job]) => {
    const webhook = job === undefined ? undefined : settings.webhooks[job.data.index];
    if (job === undefined || webhook === undefined) return;
    const { chatBots } = await getReminderWording();
    await deliver(webhook, await describeOutcome(isoDate(job.data.today), chatBots[webhookId(webhook)]));
  });
}
