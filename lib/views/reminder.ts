import type { Language } from "@/lib/i18n/languages";
import type { RobotMessage } from "@/lib/schemas/reminder-texts";

export interface ReminderChoice {
  readonly email: boolean;
  readonly language: Language;
}

export interface ReminderSettings extends ReminderChoice {
  readonly hasCalendar: boolean;
}

/** A chat bot without its address, which is a secret. */
export interface RobotView extends RobotMessage {
  readonly id: string;
  readonly format: "generic" | "wecom" | "dingtalk" | "feishu";
  readonly host: string;
  /** The end of its address, to tell two robots of one service apart. */
  readonly ending: string;
}
