import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { SourceList } from "@/components/sources/source-list";
import { NextStep } from "@/components/start/next-step";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { listSources } from "@/lib/server/sources/data";
import { getStart } from "@/lib/server/start/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("title") };
}

export default async function SourcesPage() {
  const [context, lang, t] = await Promise.all([getContext(), getLanguage(), getTranslations("sources")]);
  const sources = await listSources(context);
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mb-4 text-ink-soft">{t("lead")}</p>
      {can(context.actor, "target.create", null) && (
        <p className="mb-4 print:hidden">
          <DayLink href="/sources/new" prefetch={false} className={buttonClass()}>
            {t("add")}
          </DayLink>
        </p>
      )}
      {sources.length === 0 ? (
        <EmptyState action={<NextStep start={await getStart(context)} actor={context.actor} />}>{t("none")}</EmptyState>
      ) : (
        <SourceList sources={sources} lang={lang} />
      )}
    </>
  );
}
