import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { BulkPage } from "@/components/targets/bulk-page";
import { BULK_STEPS } from "@/lib/domain/targets/bulk";
import { getLanguage } from "@/lib/i18n/preferences";
import { toSearchParams } from "@/lib/schemas/query-input";
import { filtersToQuery, parseTargetFilters } from "@/lib/schemas/target-list";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { previewBulk } from "@/lib/server/targets/bulk-preview";

interface BulkPageProps extends WithQuery {
  readonly params: Promise<{ readonly step: string }>;
}

const stepOf = (text: string) => BULK_STEPS.find((step) => step === text) ?? notFound();

export async function generateMetadata({ params }: BulkPageProps): Promise<Metadata> {
  const step = stepOf((await params).step);
  return { title: (await getTranslations("bulk"))(`titles.${step}`) };
}

export default async function BulkStepPage({ params, searchParams }: BulkPageProps) {
  const [{ step: named }, query, context, lang] = await Promise.all([
    params,
    searchParams,
    getContext(),
    getLanguage(),
  ]);
  const step = stepOf(named);
  if (context.actor.kind === "visitor") return redirectToSignIn(`/targets/bulk/${step}`, searchParams);
  const { filters } = parseTargetFilters(toSearchParams(query));
  const preview = await previewBulk(step, filters, context);
  if (preview === null) return <NotAllowed />;
  const listHref = `/targets?${filtersToQuery(filters)}`;
  return <BulkPage preview={preview} listHref={listHref} isLookingBack={context.clock.isLookingBack} lang={lang} />;
}
