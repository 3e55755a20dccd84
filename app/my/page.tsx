import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { Duties } from "@/components/departments/duties";
import { LoadingList } from "@/components/ui/loading-list";
import { MyWork } from "@/components/updates/my-work";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { signInFirst, type WithQuery } from "@/lib/server/auth/sign-in-first";
import { type Context, getContext } from "@/lib/server/context";
import { getDuties } from "@/lib/server/departments/duties";
import { listMyWork } from "@/lib/server/updates/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("my"))("title") };
}

async function Work({ context, lang }: { context: Context; lang: Language }) {
  const [work, duties] = await Promise.all([listMyWork(context), getDuties(context)]);
  if (work === null) return <NotAllowed />;
  return (
    <MyWork work={work} lang={lang}>
      <Duties duties={duties} actor={context.actor} lang={lang} />
    </MyWork>
  );
}

export default async function MyPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return signInFirst("/my", searchParams);
  const t = await getTranslations("my");
  return (
    <LoadingList title={t("title")}>
      <Work context={context} lang={lang} />
    </LoadingList>
  );
}
