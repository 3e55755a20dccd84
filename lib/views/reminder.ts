import type { Language } from "@/lib/i18n/languages";
import type { ChatBotMessage } from "@/lib/schemas/reminder-texts";

export interface ReminderChoice {
  readonly email: boolean;
  readonly language: Language;
}

export interface ReminderSettings extends ReminderChoice {
  readonly hasCalendar: boolean;
}

/** A chat bot without its address, which is a secret. */
export interface ChatBotView extends ChatBotMessage {
  readonly id: string;
  readonly format: "generic" | "wecom" | "dingtalk" | "feishu";
  readonly host: string;
  /** The end of its address, to tell two chat bots of one service apart. */
  readonly ending: string;
}
