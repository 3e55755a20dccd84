// Imports a year's holidays and make-up working days from a table of the State Council's notice.
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { type ImportedDays, isWorkingDay, publishedDay, type SpecialDay } from "@/lib/domain/calendar/working-days";
import { type ImportPlan, lineText, type PlannedLine } from "@/lib/imports/plan";
import type { TableRow } from "@/lib/imports/table";

/** The template's headings in Chinese and English, then accepted variants. */
export const HOLIDAY_HEADINGS = {
  day: ["日期", "date", "day"],
  kind: ["类型", "kind", "安排", "type"],
  name: ["名称", "name", "节日", "holiday"],
} as const;
export type HolidayColumn = keyof typeof HOLIDAY_HEADINGS;

/** The words for both kinds: the template's in Chinese and English, then accepted variants. */
export const KIND_WORDS: Readonly<Record<SpecialDay, readonly string[]>> = {
  holiday: ["放假", "holiday", "休", "休息", "节假日", "off"],
  "make-up": ["上班", "make-up", "班", "调休上班", "补班", "work", "working day"],
};

export interface ImportedDay {
  readonly day: IsoDate;
  readonly kind: SpecialDay;
  readonly name: string;
}

/** 2027-02-06, 2027/2/6, 2027.2.6 or 2027年2月6日. */
export function readDay(text: string): IsoDate | null {
  const [, year = "", month = "", day = ""] = text.match(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/) ?? [];
  return parseIsoDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

function readKind(text: string): SpecialDay | null {
  const word = text.trim().toLowerCase();
  return (["holiday", "make-up"] as const).find((kind) => KIND_WORDS[kind].includes(word)) ?? null;
}

const NAME_LIMIT = 60;

function entryOf({ day, kind, name }: TableRow<HolidayColumn>["values"]): ImportedDay | string {
  const [on, what] = [readDay(day ?? ""), readKind(kind ?? "")];
  if (on === null || on < "2004-01-01" || on > "2099-12-31") return "not-a-day";
  if (what === null) return "not-a-kind";
  if (name === null || name === "") return "no-name";
  return name.length > NAME_LIMIT ? "name-too-long" : { day: on, kind: what, name };
}

/** Days of earlier imports, by day. */
export type KnownDays = ReadonlyMap<IsoDate, ImportedDay>;

function judge(entry: ImportedDay, known: KnownDays, today: IsoDate): Pick<PlannedLine, "outcome" | "was" | "why"> {
  const imported = known.get(entry.day);
  const now = imported?.kind ?? publishedDay(entry.day);
  const was = now === null ? null : lineText([now, imported?.name ?? null]);
  if (imported === undefined ? now === entry.kind : now === entry.kind && imported.name === entry.name) {
    return { outcome: "same", was, why: null };
  }
  const days: ImportedDays = new Map([...known.values()].map(({ day, kind }) => [day, kind]));
  if (entry.kind === "make-up" && now !== "make-up" && isWorkingDay(entry.day, days)) {
    return { outcome: "refused", was, why: "works-already" };
  }
  return { outcome: now === null ? "added" : "changed", was, why: entry.day < today ? "past-day" : null };
}

/**
 * The changes that a table of days would make. Rejected: a line that cannot be parsed, a day that appears twice, and a
 * make-up day that is a working day already. A past day is accepted and marked, because reports were due by it.
 */
export function planHolidays(
  rows: readonly TableRow<HolidayColumn>[],
  known: KnownDays,
  today: IsoDate,
): ImportPlan<ImportedDay> {
  const seen = new Set<IsoDate>();
  const entries: ImportedDay[] = [];
  const lines = rows.map(({ line, values }): PlannedLine => {
    const about = { line, text: lineText([values.day, values.kind, values.name]) };
    const entry = entryOf(values);
    if (typeof entry === "string") return { ...about, outcome: "refused", was: null, why: entry };
    if (seen.has(entry.day)) return { ...about, outcome: "refused", was: null, why: "twice" };
    seen.add(entry.day);
    const judged = judge(entry, known, today);
    if (judged.outcome === "added" || judged.outcome === "changed") entries.push(entry);
    return { ...about, ...judged };
  });
  return { lines, entries };
}
