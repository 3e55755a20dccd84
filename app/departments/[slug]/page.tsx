import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DepartmentChart } from "@/components/departments/department-chart";
import { DepartmentComparison } from "@/components/departments/department-comparison";
import { DepartmentHead } from "@/components/departments/department-head";
import { DepartmentLights } from "@/components/departments/department-lights";
import { DepartmentTargets } from "@/components/departments/department-targets";
import { OwedList } from "@/components/departments/owed-list";
import { DayLink } from "@/components/layout/day-link";
import { NextStep } from "@/components/start/next-step";
import { EmptyState } from "@/components/ui/empty-state";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { departmentChartModel } from "@/lib/server/departments/chart";
import { getCachedDepartment } from "@/lib/server/departments/data";
import { getCachedScorecard } from "@/lib/server/departments/scorecard";
import { getStart } from "@/lib/server/start/data";

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
  const [department, scorecard] = await Promise.all([
    getCachedDepartment(slug, context),
    getCachedScorecard(slug, context),
  ]);
  if (department === null) notFound();
  const t = await getTranslations("departments");
  const { today } = context.clock;
  const isEmpty = department.targets.length === 0;
  return (
    <>
      <DepartmentHead department={department} today={today} lang={lang} />
      {isEmpty && (
        <EmptyState action={<NextStep start={await getStart(context)} actor={context.actor} />}>
          {t("noTargets")}
        </EmptyState>
      )}
      {!isEmpty && (
        <>
          <DepartmentLights department={department} lang={lang} />
          <div className="mt-6 grid grid-cols-1 items-start gap-8 lg:grid-cols-[3fr_2fr]">
            <DepartmentComparison scorecard={scorecard} lang={lang} />
            <OwedList slug={slug} owes={scorecard.owes} today={today} lang={lang} />
          </div>
          <DepartmentTargets department={department} lang={lang} />
        </>
      )}
      {department.parts > 0 && (
        <p className="py-2">
          <DayLink href={`/targets?department=${slug}&parts=include`} prefetch={false} className="underline">
            {t("parts", { count: department.parts })}
          </DayLink>
        </p>
      )}
      {!isEmpty && (
        <DepartmentChart slug={slug} model={departmentChartModel(department, context.clock, lang)} lang={lang} />
      )}
    </>
  );
}
