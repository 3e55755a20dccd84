// What an event recorded, in words: names of fields, words of codes, days and times as people write them.
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { getTranslator, type Translator } from "@/lib/i18n/translator";

/** Where the words of a field's codes are; the first list that has the code counts. */
const CODE_LISTS: Readonly<Record<string, readonly string[]>> = {
  state: ["targetStates", "target.states", "instructions.states", "bulletins.states", "proposals.states"],
  previousState: ["target.states"],
  kind: ["metricKinds", "instructions.kinds", "import.kinds"],
  visibility: ["newTarget.visibilities"],
  comparator: ["comparators"],
  judging: ["judgings"],
  direction: ["newTarget.directions"],
  shape: ["target.plans"],
  planShape: ["target.plans"],
  calendar: ["newTarget.calendars"],
  origin: ["baselineOrigins"],
  baselineOrigin: ["baselineOrigins"],
  role: ["admin.roles"],
  officeRole: ["admin.roles"],
  verdict: ["life.verdicts"],
  light: ["lights"],
  colour: ["instructions.colours"],
  rollUp: ["split.methods"],
};

/** Fields that hold slugs of departments. */
const DEPARTMENT_FIELDS: ReadonlySet<string> = new Set(["owner", "supporting", "department", "departments", "parent"]);

/** How recorded values are put into words: the language, and the names of departments by slug. */
export interface EventWords {
  readonly lang: Language;
  readonly departments: ReadonlyMap<string, Bilingual>;
}

/** A message at a key that is known only at run time; null if there is none. */
function wordAt(key: string, t: Translator): string | null {
  const message = key as Parameters<typeof t.has>[0];
  return t.has(message) ? t(message as Parameters<typeof t>[0]) : null;
}

/** The name of a recorded field, or of a kind of metric that has its own bounds; null if it has none. */
export function fieldName(key: string, lang: Language): string | null {
  const t = getTranslator(lang);
  return wordAt(`audit.fields.${key}`, t) ?? wordAt(`metricKinds.${key}`, t);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

function textOf(key: string, text: string, { lang, departments }: EventWords): string {
  const department = DEPARTMENT_FIELDS.has(key) ? departments.get(text) : undefined;
  if (department !== undefined) return department[lang];
  const t = getTranslator(lang);
  const words = (CODE_LISTS[key] ?? []).map((list) => wordAt(`${list}.${text}`, t));
  const word = words.find((one) => one !== null);
  if (word != null) return word;
  if (INSTANT.test(text)) return formatInstant(text, lang);
  const day = parseIsoDate(text);
  return day === null ? text : formatIsoDate(day, lang);
}

function valueText(key: string, value: unknown, words: EventWords): string {
  const t = getTranslator(words.lang);
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return textOf(key, value, words);
  if (typeof value === "boolean") return t(value ? "chart.yes" : "chart.no");
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) {
    const texts = value.map((one) => valueText(key, one, words)).filter((text) => text !== "");
    return texts.join(t(value.some(isObject) ? "punctuation.semicolon" : "punctuation.enumeration"));
  }
  return eventValues(value, words)
    .map(({ name, text }) => `${name} ${text}`)
    .join(t("punctuation.separator"));
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

export interface EventValue {
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

/** The recorded fields that are not empty; one without a name has its key instead. */
export function eventValues(values: unknown, words: EventWords): EventValue[] {
  if (!isObject(values) || Array.isArray(values)) return [];
  return Object.entries(values).flatMap(([key, value]) => {
    const text = valueText(key, value, words);
    return text === "" ? [] : [{ key, name: fieldName(key, words.lang) ?? key, text }];
  });
}
