import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "@/components/admin/settings-page";
import { NotAllowed } from "@/components/auth/not-allowed";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getSettingsForm } from "@/lib/server/site-settings/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("settings") };
}

export default async function Settings({ searchParams }: WithQuery) {
  const context = await getContext();
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/settings", searchParams);
  const settings = await getSettingsForm(context);
  return settings === null ? <NotAllowed /> : <SettingsPage {...settings} />;
}
