// The days of demo mode: where it starts and the range the visitor may choose from.
import { type IsoDate, isoDate } from "./iso-date";

export const DEMO_DAY: IsoDate = isoDate("2023-09-30");
export const DEMO_FIRST_DAY: IsoDate = isoDate("2023-01-01");
export const DEMO_LAST_DAY: IsoDate = isoDate("2023-12-31");
