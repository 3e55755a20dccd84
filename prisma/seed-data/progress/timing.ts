// When a report is written, submitted and decided, in office hours of China Standard Time.
import { Temporal } from "temporal-polyfill";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { addWorkingDays, NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import type { Random } from "@/prisma/seed-data/progress/random";

export interface Timing {
  readonly createdAt: string;
  readonly submittedAt: string;
  readonly decidedAt: string;
}

/** A time of day in Nantong as an instant in UTC. */
export function instantAt(day: IsoDate, hour: number, minute: number): string {
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return Temporal.Instant.from(`${day}T${time}:00+08:00`).toString();
}

export function between(submitOn: IsoDate, decideOn: IsoDate, random: Random): Timing {
  const hour = random.whole(9, 11);
  return {
    createdAt: instantAt(submitOn, hour, random.whole(0, 29)),
    submittedAt: instantAt(submitOn, hour, random.whole(30, 59)),
    decidedAt: instantAt(decideOn, random.whole(14, 16), random.whole(0, 59)),
  };
}

/** Submitted 2 to 6 working days after the period, decided 1 to 3 days later, never after the 8th. */
export function regularTiming(asOf: IsoDate, random: Random): Timing {
  const submitted = random.whole(2, 6);
  const decided = Math.min(submitted + random.whole(1, 3), 8);
  return between(
    addWorkingDays(asOf, submitted, NO_IMPORTED_DAYS),
    addWorkingDays(asOf, decided, NO_IMPORTED_DAYS),
    random,
  );
}

/** A report within its month: submitted on the next working day, decided on the one after. */
export function earlyTiming(asOf: IsoDate, random: Random): Timing {
  return between(addWorkingDays(asOf, 1, NO_IMPORTED_DAYS), addWorkingDays(asOf, 2, NO_IMPORTED_DAYS), random);
}

/** Written and decided on the same day, as offices do at the end of the year. */
export function sameDayTiming(asOf: IsoDate, random: Random): Timing {
  return between(asOf, asOf, random);
}
