import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CollectionPage } from "@/components/targets/collection-page";
import { getLanguage } from "@/lib/i18n/preferences";
import { getPresentDay } from "@/lib/request/clock";
import { MOST_CHARTS } from "@/lib/schemas/chart-collection";
import { type PageParams, toSearchParams } from "@/lib/schemas/query-input";
import { parseTargetFilters } from "@/lib/schemas/target-list";
import { collectionTitle } from "@/lib/server/chart-collections/collect";
import { listCollectionFiles } from "@/lib/server/chart-collections/data";
import { collectionQuery } from "@/lib/server/chart-collections/files";
import { getContext } from "@/lib/server/context";
import { listCachedTargets } from "@/lib/server/targets/data";
import { filterWords } from "@/lib/server/targets/filter-words";

interface CollectionPageProps {
  readonly searchParams: Promise<PageParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("chartCollection"))("title") };
}

export default async function ChartCollectionPage({ searchParams }: CollectionPageProps) {
  const [params, context, lang, presentDay] = await Promise.all([
    searchParams,
    getContext(),
    getLanguage(),
    getPresentDay(),
  ]);
  const search = toSearchParams(params);
  const { filters, ignored } = parseTargetFilters(search);
  const query = collectionQuery(filters);
  const [list, files, conditions] = await Promise.all([
    listCachedTargets({ ...filters, cursor: undefined, limit: MOST_CHARTS }, context),
    listCollectionFiles(query, lang, context),
    filterWords(filters, lang, context),
  ]);
  return (
    <CollectionPage
      title={collectionTitle(list.rows, lang)}
      total={list.total}
      query={query}
      conditions={conditions}
      ignored={ignored}
      files={files}
      isVisitor={context.actor.kind === "visitor"}
      today={context.clock.today}
      presentDay={presentDay}
      format={search.get("format")}
      fileLang={search.get("lang")}
      lang={lang}
    />
  );
}
