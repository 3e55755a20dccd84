// The clock. GUATU_TODAY fixes it.
import "server-only";
import { Temporal } from "temporal-polyfill";
import { CITY_TIME_ZONE } from "@/lib/domain/calendar/city-day";
import { DEMO_DAY } from "@/lib/domain/calendar/demo-days";
import { type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { env } from "@/lib/server/env";

export interface Clock {
  /** Today in the city's time zone. */
  readonly today: IsoDate;
  /** The instant that writes record: today, at the present time of day. */
  readonly now: Date;
  /** What was known by this instant is shown: the end of today. */
  readonly knownUntil: Date;
  /** Whether ?asOf= selects an earlier day than the present one. */
  readonly isLookingBack: boolean;
}

/** The later of the two: in demo mode the visitor may have moved the clock back. */
export function laterInstant(now: Date, earlier: Date): Date {
  return now < earlier ? earlier : now;
}

/** Now, or after the previous change: a millisecond apart, so that the order of changes is unambiguous. */
export function nextInstantAfter(last: Date | null, now: Date): Date {
  return last === null ? now : laterInstant(now, new Date(last.getTime() + 1));
}

/** The clock at `today` in the city, at the wall clock's time of day. */
export function clockOn(today: IsoDate, isLookingBack = false): Clock {
  const timeOfDay = Temporal.Now.zonedDateTimeISO(CITY_TIME_ZONE).toPlainTime();
  const start = Temporal.PlainDate.from(today);
  const now = start.toZonedDateTime({ timeZone: CITY_TIME_ZONE, plainTime: timeOfDay });
  const end = start.add({ days: 1 }).toZonedDateTime({ timeZone: CITY_TIME_ZONE });
  return {
    today,
    now: new Date(now.epochMilliseconds),
    knownUntil: new Date(end.epochMilliseconds - 1),
    isLookingBack,
  };
}

function realToday(): IsoDate {
  return isoDate(Temporal.Now.plainDateISO(CITY_TIME_ZONE).toString());
}

/** The clock without the visitor's choice of a day: for responses that read no cookie. */
export function standardClock(): Clock {
  return clockOn(env.GUATU_TODAY ?? (env.GUATU_MODE === "demo" ? DEMO_DAY : realToday()));
}
