// The office's own sentences in the daily email and in the messages of chat bots: reads and writes.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { Language } from "@/lib/i18n/languages";
import {
  type ChatBotMessage,
  type ChatBotMessages,
  chatBotMessagesSchema,
  NO_MESSAGE,
  type OwnSentences,
  type ReminderTexts,
  reminderTextsSchema,
} from "@/lib/schemas/reminder-texts";
import { administer } from "@/lib/server/admin/administer";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { type Result, reject } from "@/lib/server/mutation";
import type { ChatBotView } from "@/lib/views/reminder";
import { parseWebhooks, type Webhook, webhookId } from "./webhooks";

export interface ReminderWording {
  readonly texts: ReminderTexts;
  readonly chatBots: ChatBotMessages;
}

type Database = Pick<Transaction, "siteSetting">;

export async function getReminderWording(database: Database = db): Promise<ReminderWording> {
  const row = await database.siteSetting.findUnique({ where: { id: 1 } });
  return {
    texts: reminderTextsSchema.parse(row?.reminderTexts ?? {}),
    chatBots: chatBotMessagesSchema.parse(row?.chatBotMessages ?? {}),
  };
}

export interface ReminderForm {
  readonly texts: ReminderTexts;
  readonly chatBots: readonly ChatBotView[];
}

/** For the page of administrators; null for everyone else. The addresses of chat bots are secrets and not shown. */
export async function getReminderForm(
  { actor }: Context,
  webhooks: readonly Webhook[] = parseWebhooks(env.GUATU_WEBHOOKS),
): Promise<ReminderForm | null> {
  if (!can(actor, "administration", null)) return null;
  const { texts, chatBots } = await getReminderWording();
  return {
    texts,
    chatBots: webhooks.map((webhook) => ({
      ...(chatBots[webhookId(webhook)] ?? NO_MESSAGE),
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

/** Changes what a chat bot says, and about which departments. */
export function changeChatBotMessage(
  { chatBot, ...message }: ChatBotMessage & { readonly chatBot: string },
  context: Context,
): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const { chatBots } = await getReminderWording(tx);
    const before = chatBots[chatBot] ?? NO_MESSAGE;
    const known = await tx.department.count({ where: { slug: { in: message.departments }, closedOn: null } });
    if (known !== message.departments.length) reject({ kind: "invalid", errors: { departments: "unknown" } });
    if (JSON.stringify({ ...NO_MESSAGE, ...before }) === JSON.stringify({ ...NO_MESSAGE, ...message }))
      reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    const chatBotMessages = { ...chatBots, [chatBot]: message };
    await tx.siteSetting.upsert({ where: { id: 1 }, create: { id: 1, chatBotMessages }, update: { chatBotMessages } });
    const after = { chatBot, ...message };
    return { action: "settings.chat-bot-message-changed", id: "1", before: { chatBot, ...before }, after };
  });
}
