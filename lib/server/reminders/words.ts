// The words of mails, calendars and robots, outside of any request.
import "server-only";
import { createTranslator } from "use-intl/core";
import type { Language } from "@/lib/i18n/languages";
import english from "@/messages/en.json";
import chinese from "@/messages/zh-CN.json";

const MESSAGES = { "zh-CN": chinese, en: english };

export function reminderWords(locale: Language) {
  return createTranslator({ locale, messages: MESSAGES[locale], namespace: "reminders" });
}
