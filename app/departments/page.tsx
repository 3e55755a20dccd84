import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupTable } from "@/components/overview/group-table";
import { NextStep } from "@/components/start/next-step";
import { EmptyState } from "@/components/ui/empty-state";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { listCachedDepartmentGroups } from "@/lib/server/overview/groups";
import { getStart } from "@/lib/server/start/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("departments"))("title") };
}

export default async function DepartmentsPage() {
  const [context, lang, t] = await Promise.all([getContext(), getLanguage(), getTranslations("departments")]);
  const departments = await listCachedDepartmentGroups(context);
  const total = departments.reduce((sum, one) => sum + one.total, 0);
  const day = formatIsoDate(context.clock.today, lang);
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mb-4 text-ink-soft">{t("lead", { count: departments.length, total, day })}</p>
      {departments.length === 0 ? (
        <EmptyState action={<NextStep start={await getStart(context)} actor={context.actor} />}>{t("none")}</EmptyState>
      ) : (
        <GroupTable groups={departments} by="department" lang={lang} />
      )}
    </>
  );
}
