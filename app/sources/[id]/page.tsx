import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SourceHead } from "@/components/sources/source-head";
import { SourceSection } from "@/components/sources/source-section";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { getSource } from "@/lib/server/sources/data";

interface SourcePageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const [{ id }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  return { title: (await getSource(id, context))?.title[lang] ?? id };
}

export default async function SourcePage({ params }: SourcePageProps) {
  const [{ id }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const source = await getSource(id, context);
  if (source === null) notFound();
  return (
    <>
      <SourceHead source={source} lang={lang} mayPropose={can(context.actor, "target.create", null)} />
      {source.sections.map((section) => (
        <SourceSection key={section.key} section={section} lang={lang} />
      ))}
    </>
  );
}
