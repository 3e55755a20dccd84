// The day of a request. In demo mode the visitor moves it through the sample year; a read can request an earlier day.
import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { DEMO_FIRST_DAY, DEMO_LAST_DAY } from "@/lib/domain/calendar/demo-days";
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { AS_OF_HEADER, PAGE_ONLY } from "@/lib/i18n/choices";
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

const renderedPage = cache(() => ({}));

/** React caches only while it renders: not in a server action. */
function isRendering(): boolean {
  const page = renderedPage();
  return page === renderedPage();
}

/** A write always records the present, also if its page is shown as of an earlier day. */
function requestedDay(sent: string): IsoDate | null {
  if (!sent.startsWith(PAGE_ONLY)) return parseIsoDate(sent);
  return isRendering() ? parseIsoDate(sent.slice(PAGE_ONLY.length)) : null;
}

/**
 * The clock of the current request. A page with ?asOf= uses that earlier day and shows what was known then, also when it
 * is rendered again after an action; a future or invalid day is ignored. proxy.ts sets the header.
 */
export const getClock = cache(async (): Promise<Clock> => {
  const [clock, sent] = await Promise.all([presentClock(), headers()]);
  const asOf = requestedDay(sent.get(AS_OF_HEADER) ?? "");
  return asOf !== null && asOf < clock.today ? clockOn(asOf, true) : clock;
});
