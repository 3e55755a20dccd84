import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RemindersPage } from "@/components/admin/reminders-page";
import { NotAllowed } from "@/components/auth/not-allowed";
import { getLanguage } from "@/lib/i18n/preferences";
import { listDepartmentRecords } from "@/lib/server/admin/departments";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { ADDRESS } from "@/lib/server/origin";
import { getReminderForm } from "@/lib/server/reminders/texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("reminders") };
}

export default async function Reminders({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/reminders", searchParams);
  const [form, departments] = await Promise.all([getReminderForm(context), listDepartmentRecords(context)]);
  if (form === null || departments === null) return <NotAllowed />;
  return <RemindersPage {...form} {...{ departments, lang }} url={ADDRESS} today={context.clock.today} />;
}
