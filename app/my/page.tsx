import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { Duties } from "@/components/departments/duties";
import { MyWork } from "@/components/updates/my-work";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { getDuties } from "@/lib/server/departments/duties";
import { listMyWork } from "@/lib/server/updates/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("my"))("title") };
}

export default async function MyPage() {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") redirect("/sign-in?next=/my");
  const [work, duties] = await Promise.all([listMyWork(context), getDuties(context)]);
  if (work === null) return <NotAllowed />;
  return (
    <MyWork work={work} lang={lang}>
      <Duties duties={duties} actor={context.actor} lang={lang} />
    </MyWork>
  );
}
