import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountSettings } from "@/components/settings/account-settings";
import { getLanguage } from "@/lib/i18n/preferences";
import { getOwnAccount } from "@/lib/server/accounts/own-account";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { listOwnSessions } from "@/lib/server/accounts/sessions";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getSession, SESSION_LIMITS } from "@/lib/server/auth/session";
import { getContext } from "@/lib/server/context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("account") };
}

export default async function AccountPage({ searchParams }: WithQuery) {
  const [context, session, lang] = await Promise.all([getContext(), getSession(), getLanguage()]);
  const [account, sessions, person] = await Promise.all([
    getOwnAccount(context),
    listOwnSessions(context, session?.id ?? null),
    getPersonNames(),
  ]);
  if (account === null) return redirectToSignIn("/settings/account", searchParams);
  return <AccountSettings account={account} sessions={sessions} limits={SESSION_LIMITS} person={person} lang={lang} />;
}
