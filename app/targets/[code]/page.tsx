import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TargetComments } from "@/components/comments/target-comments";
import { TargetActions } from "@/components/targets/target-actions";
import { TargetChartSection } from "@/components/targets/target-chart-section";
import { TargetInstructions } from "@/components/targets/target-instructions";
import { TargetLifeCycle } from "@/components/targets/target-life-cycle";
import { TargetOutlook } from "@/components/targets/target-outlook";
import { TargetParts } from "@/components/targets/target-parts";
import { TargetPromise } from "@/components/targets/target-promise";
import { TargetRevisions } from "@/components/targets/target-revisions";
import { TargetSharing } from "@/components/targets/target-sharing";
import { TargetStanding } from "@/components/targets/target-standing";
import { TargetSteps } from "@/components/targets/target-steps";
import { TargetUpdates } from "@/components/targets/target-updates";
import { getLanguage } from "@/lib/i18n/preferences";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { getReviewerAccounts } from "@/lib/server/accounts/reviewer-accounts";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import { listComments } from "@/lib/server/comments/data";
import { getContext } from "@/lib/server/context";
import { listInstructionsOn } from "@/lib/server/instructions/data";
import { getOrigin } from "@/lib/server/origin";
import { listRequestsOn } from "@/lib/server/requests/data";
import { targetChartModel } from "@/lib/server/targets/chart";
import { prepareCitation } from "@/lib/server/targets/citation";
import { getCachedTarget } from "@/lib/server/targets/detail";
import { preparePreview } from "@/lib/server/targets/preview";

interface TargetPageProps {
  readonly params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: TargetPageProps): Promise<Metadata> {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const target = await getCachedTarget(code, context);
  if (target === null) return { title: code };
  return preparePreview(target, { lang, origin: await getOrigin(), clock: context.clock });
}

/** In reading order: who promised what, how far it is, whether that is enough, problems, next steps. */
export default async function TargetPage({ params }: TargetPageProps) {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const target = await getCachedTarget(code, context);
  if (target === null) notFound();
  const { today } = context.clock;
  const [person, chart, instructions, requests, origin, comments, reviewerAccounts] = await Promise.all([
    getPersonNames(),
    cachedForVisitors(`target chart ${code} ${lang}`, context, async () =>
      targetChartModel(target, context.clock, lang),
    ),
    listInstructionsOn(target, context),
    listRequestsOn(target, context),
    getOrigin(),
    listComments(target, context),
    getReviewerAccounts(target, context),
  ]);
  return (
    <article className="grid grid-cols-1 gap-8">
      <TargetPromise target={target} lang={lang} />
      <TargetStanding target={target} lang={lang} />
      <TargetActions target={target} actor={context.actor} today={today} lang={lang} />
      <TargetOutlook target={target} lang={lang} />
      <TargetSteps target={target} lang={lang} today={today} />
      <TargetChartSection model={chart} code={code} lang={lang} />
      <TargetParts target={target} lang={lang} />
      <TargetInstructions
        target={target}
        lang={lang}
        actor={context.actor}
        person={person}
        today={today}
        instructions={instructions}
        requests={requests}
      />
      {comments !== null && <TargetComments code={code} lang={lang} person={person} comments={comments} />}
      <TargetUpdates
        target={target}
        lang={lang}
        actor={context.actor}
        person={person}
        reviewerAccounts={reviewerAccounts}
      />
      <TargetRevisions target={target} lang={lang} person={person} />
      <TargetLifeCycle target={target} lang={lang} actor={context.actor} person={person} today={today} />
      <TargetSharing
        target={target}
        lang={lang}
        origin={origin}
        citation={prepareCitation(target, today, origin, lang)}
      />
    </article>
  );
}
