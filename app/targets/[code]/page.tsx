import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TargetComments } from "@/components/comments/target-comments";
import { StructuredData } from "@/components/layout/structured-data";
import { getNextAction, getTargetTools } from "@/components/targets/get-next-action";
import { IssuePanel } from "@/components/targets/issue-panel";
import { SignForTarget } from "@/components/targets/sign-for-target";
import { TargetChartSection } from "@/components/targets/target-chart-section";
import { TargetInstructions } from "@/components/targets/target-instructions";
import { TargetLifeCycle } from "@/components/targets/target-life-cycle";
import { TargetOutlook } from "@/components/targets/target-outlook";
import { TargetParts } from "@/components/targets/target-parts";
import { TargetDefinition, TargetPromise } from "@/components/targets/target-promise";
import { TargetRevisions } from "@/components/targets/target-revisions";
import { TARGET_SECTIONS, TargetSectionBar } from "@/components/targets/target-sections";
import { TargetSharing } from "@/components/targets/target-sharing";
import { TargetStanding } from "@/components/targets/target-standing";
import { TargetSteps } from "@/components/targets/target-steps";
import { TargetUpdates } from "@/components/targets/target-updates";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { getLanguage } from "@/lib/i18n/preferences";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { getReviewerAccounts } from "@/lib/server/accounts/reviewer-accounts";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import { listComments } from "@/lib/server/comments/data";
import { getContext } from "@/lib/server/context";
import { listInstructionsOn } from "@/lib/server/instructions/data";
import { getOrigin } from "@/lib/server/origin";
import { listRequestsOn } from "@/lib/server/requests/data";
import { findStarred } from "@/lib/server/saved-views/data";
import { targetChartModel } from "@/lib/server/targets/chart";
import { prepareCitation } from "@/lib/server/targets/citation";
import { getCachedTarget } from "@/lib/server/targets/detail";
import { getNeighbours } from "@/lib/server/targets/neighbours";
import { preparePreview } from "@/lib/server/targets/preview";
import { targetDataset } from "@/lib/server/targets/structured-data";

interface TargetPageProps {
  readonly params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: TargetPageProps): Promise<Metadata> {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const target = await getCachedTarget(code, context);
  if (target === null) return { title: code };
  return preparePreview(target, { lang, origin: await getOrigin(), clock: context.clock });
}

/** In reading order: the promise, its progress and chart, problems and next steps, reports, supervision, definitions. */
export default async function TargetPage({ params }: TargetPageProps) {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const target = await getCachedTarget(code, context);
  if (target === null) notFound();
  const { actor, clock } = context;
  const [person, chart, neighbours, instructions, requests, origin, comments, reviewerAccounts, starred] =
    await Promise.all([
      getPersonNames(),
      cachedForVisitors(`target chart ${code} ${lang}`, context, async () => targetChartModel(target, clock, lang)),
      cachedForVisitors(`target neighbours ${code}`, context, () => getNeighbours(code, context)),
      listInstructionsOn(target, context),
      listRequestsOn(target, context),
      getOrigin(),
      listComments(target, context),
      getReviewerAccounts(target, context),
      findStarred([target.id], context),
    ]);
  const dataset = targetDataset(target, { lang, origin });
  const shared = { target, lang, actor, person, today: clock.today };
  const mayIssue = can(actor, "target.issue", { target: scopeOf(target) });
  const isSupervised = comments !== null || can(actor, "instruction.read", { target: scopeOf(target) });
  const sections = TARGET_SECTIONS.filter((section) => section !== "supervision" || isSupervised);
  return (
    <article className="grid grid-cols-1 gap-6">
      {dataset !== null && <StructuredData value={dataset} />}
      <TargetPromise {...shared} neighbours={neighbours} isStarred={starred?.has(target.id) ?? null} />
      <TargetSectionBar
        sections={sections}
        tools={await getTargetTools(target, actor)}
        next={await getNextAction(target, actor, requests)}
        issue={mayIssue && <IssuePanel target={target} variant="primary" lang={lang} />}
      />
      <div id="overview" className="grid scroll-mt-14 grid-cols-1 gap-x-10 gap-y-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <TargetStanding {...shared} />
        <TargetChartSection model={chart} code={code} lang={lang} />
      </div>
      {can(actor, "target.receive", { target: scopeOf(target) }) && <SignForTarget {...shared} />}
      <TargetOutlook target={target} />
      <TargetSteps {...shared} />
      <TargetParts {...shared} />
      <div id="reports" className="scroll-mt-14">
        <TargetUpdates {...shared} reviewerAccounts={reviewerAccounts} />
      </div>
      {isSupervised && (
        <div id="supervision" className="grid scroll-mt-14 grid-cols-1 gap-6">
          <TargetInstructions {...shared} instructions={instructions} requests={requests} />
          {comments !== null && <TargetComments code={code} lang={lang} person={person} comments={comments} />}
        </div>
      )}
      <TargetDefinition {...shared} />
      <div id="manage" className="grid scroll-mt-14 grid-cols-1 gap-6">
        <TargetRevisions {...shared} />
        <TargetLifeCycle {...shared} />
        <TargetSharing {...shared} origin={origin} citation={prepareCitation(target, clock.today, origin, lang)} />
      </div>
    </article>
  );
}
