import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { LoadingList } from "@/components/layout/loading-list";
import { QuickEntry } from "@/components/updates/quick-entry";
import { ValueSheetImport } from "@/components/updates/value-sheet-import";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { type Context, getContext } from "@/lib/server/context";
import { listQuickEntries } from "@/lib/server/updates/quick-entry";
import { listSheetDepartments } from "@/lib/server/updates/value-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entry"))("title") };
}

async function Entries({ context, lang }: { context: Context; lang: Language }) {
  const [work, departments] = await Promise.all([listQuickEntries(context), listSheetDepartments(context)]);
  if (work === null) return <NotAllowed />;
  return (
    <QuickEntry work={work} lang={lang}>
      <ValueSheetImport departments={departments} lang={lang} today={context.clock.today} />
    </QuickEntry>
  );
}

export default async function EntryPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/my/entry", searchParams);
  const t = await getTranslations("entry");
  return (
    <LoadingList title={t("title")}>
      <Entries context={context} lang={lang} />
    </LoadingList>
  );
}
