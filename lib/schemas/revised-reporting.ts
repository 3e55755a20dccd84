// Reads the reporting of a revised target by the same rules as for a new one.
import type { z } from "zod";
import type { ReportingDate } from "@/lib/domain/targets/types";
import { type CalendarChoice, calendarChoiceSchema, cutOffSchema, lagErrors, lagSchema } from "@/lib/schemas/calendar";
import type { Draft, Errors } from "@/lib/schemas/revised-fields";
import type { RevisionInput } from "@/lib/schemas/revision";

export interface ReportingFacts {
  /** The present custom calendar. */
  readonly calendarId: string | null;
  /** The dates of the custom calendars that can be chosen, by id. */
  readonly datesOf: ReadonlyMap<string, readonly ReportingDate[]>;
}

type ReportingInput = "calendar" | "cutOffWorkingDays" | "publicationLagMonths";

/** The chosen calendar; null if it is the present one. */
export function takeReporting(
  input: RevisionInput,
  draft: Draft,
  { calendarId, datesOf }: ReportingFacts,
  errors: Errors,
): CalendarChoice | null {
  const read = <T>(field: ReportingInput, schema: z.ZodType<T>): T | undefined => {
    if (input[field] === undefined) return undefined;
    const parsed = schema.safeParse(input[field]);
    if (!parsed.success) errors[field] = parsed.error.issues[0]?.message ?? "unknown";
    return parsed.data;
  };
  draft.cutOffWorkingDays = read("cutOffWorkingDays", cutOffSchema) ?? draft.cutOffWorkingDays;
  draft.publicationLagMonths = read("publicationLagMonths", lagSchema) ?? draft.publicationLagMonths;
  const choice = read("calendar", calendarChoiceSchema);
  const isNew = choice !== undefined && (choice.calendar !== draft.calendar || choice.calendarId !== calendarId);
  if (isNew) {
    const dates = choice.calendarId === null ? [] : datesOf.get(choice.calendarId);
    if (dates === undefined) errors.calendar = "unknown";
    draft.calendar = choice.calendar;
    draft.reportingDates = dates ?? [];
  }
  for (const [field, fault] of Object.entries(lagErrors(draft.calendar, draft.publicationLagMonths))) {
    errors[field] ??= fault;
  }
  return isNew ? choice : null;
}
