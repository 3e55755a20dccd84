import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MetricForm } from "@/components/admin/metric-form";
import { NotAllowed } from "@/components/auth/not-allowed";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { getMetric } from "@/lib/server/metrics/data";

interface MetricPageProps {
  readonly params: Promise<{ key: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("metric") };
}

export default async function MetricPage({ params }: MetricPageProps) {
  const [{ key }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") redirect(`/sign-in?next=/admin/metrics/${encodeURIComponent(key)}`);
  if (!can(context.actor, "administration", null)) return <NotAllowed />;
  const metric = await getMetric(key, context);
  return metric === null ? notFound() : <MetricForm metric={metric} lang={lang} />;
}
