import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { Duties } from "@/components/departments/duties";
import { ReviewQueue } from "@/components/review/review-queue";
import { LoadingList } from "@/components/ui/loading-list";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { type Query, signInFirst } from "@/lib/server/auth/sign-in-first";
import { type Context, getContext } from "@/lib/server/context";
import { getDuties } from "@/lib/server/departments/duties";
import { listReviewQueue } from "@/lib/server/updates/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

interface ReviewPageProps {
  readonly searchParams: Promise<Query>;
}

async function Queue({ after, context, lang }: { after?: string; context: Context; lang: Language }) {
  const [queue, duties] = await Promise.all([listReviewQueue(context, after), getDuties(context)]);
  if (queue === null) return <NotAllowed />;
  return (
    <>
      <ReviewQueue queue={queue} isFirst={after === undefined} lang={lang} />
      <Duties duties={duties} actor={context.actor} lang={lang} />
    </>
  );
}

export default async function ReviewPage({ searchParams }: ReviewPageProps) {
  const [{ after }, context, lang] = await Promise.all([searchParams, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return signInFirst("/review", searchParams);
  const t = await getTranslations("review");
  return (
    <LoadingList title={t("title")}>
      <Queue after={after?.toString()} context={context} lang={lang} />
    </LoadingList>
  );
}
