import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ListSection } from "@/components/ui/list-section";
import { PageHeader } from "@/components/ui/page-header";
import { formatUnit } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { MetricInUse } from "@/lib/views/metric";

interface MetricListProps {
  readonly metrics: readonly MetricInUse[];
  readonly lang: Language;
}

/** Every metric with its unit, its kind and the number of targets that use it; each links to its form. */
export async function MetricList({ metrics, lang }: MetricListProps) {
  const [t, kinds] = await Promise.all([getTranslations("admin"), getTranslations("metricKinds")]);
  const other = lang === "en" ? "zh-CN" : "en";
  return (
    <div className="grid gap-6">
      <PageHeader title={t("metrics")} lead={t("metricsLead")} />
      <ListSection title={t("metrics")} none={t("metricsNone")} count={metrics.length}>
        {metrics.map(({ key, name, kind, targets, ...metric }) => (
          <li key={key} className="grid gap-x-4 py-2 md:grid-cols-[1fr_8rem_8rem_8rem] md:items-baseline">
            <div>
              <Link href={`/admin/metrics/${encodeURIComponent(key)}`} prefetch={false} className="underline">
                {name[lang]}
              </Link>
              <p lang={other} className="text-sm text-ink-soft">
                {name[other]}
              </p>
            </div>
            <p>{formatUnit(metric, lang) || t("noUnit")}</p>
            <p>{kinds(kind)}</p>
            <p className="tabular-nums md:text-right">{t("usedBy", { count: targets })}</p>
          </li>
        ))}
      </ListSection>
    </div>
  );
}
