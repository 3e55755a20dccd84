import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { DeskTour } from "@/components/layout/desk-tour";
import { LoadingList } from "@/components/layout/loading-list";
import { StartPanel } from "@/components/start/start-panel";
import { DueReportList } from "@/components/supervision/due-report-list";
import { SupervisionDesk } from "@/components/supervision/supervision-desk";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { parseDeskView } from "@/lib/schemas/desk-view";
import { type DueReportsView, parseDueReportsView } from "@/lib/schemas/due-reports-view";
import type { PageParams } from "@/lib/schemas/query-input";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { showsTour } from "@/lib/server/accounts/tours";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { type Context, getContext } from "@/lib/server/context";
import { getOpenStart } from "@/lib/server/start/data";
import { getSupervision } from "@/lib/server/supervision/data";
import { listDueReports } from "@/lib/server/supervision/report-matrix";
import { listVacancies } from "@/lib/server/supervision/vacancies";
import { SUPERVISION_LISTS } from "@/lib/views/supervision";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("supervision"))("title") };
}

interface DeskProps {
  readonly params: PageParams;
  readonly context: Context;
  readonly lang: Language;
}

async function Desk({ params, context, lang }: DeskProps) {
  const view = parseDeskView(params, SUPERVISION_LISTS);
  const [desk, person, vacancies] = await Promise.all([
    getSupervision(context, view),
    getPersonNames(),
    view.list === null ? listVacancies(context) : null,
  ]);
  if (desk === null) return <NotAllowed />;
  const { actor, clock } = context;
  const shared = { desk, vacancies, view, actor, person, lang, today: clock.today, isLookingBack: clock.isLookingBack };
  return <SupervisionDesk {...shared} allDepartments={params.departments === "all"} />;
}

async function Reports({ view, context, lang }: Omit<DeskProps, "params"> & { readonly view: DueReportsView }) {
  const reports = await listDueReports(view, context);
  return reports === null ? <NotAllowed /> : <DueReportList reports={reports} view={view} lang={lang} />;
}

export default async function SupervisionPage({ searchParams }: WithQuery) {
  const [context, lang, params] = await Promise.all([getContext(), getLanguage(), searchParams]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/supervision", searchParams);
  const t = await getTranslations("supervision");
  const view = parseDueReportsView(params);
  const start = await getOpenStart(context);
  return (
    <>
      {view === null && <StartPanel start={start} actor={context.actor} />}
      {view === null && start === null && (await showsTour("supervision", context, params)) && (
        <DeskTour desk="supervision" />
      )}
      <LoadingList title={t("title")}>
        {view === null ? (
          <Desk params={params} context={context} lang={lang} />
        ) : (
          <Reports view={view} context={context} lang={lang} />
        )}
      </LoadingList>
    </>
  );
}
