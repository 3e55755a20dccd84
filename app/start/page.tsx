import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { StartGuide } from "@/components/start/start-guide";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getStart } from "@/lib/server/start/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("start"))("title") };
}

export default async function StartPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  const { actor } = context;
  if (actor.kind === "visitor") return redirectToSignIn("/start", searchParams);
  const start = await getStart(context);
  return start === null ? <NotAllowed /> : <StartGuide start={start} actor={actor} lang={lang} />;
}
