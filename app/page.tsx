import { DeskTour } from "@/components/layout/desk-tour";
import { LightBars } from "@/components/overview/light-bars";
import { OverviewHead } from "@/components/overview/overview-head";
import { OverviewSections } from "@/components/overview/overview-sections";
import { NoTargets } from "@/components/targets/no-targets";
import { getLanguage } from "@/lib/i18n/preferences";
import { showsTour } from "@/lib/server/accounts/tours";
import type { WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import { getContext } from "@/lib/server/context";
import { hasSampleProgress } from "@/lib/server/overview/chart";
import { getOverview } from "@/lib/server/overview/data";
import { listGroupings } from "@/lib/server/overview/groups";
import { getStart } from "@/lib/server/start/data";

export default async function OverviewPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  const [query, groupings] = await Promise.all([searchParams, listGroupings(context)]);
  const by = groupings.find((one) => one === query.by) ?? "department";
  const mostGroups = query.groups === "all" ? Number.POSITIVE_INFINITY : undefined;
  const { overview, isSample } = await cachedForVisitors(`overview ${by} ${mostGroups}`, context, async () => {
    const [overview, isSample] = await Promise.all([
      getOverview(context, undefined, by, mostGroups),
      hasSampleProgress(context.clock),
    ]);
    return { overview, isSample };
  });
  const { today } = context.clock;
  const start = overview.total === 0 ? await getStart(context) : null;
  return (
    <>
      {(await showsTour("overview", context, query)) && <DeskTour desk="overview" />}
      <OverviewHead overview={overview} today={today} lang={lang} />
      {overview.total === 0 ? (
        <NoTargets actor={context.actor} start={start} />
      ) : (
        <>
          <LightBars overview={overview} by={by} groupings={groupings} isSample={isSample} lang={lang} />
          <OverviewSections overview={overview} today={today} lang={lang} />
        </>
      )}
    </>
  );
}
