// Removes invisible characters that break files, names or sentences: decision 0038.

const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Invisible characters that come with text pasted from Word, web pages and terminals. Tab and line break stay. */
const INVISIBLE =
  /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]|\p{Noncharacter_Code_Point}/gu;
/** Tag characters: they spell the flags of England, Scotland and Wales, and anywhere else hide text in text. */
const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
/** Joiners stay where they join: parts of an emoji, and letters of the scripts whose spelling needs them. */
const IDLE_JOINERS =
  /(?<!\ufe0f|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Mongolian}])[\u200c\u200d]|[\u200c\u200d](?![\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Mongolian}])/gu;
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Matches any character that may need cleaning, so that most text needs only this one test. */
const SUSPECT =
  /[^\t\n -~\u00a0-\u00ac\u00ae-\u061b\u061d-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufff8\ufffd]/;

/** Whether the text certainly needs no cleaning. */
export function isPlainText(text: string): boolean {
  return !SUSPECT.test(text);
}

/**
 * The text without control characters, non-characters, zero-width and bidirectional controls, every line end as \n.
 * Half of a surrogate pair becomes U+FFFD, because a character was lost there. Han characters of every plane, variation
 * selectors, private use characters and emoji stay as they are; nothing is normalized.
 */
export function cleanText(text: string): string {
  if (isPlainText(text)) return text;
  return text
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(INVISIBLE, "")
    .replace(TAGS, "$1")
    .replace(IDLE_JOINERS, "")
    .replace(LINE_BREAKS, "\n");
}

/** The same on one line: each run of line breaks and tabs, with the spaces around it, is one space. */
export function cleanLine(text: string): string {
  const clean = cleanText(text);
  return /[\n\t]/.test(clean) ? clean.replace(/ *[\n\t][\n\t ]*/g, " ") : clean;
}

/**
 * Every text inside arrays, maps, sets and plain objects, their keys included, cleaned; anything else (dates, decimals,
 * bytes) as it is.
 * @param clean also receives the property name of the text; empty at the top level.
 */
export function cleanTexts<T>(value: T, clean: (text: string, property: string) => string = cleanText): T {
  return cleanWithin(value, "", clean) as T;
}

/** Without inner functions, because an import calls it for every value of every row and event. */
function cleanWithin(value: unknown, property: string, clean: (text: string, property: string) => string): unknown {
  if (typeof value === "string") return clean(value, property);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => cleanWithin(part, property, clean));
  if (value instanceof Map)
    return new Map(
      [...value].map(([key, part]) => [cleanWithin(key, property, clean), cleanWithin(part, property, clean)]),
    );
  if (value instanceof Set) return new Set([...value].map((part) => cleanWithin(part, property, clean)));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [clean(key, ""), cleanWithin(part, key, clean)]),
  );
}
