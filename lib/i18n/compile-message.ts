// Compiles ICU messages on the server for formatMessage in the browser.
import compile from "icu-minify/compile";
import type { ClientMessage, WithCompiled } from "./format-message";
import type { Language } from "./languages";

export function compileMessage(lang: Language, message: string): ClientMessage {
  // Copied, because React passes no objects with a null prototype to client components: plurals have one.
  return { lang, icu: structuredClone(compile(message)) };
}

/** `words` with the messages under `keys` compiled. */
export function compileMessages<Words, Key extends keyof Words>(
  lang: Language,
  words: Words,
  ...keys: Key[]
): WithCompiled<Words, Key> {
  const compiled = keys.map((key) => [key, compileMessage(lang, String(words[key]))]);
  return { ...words, ...Object.fromEntries(compiled) };
}
