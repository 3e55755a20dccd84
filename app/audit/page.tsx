import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditTable } from "@/components/audit/audit-table";
import { NotAllowed } from "@/components/auth/not-allowed";
import { getLanguage } from "@/lib/i18n/preferences";
import { auditFiltersSchema } from "@/lib/schemas/audit";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { redirectToSignIn } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getDepartmentNames } from "@/lib/server/departments/names";
import { listEvents } from "@/lib/server/events/data";

interface AuditPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const [params, context, lang, person, departments] = await Promise.all([
    searchParams,
    getContext(),
    getLanguage(),
    getPersonNames(),
    getDepartmentNames(),
  ]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/audit", searchParams);
  const filters = auditFiltersSchema.parse(params);
  const page = await listEvents(filters, context);
  return page === null ? <NotAllowed /> : <AuditTable {...{ page, filters, person, lang, departments }} />;
}
