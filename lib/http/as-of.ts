// An earlier day to look from, where a request names one.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { FieldError } from "./respond";

/** The context at the end of `asOf`; an error after today, for nothing is known of it. */
export function contextAsOf(context: Context, asOf: IsoDate | undefined): Context | FieldError {
  if (asOf === undefined || asOf === context.clock.today) return context;
  if (asOf > context.clock.today) {
    return { name: "asOf", message: `must not be after today, ${context.clock.today}` };
  }
  return { ...context, clock: clockOn(asOf, true) };
}

export function isFieldError(value: Context | FieldError): value is FieldError {
  return "message" in value;
}
