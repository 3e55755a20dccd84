import { getTranslations } from "next-intl/server";
import { DayFile, DayLink } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { DataTableHead } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { Outcome, SourceOutcomes } from "@/lib/views/source";
import { countOutcomes, describeOutcome } from "@/lib/wording/describe-outcome";

const COLUMNS = ["quote", "target", "promise", "result", "light", "dataSource"] as const;

function Row({
  outcome,
  isRepeated,
  lang,
}: {
  readonly outcome: Outcome;
  readonly isRepeated: boolean;
  readonly lang: Language;
}) {
  const { row, hasResult } = outcome;
  const { latest } = row.standing;
  const { quote, promise, result, basis, dataSource } = describeOutcome(outcome, lang);
  return (
    <tr className="align-top max-md:grid max-md:gap-1 max-md:border-b max-md:py-3 md:[&_td]:border-b md:[&_td]:py-2 md:[&_td]:pr-4">
      <td className="md:min-w-56">{isRepeated ? <span className="sr-only">{quote}</span> : quote}</td>
      <td className="md:min-w-40">
        <DayLink href={`/targets/${row.code}`} prefetch={false} className="underline">
          {row.code} {row.title[lang]}
        </DayLink>
        <span className="block text-ink-soft">{row.owner.name[lang]}</span>
      </td>
      <td className="md:min-w-28">{promise}</td>
      <td className="md:min-w-48">
        <strong className={hasResult ? "" : "font-normal"}>{result}</strong>
        {hasResult && latest !== null && (
          <span className="block text-ink-soft">
            {formatIsoDate(latest.asOf, lang)} · {basis}
          </span>
        )}
      </td>
      <td>
        <LightBadge {...row.standing} />
      </td>
      <td className="text-ink-soft md:min-w-32">{dataSource}</td>
    </tr>
  );
}

/** Each promise of a source next to its result; sentences with several promises are printed once. */
export async function OutcomeTable({ source, lang }: { readonly source: SourceOutcomes; readonly lang: Language }) {
  const [t, sources] = await Promise.all([getTranslations("outcomes"), getTranslations("sources")]);
  const { outcomes } = source;
  const place = `/sources/${encodeURIComponent(source.id)}`;
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("title")}
        context={
          <DayLink href={place} className="underline">
            {source.title[lang]}
          </DayLink>
        }
        lead={t("lead", { day: formatIsoDate(source.today, lang) })}
      >
        <p className="tabular-nums">{countOutcomes(outcomes, lang)}</p>
        {outcomes.some(({ row }) => row.standing.latest?.sample) && <p role="note">{t("illustrative")}</p>}
        <p className="flex flex-wrap gap-x-4 print:hidden">
          <DayFile href={`${place}/outcomes.docx`}>Word</DayFile>
          <DayFile href={`${place}/outcomes.xlsx`}>Excel</DayFile>
        </p>
      </PageHeader>
      {outcomes.length === 0 ? (
        <EmptyState>{sources("noQuotes")}</EmptyState>
      ) : (
        <ScrollRegion label={t("title")} className="md:overflow-x-auto">
          <table className="w-full border-collapse text-sm tabular-nums max-md:block">
            <caption className="sr-only">{t("title")}</caption>
            <DataTableHead
              className="max-md:hidden"
              columns={COLUMNS.map((key) => ({ key, label: t(`columns.${key}`) }))}
            />
            <tbody className="max-md:block">
              {outcomes.map((outcome, index) => (
                <Row
                  key={outcome.row.code}
                  outcome={outcome}
                  isRepeated={outcome.row.quote?.key === outcomes[index - 1]?.row.quote?.key}
                  lang={lang}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </div>
  );
}
