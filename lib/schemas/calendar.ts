// The calendar selected for a target, and the input of a custom calendar. Messages are keys under `form.errors`.
import { z } from "zod";
import { findDateErrors } from "@/lib/domain/calendar/own-calendars";
import { type ReportingCalendar, type ReportingDate, STANDARD_CALENDARS } from "@/lib/domain/targets/types";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { exactText, singleLine } from "@/lib/schemas/text";

const OWN = "own:";
const MOST_LAG_MONTHS = 24;

/** The form value of a custom calendar among the standard ones. */
export function ownCalendarChoice(id: string): string {
  return `${OWN}${id}`;
}

export const calendarChoiceSchema = exactText.transform((text, context) => {
  const standard = STANDARD_CALENDARS.find((one) => one === text);
  if (standard !== undefined) return { calendar: standard, calendarId: null };
  const id = z.uuid().safeParse(text.startsWith(OWN) ? text.slice(OWN.length) : "");
  if (id.success) return { calendar: "custom" as const, calendarId: id.data };
  context.issues.push({ code: "custom", input: text, message: "unknown" });
  return z.NEVER;
});

export type CalendarChoice = z.output<typeof calendarChoiceSchema>;

/** A custom calendar names its due dates, and no report of an irregular one is due. */
export function lagErrors(calendar: ReportingCalendar, months: number): Record<string, string> {
  const isRegular = calendar !== "custom" && calendar !== "none";
  return months > 0 && !isRegular ? { publicationLagMonths: "lag-needs-periods" } : {};
}

/** A whole number from 0 to `most`; blank for `otherwise`. */
function wholeNumber(most: number, otherwise: number, message: string) {
  return exactText
    .trim()
    .default("")
    .transform((text, context) => {
      const number = text === "" ? otherwise : Number(text);
      if (Number.isInteger(number) && number >= 0 && number <= most) return number;
      context.issues.push({ code: "custom", input: text, message });
      return z.NEVER;
    });
}

/** Months until the figure of a period is published; blank for none. */
export const lagSchema = wholeNumber(MOST_LAG_MONTHS, 0, "not-a-lag");

/** Working days after a period until its report is due. */
export const cutOffSchema = wholeNumber(60, 5, "not-a-cut-off");

/** The dates that one save can add. */
export const BLANK_DATES = 24;
const MOST_DATES = 200;

const needed = singleLine.trim().min(1, "required").max(100, "too-long");
const dateSchema = z.object({ asOf: parseTypedDay, dueOn: parseTypedDay });
const calendarSchema = z.object({
  /** Blank for a new calendar. */
  id: z.union([z.literal(""), z.uuid()]).transform((id) => (id === "" ? null : id)),
  version: z.coerce.number().int(),
  name: needed,
  nameEn: needed,
  dates: z.array(dateSchema).min(1, "no-dates").max(MOST_DATES, "too-long"),
});
export type OwnCalendarInput = z.output<typeof calendarSchema>;

export type CalendarResult =
  | { readonly ok: true; readonly input: OwnCalendarInput; readonly rowOf: (index: number | null) => string | null }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

interface Row {
  readonly row: number;
  readonly date: Readonly<Record<keyof ReportingDate, string>>;
}

/** All non-blank rows of the form, in any position. */
function rowsOf(form: FormData): Row[] {
  const textOf = (name: string) => String(form.get(name) ?? "").trim();
  return Array.from({ length: MOST_DATES + BLANK_DATES }, (_, row) => ({
    row,
    date: { asOf: textOf(`dates.${row}.asOf`), dueOn: textOf(`dates.${row}.dueOn`) },
  })).filter(({ date }) => date.asOf !== "" || date.dueOn !== "");
}

/** The form as a calendar, or every invalid field by its name: `dates.3.dueOn`. */
export function readOwnCalendar(form: FormData): CalendarResult {
  const rows = rowsOf(form);
  const rowOf = (index: number | null) => (index === null ? null : `dates.${rows[index]?.row ?? 0}`);
  const textOf = (name: string) => String(form.get(name) ?? "");
  const typed = { id: textOf("id"), version: textOf("version"), name: textOf("name"), nameEn: textOf("nameEn") };
  const parsed = calendarSchema.safeParse({ ...typed, dates: rows.map(({ date }) => date) });
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [first, index, field] = path;
    const name =
      typeof index === "number" ? `${rowOf(index)}.${String(field)}` : first === "dates" ? "form" : String(first);
    errors[name] ??= message;
  }
  for (const { index, field, fault } of findDateErrors(parsed.data?.dates ?? []))
    errors[`${rowOf(index)}.${field}`] = fault;
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, input: parsed.data, rowOf };
}
