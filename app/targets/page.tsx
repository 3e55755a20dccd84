import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/layout/structured-data";
import { NoTargets } from "@/components/targets/no-targets";
import { TargetListFilters } from "@/components/targets/target-list-filters";
import { TargetListFoot } from "@/components/targets/target-list-foot";
import { TargetListHead } from "@/components/targets/target-list-head";
import { TargetTable } from "@/components/targets/target-table";
import { EmptyState } from "@/components/ui/empty-state";
import { can } from "@/lib/domain/permissions/can";
import { getDensity, getLanguage } from "@/lib/i18n/preferences";
import { type PageParams, toSearchParams } from "@/lib/schemas/query-input";
import { listConditions, parseTargetFilters } from "@/lib/schemas/target-list";
import { getContext } from "@/lib/server/context";
import { listCachedDepartments } from "@/lib/server/departments/data";
import { getOrigin } from "@/lib/server/origin";
import { findStarred, listSavedViews } from "@/lib/server/saved-views/data";
import { getStart } from "@/lib/server/start/data";
import { listCachedTargets } from "@/lib/server/targets/data";
import { listFilterChoices } from "@/lib/server/targets/filter-choices";
import { targetListDataset } from "@/lib/server/targets/structured-data";

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
  const [list, departments, choices, views, density, origin] = await Promise.all([
    listCachedTargets(filters, context),
    listCachedDepartments(context),
    listFilterChoices(context),
    listSavedViews(context),
    getDensity(),
    getOrigin(),
  ]);
  const { rows } = list;
  const starred = await findStarred(
    rows.map(({ id }) => id),
    context,
  );
  const isNarrowed = filters.cursor !== undefined || listConditions(filters).length > 0;
  return (
    <>
      {!isNarrowed && <StructuredData value={targetListDataset(t("title"), t("dataset"), { lang, origin })} />}
      <TargetListHead
        filters={filters}
        list={list}
        density={density}
        views={starred === null ? null : views}
        labels={choices.labels}
        mayChange={can(context.actor, "supervision.decide", null) && !context.clock.isLookingBack}
        lang={lang}
      />
      {ignored.length > 0 && <p role="alert">{t("ignored", { names: ignored.join(", ") })}</p>}
      <TargetListFilters filters={filters} departments={departments} choices={choices} lang={lang} />
      {rows.length === 0 && !isNarrowed && <NoTargets actor={context.actor} start={await getStart(context)} />}
      {rows.length === 0 && isNarrowed && <EmptyState>{t("none")}</EmptyState>}
      {rows.length > 0 && <TargetTable rows={rows} filters={filters} density={density} starred={starred} lang={lang} />}
      <TargetListFoot filters={filters} nextCursor={list.nextCursor} total={list.total} lang={lang} />
    </>
  );
}
