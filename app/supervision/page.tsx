import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { DeskTour } from "@/components/layout/desk-tour";
import { LoadingList } from "@/components/layout/loading-list";
import { SupervisionDesk } from "@/components/supervision/supervision-desk";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { type DeskView, parseDeskView } from "@/lib/schemas/desk-view";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { showsTour } from "@/lib/server/accounts/tours";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { type Context, getContext } from "@/lib/server/context";
import { getSupervision } from "@/lib/server/supervision/data";
import { SUPERVISION_LISTS, type SupervisionList } from "@/lib/views/supervision";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("supervision"))("title") };
}

interface DeskProps {
  readonly view: DeskView<SupervisionList>;
  readonly context: Context;
  readonly lang: Language;
}

async function Desk({ view, context, lang }: DeskProps) {
  const [desk, person] = await Promise.all([getSupervision(context, view), getPersonNames()]);
  if (desk === null) return <NotAllowed />;
  return <SupervisionDesk desk={desk} view={view} actor={context.actor} person={person} lang={lang} />;
}

export default async function SupervisionPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/supervision", searchParams);
  const [t, params] = await Promise.all([getTranslations("supervision"), searchParams]);
  return (
    <>
      {(await showsTour("supervision", context, params)) && <DeskTour desk="supervision" />}
      <LoadingList title={t("title")}>
        <Desk view={parseDeskView(params, SUPERVISION_LISTS)} context={context} lang={lang} />
      </LoadingList>
    </>
  );
}
