import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { StandInNotice } from "@/components/delegations/stand-in-notice";
import { PendingTasks } from "@/components/departments/pending-tasks";
import { DeskTour } from "@/components/layout/desk-tour";
import { LoadingList } from "@/components/layout/loading-list";
import { MyWork } from "@/components/updates/my-work";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { type DeskView, parseDeskView } from "@/lib/schemas/desk-view";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { showsTour } from "@/lib/server/accounts/tours";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { type Context, getContext } from "@/lib/server/context";
import { listStandIns } from "@/lib/server/delegations/data";
import { getPendingTasks } from "@/lib/server/departments/pending-tasks";
import { listMyWork } from "@/lib/server/updates/my-work";
import { PENDING_LISTS } from "@/lib/views/department";
import { MY_LISTS } from "@/lib/views/update";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("my"))("title") };
}

const LISTS = [...PENDING_LISTS, ...MY_LISTS] as const;

interface WorkProps {
  readonly sent: string | undefined;
  readonly view: DeskView<(typeof LISTS)[number]>;
  readonly context: Context;
  readonly lang: Language;
}

async function Work({ sent, view, context, lang }: WorkProps) {
  const [work, duties, person, standIns] = await Promise.all([
    listMyWork(context, view),
    getPendingTasks(context, view),
    getPersonNames(),
    listStandIns(context),
  ]);
  if (work === null) return <NotAllowed />;
  return (
    <MyWork work={work} view={view} sent={sent} actor={context.actor} person={person} lang={lang}>
      <StandInNotice standIns={standIns} person={person} lang={lang} />
      <PendingTasks duties={duties} place="/my" view={view} actor={context.actor} person={person} lang={lang} />
    </MyWork>
  );
}

export default async function MyPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/my", searchParams);
  const [t, params] = await Promise.all([getTranslations("my"), searchParams]);
  return (
    <>
      {(await showsTour("my", context, params)) && <DeskTour desk="my" />}
      <LoadingList title={t("title")}>
        <Work sent={params.sent?.toString()} view={parseDeskView(params, LISTS)} context={context} lang={lang} />
      </LoadingList>
    </>
  );
}
