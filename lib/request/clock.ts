// The day of a request. In demo mode the visitor moves it through the sample year; a read can request an earlier day.
import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { DEMO_FIRST_DAY, DEMO_LAST_DAY } from "@/lib/domain/calendar/demo-days";
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { AS_OF_HEADER } from "@/lib/i18n/choices";
import { type Clock, clockOn, standardClock } from "@/lib/server/clock";
import { env } from "@/lib/server/env";

export const DAY_COOKIE = "guatu-day";

/** A day that a demo visitor may choose, or null. */
export function demoDay(text: string | undefined): IsoDate | null {
  const day = text === undefined ? null : parseIsoDate(text);
  return day !== null && day >= DEMO_FIRST_DAY && day <= DEMO_LAST_DAY ? day : null;
}

async function presentClock(): Promise<Clock> {
  if (env.GUATU_MODE !== "demo") return standardClock();
  const chosen = demoDay((await cookies()).get(DAY_COOKIE)?.value);
  return chosen === null ? standardClock() : clockOn(chosen);
}

/** The day of the request whatever earlier day it reads: the roles of the present apply. */
export async function getPresentDay(): Promise<IsoDate> {
  return (await presentClock()).today;
}

/**
 * The clock of the current request. A page with ?asOf= uses that earlier day and shows what was known then; a future or
 * invalid day is ignored. proxy.ts sets the header for reads only: a write always records the present.
 */
export const getClock = cache(async (): Promise<Clock> => {
  const [clock, sent] = await Promise.all([presentClock(), headers()]);
  const asOf = parseIsoDate(sent.get(AS_OF_HEADER) ?? "");
  return asOf !== null && asOf < clock.today ? clockOn(asOf, true) : clock;
});
