// Formats a compiled ICU message in the browser: plurals and selects without a parser.
import format, { type CompiledMessage } from "icu-minify/format";
import type { Language } from "./languages";

/** A message that the server compiled with `compileMessage`; values of the browser complete it. */
export interface ClientMessage {
  readonly lang: Language;
  readonly icu: CompiledMessage;
}

/** `Words` whose messages under `Key` have placeholders that the browser fills. */
export type WithCompiled<Words, Key extends keyof Words> = Omit<Words, Key> & Readonly<Record<Key, ClientMessage>>;

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

export function formatMessage({ lang, icu }: ClientMessage, values: Record<string, string | number>): string {
  return String(format(icu, lang, values, { formatters }));
}
