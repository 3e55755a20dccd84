import { getTranslations } from "next-intl/server";
import { ChartDownloads } from "@/components/charts/chart-downloads";
import { ChartPanel } from "@/components/charts/chart-panel";
import type { ComparisonChartModel } from "@/lib/charts/model/rows-chart-types";
import type { Language } from "@/lib/i18n/languages";

interface DepartmentChartProps {
  readonly slug: string;
  readonly model: ComparisonChartModel;
  readonly lang: Language;
}

/** The completion of each target against what was expected, with its files. */
export async function DepartmentChart({ slug, model, lang }: DepartmentChartProps) {
  const t = await getTranslations("departments");
  return (
    <>
      <h2 className="mt-6 mb-2">{t("chart")}</h2>
      <ChartPanel
        model={model}
        showTitle={false}
        actions={<ChartDownloads place={`/departments/${slug}`} studio={`?department=${slug}`} lang={lang} />}
      />
    </>
  );
}
