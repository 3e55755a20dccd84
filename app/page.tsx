import { ChartDownloads } from "@/components/charts/chart-downloads";
import { ChartPanel } from "@/components/charts/chart-panel";
import { DepartmentTable } from "@/components/departments/department-table";
import { OverviewHead } from "@/components/overview/overview-head";
import { OverviewSections } from "@/components/overview/overview-sections";
import { NoTargets } from "@/components/targets/no-targets";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { kept } from "@/lib/server/events/kept";
import { hasSampleProgress, overviewChartModel } from "@/lib/server/overview/chart";
import { getOverview } from "@/lib/server/overview/data";

export default async function OverviewPage() {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  const { overview, chart } = await kept(`overview ${lang}`, context, async () => {
    const [overview, isSample] = await Promise.all([getOverview(context), hasSampleProgress(context.clock)]);
    return { overview, chart: overviewChartModel(overview, context.clock, lang, isSample) };
  });
  const head = <OverviewHead overview={overview} today={context.clock.today} lang={lang} />;
  if (overview.total === 0) {
    return (
      <>
        {head}
        <NoTargets actor={context.actor} />
      </>
    );
  }
  return (
    <>
      {head}
      <DepartmentTable departments={overview.byDepartment} lang={lang} />
      <OverviewSections overview={overview} lang={lang} />
      <section className="mt-8">
        <ChartPanel model={chart} actions={<ChartDownloads place="" lang={lang} />} />
      </section>
    </>
  );
}
