import { getTranslations } from "next-intl/server";
import { ChartPanel } from "@/components/charts/chart-panel";
import type { TargetChartModel } from "@/lib/charts/chart-model";
import type { Language } from "@/lib/i18n/languages";

const FILES = ["svg", "png", "pdf", "csv", "xlsx"] as const;

interface TargetChartSectionProps {
  readonly model: TargetChartModel;
  readonly code: string;
  readonly lang: Language;
}

/** The chart, its table, and both as files. */
export async function TargetChartSection({ model, code, lang }: TargetChartSectionProps) {
  const t = await getTranslations("target");
  return (
    <section>
      <h2>{t("chart")}</h2>
      <ChartPanel
        model={model}
        showTitle={false}
        actions={
          <p className="flex flex-wrap gap-x-4 text-sm">
            {t("download")}
            {FILES.map((file) => (
              <a key={file} className="underline" href={`/targets/${code}/chart.${file}?lang=${lang}&download=1`}>
                {file.toUpperCase()}
              </a>
            ))}
          </p>
        }
      />
    </section>
  );
}
