import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OutcomeTable } from "@/components/sources/outcome-table";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { getOutcomes } from "@/lib/server/sources/outcomes";

interface OutcomesPageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outcomes"))("title") };
}

export default async function OutcomesPage({ params }: OutcomesPageProps) {
  const [{ id }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const source = await getOutcomes(id, context);
  if (source === null) notFound();
  return <OutcomeTable source={source} lang={lang} />;
}
