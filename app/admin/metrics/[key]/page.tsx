import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MetricForm } from "@/components/admin/metric-form";
import { NotAllowed } from "@/components/auth/not-allowed";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getMetric } from "@/lib/server/metrics/data";

interface MetricPageProps extends WithQuery {
  readonly params: Promise<{ key: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("metric") };
}

export default async function MetricPage({ params, searchParams }: MetricPageProps) {
  const [{ key }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor")
    return redirectToSignIn(`/admin/metrics/${encodeURIComponent(key)}`, searchParams);
  if (!can(context.actor, "administration", null)) return <NotAllowed />;
  const metric = await getMetric(key, context);
  return metric === null ? notFound() : <MetricForm metric={metric} lang={lang} />;
}
