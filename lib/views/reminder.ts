import type { Language } from "@/lib/i18n/languages";

export interface ReminderChoice {
  readonly email: boolean;
  readonly language: Language;
}

export interface ReminderSettings extends ReminderChoice {
  readonly hasCalendar: boolean;
}
