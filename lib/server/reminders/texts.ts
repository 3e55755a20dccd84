// The office's own sentences in the daily email and in the messages of robots: reads and writes.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { Language } from "@/lib/i18n/languages";
import {
  NO_MESSAGE,
  type OwnSentences,
  type ReminderTexts,
  type RobotMessage,
  type RobotMessages,
  reminderTextsSchema,
  robotMessagesSchema,
} from "@/lib/schemas/reminder-texts";
import { administer } from "@/lib/server/admin/administer";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { type Result, reject } from "@/lib/server/mutation";
import type { RobotView } from "@/lib/views/reminder";
import { parseWebhooks, type Webhook, webhookId } from "./webhooks";

export interface ReminderWording {
  readonly texts: ReminderTexts;
  readonly robots: RobotMessages;
}

type Database = Pick<Transaction, "siteSetting">;

export async function getReminderWording(database: Database = db): Promise<ReminderWording> {
  const row = await database.siteSetting.findUnique({ where: { id: 1 } });
  return {
    texts: reminderTextsSchema.parse(row?.reminderTexts ?? {}),
    robots: robotMessagesSchema.parse(row?.robotMessages ?? {}),
  };
}

export interface ReminderForm {
  readonly texts: ReminderTexts;
  readonly robots: readonly RobotView[];
}

/** For the page of administrators; null for everyone else. The addresses of robots are secrets and not shown. */
export async function getReminderForm(
  { actor }: Context,
  webhooks: readonly Webhook[] = parseWebhooks(env.GUATU_WEBHOOKS),
): Promise<ReminderForm | null> {
  if (!can(actor, "administration", null)) return null;
  const { texts, robots } = await getReminderWording();
  return {
    texts,
    robots: webhooks.map((webhook) => ({
      ...(robots[webhookId(webhook)] ?? NO_MESSAGE),
      id: webhookId(webhook),
      format: webhook.format,
      host: new URL(webhook.url).host,
      ending: webhook.url.slice(-4),
    })),
  };
}

/** Changes the sentences of the daily email in one language; empty sentences return to those of the product. */
export function changeReminderTexts(
  { language, intro, closing }: OwnSentences & { readonly language: Language },
  context: Context,
): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const { texts } = await getReminderWording(tx);
    const before = texts[language];
    if (before.intro === intro && before.closing === closing)
      reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    const reminderTexts = { ...texts, [language]: { intro, closing } };
    await tx.siteSetting.upsert({ where: { id: 1 }, create: { id: 1, reminderTexts }, update: { reminderTexts } });
    const after = { language, intro, closing };
    return { action: "settings.reminder-texts-changed", id: "1", before: { language, ...before }, after };
  });
}

/** Changes what a robot says, and about which departments. */
export function changeRobotMessage(
  { robot, ...message }: RobotMessage & { readonly robot: string },
  context: Context,
): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const { robots } = await getReminderWording(tx);
    const before = robots[robot] ?? NO_MESSAGE;
    const known = await tx.department.count({ where: { slug: { in: message.departments }, closedOn: null } });
    if (known !== message.departments.length) reject({ kind: "invalid", errors: { departments: "unknown" } });
    if (JSON.stringify({ ...NO_MESSAGE, ...before }) === JSON.stringify({ ...NO_MESSAGE, ...message }))
      reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    const robotMessages = { ...robots, [robot]: message };
    await tx.siteSetting.upsert({ where: { id: 1 }, create: { id: 1, robotMessages }, update: { robotMessages } });
    const after = { robot, ...message };
    return { action: "settings.robot-message-changed", id: "1", before: { robot, ...before }, after };
  });
}
