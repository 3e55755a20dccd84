import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkingDaysPage } from "@/components/admin/working-days-page";
import { NotAllowed } from "@/components/auth/not-allowed";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { listImportedDays } from "@/lib/server/working-days/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("working-days") };
}

export default async function WorkingDays({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/working-days", searchParams);
  const days = await listImportedDays(context);
  return days === null ? <NotAllowed /> : <WorkingDaysPage days={days} lang={lang} />;
}
