import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandOverPage } from "@/components/admin/hand-over-page";
import { NotAllowed } from "@/components/auth/not-allowed";
import { getLanguage } from "@/lib/i18n/preferences";
import { toSearchParams } from "@/lib/schemas/query-input";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { listDepartmentRecords } from "@/lib/server/admin/departments";
import { getHandOver } from "@/lib/server/admin/hand-over";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handOver"))("title") };
}

export default async function HandOver({ searchParams }: WithQuery) {
  const [context, lang, person] = await Promise.all([getContext(), getLanguage(), getPersonNames()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/users/hand-over", searchParams);
  const departments = await listDepartmentRecords(context);
  if (departments === null) return <NotAllowed />;
  const params = toSearchParams(await searchParams);
  const handOver = await getHandOver(params.get("membership") ?? "", params.get("to") ?? undefined, context);
  return <HandOverPage {...{ handOver, departments, person, lang }} />;
}
