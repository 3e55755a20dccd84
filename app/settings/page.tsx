import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReminderSettings } from "@/components/settings/reminder-settings";
import { getContext } from "@/lib/server/context";
import { getReminderSettings } from "@/lib/server/reminders/preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const settings = await getReminderSettings(await getContext());
  if (settings === null) redirect("/sign-in?next=/settings");
  return <ReminderSettings settings={settings} />;
}
