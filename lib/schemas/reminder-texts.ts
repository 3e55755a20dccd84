// The office's own sentences in reminders. Messages are keys under `form.errors`.
import { z } from "zod";
import { LANGUAGES } from "@/lib/i18n/languages";
import { exactText, multiLine } from "@/lib/schemas/text";

const sentences = multiLine.trim().max(1000, "too-long").default("");
const language = z.enum(LANGUAGES, { error: "unknown" });

/** Empty: the text of the product. */
const ownSentences = z.object({ intro: sentences, closing: sentences });
export type OwnSentences = z.output<typeof ownSentences>;

const NO_SENTENCES: OwnSentences = { intro: "", closing: "" };

/** As stored: by language. */
export const reminderTextsSchema = z.object({
  "zh-CN": ownSentences.default(NO_SENTENCES),
  en: ownSentences.default(NO_SENTENCES),
});
export type ReminderTexts = z.output<typeof reminderTextsSchema>;

export const reminderTextsForm = ownSentences.extend({ language });

/** The message of one chat bot: about these departments, or about all of them if there are none. */
const chatBotMessage = ownSentences.extend({ departments: z.array(exactText.max(60)).max(500).default([]) });
export type ChatBotMessage = z.output<typeof chatBotMessage>;
export const NO_MESSAGE: ChatBotMessage = { ...NO_SENTENCES, departments: [] };

/** As stored: by chat bot. */
export const chatBotMessagesSchema = z.record(exactText, chatBotMessage);
export type ChatBotMessages = z.output<typeof chatBotMessagesSchema>;

export const chatBotMessageForm = chatBotMessage.extend({ chatBot: exactText.regex(/^[0-9a-f]{12}$/) });
