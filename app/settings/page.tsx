import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReminderSettings } from "@/components/settings/reminder-settings";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getReminderSettings } from "@/lib/server/reminders/preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage({ searchParams }: WithQuery) {
  const settings = await getReminderSettings(await getContext());
  if (settings === null) return redirectToSignIn("/settings", searchParams);
  return <ReminderSettings settings={settings} />;
}
