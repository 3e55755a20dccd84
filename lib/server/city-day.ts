// The calendar day of an instant in the city.
import { Temporal } from "temporal-polyfill";
import { type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { CITY_TIME_ZONE } from "@/lib/server/clock";

export function cityDayOf(instant: Date): IsoDate {
  const at = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return isoDate(at.toZonedDateTimeISO(CITY_TIME_ZONE).toPlainDate().toString());
}
