import { getTranslations } from "next-intl/server";
import { ChartDownloads } from "@/components/charts/chart-downloads";
import { ChartPanel } from "@/components/charts/chart-panel";
import type { TargetChartModel } from "@/lib/charts/model/chart-model";
import type { Language } from "@/lib/i18n/languages";

interface TargetChartSectionProps {
  readonly model: TargetChartModel;
  readonly code: string;
  readonly lang: Language;
}

/** The chart, its table, and both as files. */
export async function TargetChartSection({ model, code, lang }: TargetChartSectionProps) {
  const t = await getTranslations("target");
  return (
    <section id="chart" className="min-w-0 scroll-mt-14">
      <h2 className="sr-only">{t("chart")}</h2>
      <ChartPanel
        model={model}
        showTitle={false}
        actions={<ChartDownloads place={`/targets/${code}`} studio={`?targets=${code}`} lang={lang} />}
      />
    </section>
  );
}
