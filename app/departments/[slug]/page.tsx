import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChartDownloads } from "@/components/charts/chart-downloads";
import { ChartPanel } from "@/components/charts/chart-panel";
import { DepartmentHead } from "@/components/departments/department-head";
import { DepartmentTargets } from "@/components/departments/department-targets";
import { DayLink } from "@/components/layout/day-link";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { departmentChartModel } from "@/lib/server/departments/chart";
import { DEPARTMENT_TARGETS, getCachedDepartment } from "@/lib/server/departments/data";

interface DepartmentPageProps {
  readonly params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: DepartmentPageProps): Promise<Metadata> {
  const [{ slug }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const department = await getCachedDepartment(slug, context);
  return { title: department?.name[lang] ?? slug };
}

export default async function DepartmentPage({ params }: DepartmentPageProps) {
  const [{ slug }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const department = await getCachedDepartment(slug, context);
  if (department === null) notFound();
  const t = await getTranslations("departments");
  // A long list precedes its chart and continues in the list of targets.
  const isLong = department.total > DEPARTMENT_TARGETS;
  const list = (
    <>
      <h2 className="mt-6 mb-2">{t("targets")}</h2>
      <DepartmentTargets targets={department.targets} lang={lang} />
      {isLong && (
        <DayLink className="inline-block py-2 underline" href={`/targets?department=${slug}`} prefetch={false}>
          {t("allTargets", { count: department.total })}
        </DayLink>
      )}
    </>
  );
  return (
    <>
      <DepartmentHead department={department} lang={lang} />
      {department.targets.length === 0 && <p className="py-6">{t("noTargets")}</p>}
      {department.parts > 0 && (
        <p>
          <DayLink href={`/targets?department=${slug}&parts=include`} prefetch={false} className="underline">
            {t("parts", { count: department.parts })}
          </DayLink>
        </p>
      )}
      {isLong && list}
      {department.targets.length > 0 && (
        <>
          <h2 className="mt-6 mb-2">{t("chart")}</h2>
          <ChartPanel
            model={departmentChartModel(department, context.clock, lang)}
            showTitle={false}
            actions={<ChartDownloads place={`/departments/${slug}`} studio={`?department=${slug}`} lang={lang} />}
          />
          {!isLong && list}
        </>
      )}
    </>
  );
}
