import { getTranslations } from "next-intl/server";
import { DepartmentTable } from "@/components/departments/department-table";
import { DayLink } from "@/components/layout/day-link";
import { OverviewChart } from "@/components/overview/overview-chart";
import { OverviewHead } from "@/components/overview/overview-head";
import { OverviewSections } from "@/components/overview/overview-sections";
import { NoTargets } from "@/components/targets/no-targets";
import { getLanguage, getTheme } from "@/lib/i18n/preferences";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import { getContext } from "@/lib/server/context";
import { hasSampleProgress, overviewChartModel } from "@/lib/server/overview/chart";
import { getOverview } from "@/lib/server/overview/data";

export default async function OverviewPage() {
  const [context, lang, theme, t] = await Promise.all([
    getContext(),
    getLanguage(),
    getTheme(),
    getTranslations("overview"),
  ]);
  const { overview, chart } = await cachedForVisitors(`overview ${lang}`, context, async () => {
    const [overview, isSample] = await Promise.all([getOverview(context), hasSampleProgress(context.clock)]);
    return { overview, chart: overviewChartModel(overview.departments, context.clock, lang, isSample) };
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
      <DepartmentTable departments={overview.worst.shown} lang={lang} />
      {overview.worst.total > overview.worst.shown.length && (
        <DayLink href="/departments" prefetch={false} className="inline-block py-2 underline">
          {t("worst", { shown: overview.worst.shown.length, total: overview.worst.total })}
        </DayLink>
      )}
      <OverviewSections overview={overview} lang={lang} />
      <OverviewChart model={chart} theme={theme} lang={lang} />
    </>
  );
}
