import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DepartmentList } from "@/components/admin/department-list";
import { NotAllowed } from "@/components/auth/not-allowed";
import { getLanguage } from "@/lib/i18n/preferences";
import { listDepartmentRecords } from "@/lib/server/admin/departments";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("departments") };
}

export default async function DepartmentsPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/departments", searchParams);
  const departments = await listDepartmentRecords(context);
  return departments === null ? <NotAllowed /> : <DepartmentList departments={departments} lang={lang} />;
}
