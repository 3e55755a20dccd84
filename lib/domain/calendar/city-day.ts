// The city's time zone and the calendar day of an instant in it.
import { Temporal } from "temporal-polyfill";
import { type IsoDate, isoDate } from "./iso-date";

export const CITY_TIME_ZONE = "Asia/Shanghai";

export function toCityDay(instant: Date): IsoDate {
  const at = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return isoDate(at.toZonedDateTimeISO(CITY_TIME_ZONE).toPlainDate().toString());
}
