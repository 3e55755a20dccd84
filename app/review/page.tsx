import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { StandInNotice } from "@/components/delegations/stand-in-notice";
import { PendingTasks } from "@/components/departments/pending-tasks";
import { DeskTour } from "@/components/layout/desk-tour";
import { LoadingList } from "@/components/layout/loading-list";
import { ReviewQueue } from "@/components/review/review-queue";
import { UndoWithoutScript } from "@/components/review/undo-without-script";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { type DeskView, parseDeskView } from "@/lib/schemas/desk-view";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { showsTour } from "@/lib/server/accounts/tours";
import { type Query, redirectToSignIn } from "@/lib/server/auth/redirect-to-sign-in";
import { type Context, getContext } from "@/lib/server/context";
import { listStandIns } from "@/lib/server/delegations/data";
import { getPendingTasks } from "@/lib/server/departments/pending-tasks";
import { listReviewQueue } from "@/lib/server/updates/review-queue";
import { listUndoable } from "@/lib/server/updates/undoable";
import { PENDING_LISTS, type PendingList } from "@/lib/views/department";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

interface ReviewPageProps {
  readonly searchParams: Promise<Query>;
}

interface QueueProps {
  readonly after?: string | undefined;
  /** Whether the last undo of a page without script succeeded; null if there was none. */
  readonly isUndone: boolean | null;
  readonly view: DeskView<PendingList>;
  readonly context: Context;
  readonly lang: Language;
}

async function Queue({ after, isUndone, view, context, lang }: QueueProps) {
  const [queue, undoable, duties, person, standIns] = await Promise.all([
    listReviewQueue(context, after),
    listUndoable(context),
    getPendingTasks(context, view),
    getPersonNames(),
    listStandIns(context),
  ]);
  if (queue === null) return <NotAllowed />;
  return (
    <>
      <StandInNotice standIns={standIns} person={person} lang={lang} />
      <UndoWithoutScript undoable={undoable} isUndone={isUndone} />
      {view.list === null && <ReviewQueue queue={queue} isFirst={after === undefined} person={person} lang={lang} />}
      <PendingTasks duties={duties} place="/review" view={view} actor={context.actor} person={person} lang={lang} />
    </>
  );
}

export default async function ReviewPage({ searchParams }: ReviewPageProps) {
  const [params, context, lang] = await Promise.all([searchParams, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/review", searchParams);
  const t = await getTranslations("review");
  return (
    <>
      {(await showsTour("review", context, params)) && <DeskTour desk="review" />}
      <LoadingList title={t("title")}>
        <Queue
          after={params.after?.toString()}
          isUndone={params.undo === undefined ? null : params.undo === "done"}
          view={parseDeskView(params, PENDING_LISTS)}
          context={context}
          lang={lang}
        />
      </LoadingList>
    </>
  );
}
