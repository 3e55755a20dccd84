import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TargetActions } from "@/components/targets/target-actions";
import { TargetChartSection } from "@/components/targets/target-chart-section";
import { TargetInstructions } from "@/components/targets/target-instructions";
import { TargetLife } from "@/components/targets/target-life";
import { TargetOutlook } from "@/components/targets/target-outlook";
import { TargetParts } from "@/components/targets/target-parts";
import { TargetPromise } from "@/components/targets/target-promise";
import { TargetRevisions } from "@/components/targets/target-revisions";
import { TargetStanding } from "@/components/targets/target-standing";
import { TargetSteps } from "@/components/targets/target-steps";
import { TargetUpdates } from "@/components/targets/target-updates";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { listInstructionsOn } from "@/lib/server/instructions/data";
import { listRequestsOn } from "@/lib/server/requests/data";
import { targetChartModel } from "@/lib/server/targets/chart";
import { getTarget } from "@/lib/server/targets/detail";

interface TargetPageProps {
  readonly params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: TargetPageProps): Promise<Metadata> {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const target = await getTarget(code, context);
  return { title: target === null ? code : `${code} ${target.title[lang]}` };
}

/** Reads as a sentence: who promised what, how far it is, is that enough, what is in the way, what comes next. */
export default async function TargetPage({ params }: TargetPageProps) {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const target = await getTarget(code, context);
  if (target === null) notFound();
  const [instructions, requests] = await Promise.all([
    listInstructionsOn(target, context),
    listRequestsOn(target, context),
  ]);
  return (
    <article className="grid grid-cols-1 gap-8">
      <TargetPromise target={target} lang={lang} />
      <TargetStanding target={target} lang={lang} />
      <TargetActions target={target} actor={context.actor} />
      <TargetOutlook target={target} lang={lang} />
      <TargetSteps target={target} lang={lang} today={context.clock.today} />
      <TargetChartSection model={targetChartModel(target, context.clock, lang)} code={code} lang={lang} />
      <TargetParts target={target} lang={lang} />
      <TargetInstructions
        target={target}
        lang={lang}
        actor={context.actor}
        today={context.clock.today}
        instructions={instructions}
        requests={requests}
      />
      <TargetUpdates target={target} lang={lang} />
      <TargetRevisions target={target} lang={lang} />
      <TargetLife target={target} lang={lang} actor={context.actor} />
    </article>
  );
}
