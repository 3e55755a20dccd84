import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { DueState } from "@/components/supervision/due-state";
import { DataTableHead } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate, formatMonth } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { countDueReportPages, type DueReportsView, dueReportsAddress } from "@/lib/schemas/due-reports-view";
import type { DueReportRow } from "@/lib/views/supervision";
import type { Excerpt } from "@/lib/views/target";

interface DueReportListProps {
  readonly reports: Excerpt<DueReportRow>;
  readonly view: DueReportsView;
  readonly lang: Language;
}

/** The reports behind a number of the desk: which target, for which period, due when, sent when. */
export async function DueReportList({ reports: { total, shown }, view, lang }: DueReportListProps) {
  const [t, desk] = await Promise.all([getTranslations("supervision"), getTranslations("desk")]);
  const pages = countDueReportPages(total);
  const when = view.day === null ? formatMonth(isoDate(`${view.month}-01`), lang) : formatIsoDate(view.day, lang);
  const owner = shown[0]?.owner.name[lang];
  const title = view.day === null ? t("dueIn", { when }) : t("dueOn", { when });
  const words = (["target", "period", "dueOn", "state", "submittedOn"] as const).map((key) => ({
    key,
    label: t(`columns.${key}`),
  }));
  return (
    <div className="grid gap-4">
      <PageHeader
        title={view.department !== null && owner !== undefined ? t("dueOf", { owner, when }) : title}
        context={
          <DayLink href="/supervision" prefetch={false} className="underline">
            {t("title")}
          </DayLink>
        }
        lead={total > 0 && t("dueCount", { count: total })}
      />
      {total === 0 ? (
        <EmptyState>{t("dueNone")}</EmptyState>
      ) : (
        <ScrollRegion label={title}>
          <table className="w-full border-collapse text-sm tabular-nums">
            <DataTableHead columns={words} />
            <tbody>
              {shown.map((one) => (
                <tr key={`${one.code} ${one.endOn}`} className="border-b align-baseline">
                  <th scope="row" className="min-w-48 py-2 pr-4 text-left font-normal">
                    <DayLink href={`/targets/${one.code}`} prefetch={false} className="underline">
                      {one.code} {one.title[lang]}
                    </DayLink>
                    {view.department === null && <div className="text-ink-soft">{one.owner.name[lang]}</div>}
                  </th>
                  <td className="pr-4">
                    {t("from", { start: formatIsoDate(one.startOn, lang), end: formatIsoDate(one.endOn, lang) })}
                  </td>
                  <td className="pr-4 whitespace-nowrap">{formatIsoDate(one.dueOn, lang)}</td>
                  <td className="pr-4">
                    <DueState state={one.state} />
                  </td>
                  <td className="whitespace-nowrap">
                    {one.submittedOn === null ? t("notSubmitted") : formatIsoDate(one.submittedOn, lang)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {pages > 1 && (
        <p className="flex flex-wrap gap-x-6 print:hidden">
          <span className="text-ink-soft">{desk("page", { page: view.page, pages })}</span>
          {view.page > 1 && (
            <DayLink href={dueReportsAddress({ ...view, page: view.page - 1 })} prefetch={false} className="underline">
              {desk("previous")}
            </DayLink>
          )}
          {view.page < pages && (
            <DayLink href={dueReportsAddress({ ...view, page: view.page + 1 })} prefetch={false} className="underline">
              {desk("next")}
            </DayLink>
          )}
        </p>
      )}
    </div>
  );
}
