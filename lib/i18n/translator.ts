// The translator outside requests: charts, bulletins, files, e-mails and feeds take their texts from messages/*.json.
// Inside a request next-intl reads the same messages.
import { IntlMessageFormat } from "intl-messageformat";
import { _createCache, _createIntlFormatters, createTranslator, type Locale, type Messages } from "use-intl/core";
import english from "@/messages/en.json";
import chinese from "@/messages/zh-CN.json";
import type { Language } from "./languages";

declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof english;
  }
}

type Message = ConstructorParameters<typeof IntlMessageFormat>[0];

/** Finds a parsed message by its text; use-intl's own cache builds a key from all formats on every call, 7 times slower. */
function messageFormats(locale: Locale) {
  const parsed = new Map<Message, IntlMessageFormat>();
  return (message: Message) => {
    const format = parsed.get(message) ?? new IntlMessageFormat(message, locale);
    parsed.set(message, format);
    return format;
  };
}

function translatorIn(locale: Locale, messages: Messages) {
  return createTranslator({
    locale,
    messages,
    _formatters: { ..._createIntlFormatters(_createCache()), getMessageFormat: messageFormats(locale) },
    onError: (error) => {
      throw error;
    },
  });
}

export type Translator = ReturnType<typeof translatorIn>;

const TRANSLATORS: Readonly<Record<Language, Translator>> = {
  "zh-CN": translatorIn("zh-CN", chinese),
  en: translatorIn("en", english),
};

/** Created once per language, so that each parsed message stays in its cache. */
export function getTranslator(lang: Language): Translator {
  return TRANSLATORS[lang];
}

/** "no report" → "No report", for a standalone word. Chinese is unchanged. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
