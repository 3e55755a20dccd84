// The calendar day of an instant in the city.
import { Temporal } from "temporal-polyfill";
import { CITY_TIME_ZONE } from "@/lib/server/clock";
import { type IsoDate, isoDate } from "./iso-date";

export function toCityDay(instant: Date): IsoDate {
  const at = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return isoDate(at.toZonedDateTimeISO(CITY_TIME_ZONE).toPlainDate().toString());
}
