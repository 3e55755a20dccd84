import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarList } from "@/components/admin/calendar-list";
import { NotAllowed } from "@/components/auth/not-allowed";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { listEditableCalendars } from "@/lib/server/calendars/data";
import { getContext } from "@/lib/server/context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("calendars") };
}

export default async function CalendarsPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/calendars", searchParams);
  const calendars = await listEditableCalendars(context);
  return calendars === null ? (
    <NotAllowed />
  ) : (
    <CalendarList calendars={calendars} today={context.clock.today} lang={lang} />
  );
}
