import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoTargets } from "@/components/targets/no-targets";
import { PartsNote } from "@/components/targets/parts-note";
import { TargetListFilters } from "@/components/targets/target-list-filters";
import { TargetListFoot } from "@/components/targets/target-list-foot";
import { TargetTable } from "@/components/targets/target-table";
import { EmptyState } from "@/components/ui/empty-state";
import { getLanguage } from "@/lib/i18n/preferences";
import { type PageParams, toSearchParams } from "@/lib/schemas/query-input";
import { listConditions, parseTargetFilters } from "@/lib/schemas/target-list";
import { getContext } from "@/lib/server/context";
import { listCachedDepartments } from "@/lib/server/departments/data";
import { listCachedTargets } from "@/lib/server/targets/data";

interface TargetsPageProps {
  readonly searchParams: Promise<PageParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("targetList"))("title") };
}

export default async function TargetsPage({ searchParams }: TargetsPageProps) {
  const [params, context, lang, t] = await Promise.all([
    searchParams,
    getContext(),
    getLanguage(),
    getTranslations("targetList"),
  ]);
  const { filters, ignored } = parseTargetFilters(toSearchParams(params));
  const [list, departments] = await Promise.all([listCachedTargets(filters, context), listCachedDepartments(context)]);
  const isNarrowed = filters.cursor !== undefined || listConditions(filters).length > 0;
  return (
    <>
      <h1>{t("title")}</h1>
      <p role="status" className="text-ink-soft tabular-nums">
        <strong className="text-xl text-ink">{t("count", { total: list.total })}</strong> ·{" "}
        {t("shown", { shown: list.rows.length })}
        <PartsNote filters={filters} parts={list.parts} />
      </p>
      {ignored.length > 0 && <p role="alert">{t("ignored", { names: ignored.join(", ") })}</p>}
      <TargetListFilters filters={filters} departments={departments} lang={lang} />
      {list.rows.length === 0 && !isNarrowed && <NoTargets actor={context.actor} />}
      {list.rows.length === 0 && isNarrowed && <EmptyState>{t("none")}</EmptyState>}
      {list.rows.length > 0 && <TargetTable rows={list.rows} filters={filters} lang={lang} />}
      <TargetListFoot filters={filters} nextCursor={list.nextCursor} lang={lang} />
    </>
  );
}
