import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AbsenceSettings } from "@/components/settings/absence-settings";
import { getLanguage } from "@/lib/i18n/preferences";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getAbsence } from "@/lib/server/delegations/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("delegation"))("title") };
}

export default async function AbsencePage({ searchParams }: WithQuery) {
  const [context, lang, person] = await Promise.all([getContext(), getLanguage(), getPersonNames()]);
  const absence = context.actor.kind === "user" ? await getAbsence(context.actor.userId, context) : null;
  if (absence === null) return redirectToSignIn("/settings/absence", searchParams);
  return <AbsenceSettings absence={absence} person={person} lang={lang} />;
}
