import { useTranslations } from "next-intl";
import { DayLink, useDayHref } from "@/components/layout/day-link";
import { CollectionFiles } from "@/components/targets/collection-files";
import { CollectionRequest } from "@/components/targets/collection-request";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { MOST_CHARTS } from "@/lib/schemas/chart-collection";
import type { CollectionFileView } from "@/lib/views/chart-collection";

interface CollectionPageProps {
  readonly title: string;
  readonly total: number;
  readonly query: string;
  /** The filters in words; empty without a filter. */
  readonly conditions: string;
  /** The names of parameters that are not valid. */
  readonly ignored: readonly string[];
  readonly files: readonly CollectionFileView[];
  readonly isVisitor: boolean;
  readonly today: IsoDate;
  readonly presentDay: IsoDate;
  /** The format and the language in the address. */
  readonly format: string | null;
  readonly fileLang: string | null;
  readonly lang: Language;
}

const addressOf = (path: string, query: string) => (query === "" ? path : `${path}?${query}`);

/** The charts of a list as a file from the background: what is in it, its formats, and the requested files. */
export function CollectionPage(props: CollectionPageProps) {
  const { title, total, query, conditions, ignored, files, isVisitor, today, presentDay, format, lang } = props;
  const [t, list, { at }] = [useTranslations("chartCollection"), useTranslations("targetList"), useDayHref()];
  const fileLang = LANGUAGES.find((one) => one === props.fileLang) ?? lang;
  const hasFile = total > 0 && total <= MOST_CHARTS;
  return (
    <>
      <PageHeader
        title={title}
        context={
          <DayLink href={addressOf("/targets", query)} className="underline">
            {t("back")}
          </DayLink>
        }
        lead={t("lead", { total, day: formatIsoDate(today, lang) })}
      >
        {conditions !== "" && <p className="text-ink-soft">{conditions}</p>}
      </PageHeader>
      {ignored.length > 0 && <p role="alert">{list("ignored", { names: ignored.join(", ") })}</p>}
      {total === 0 && <EmptyState>{list("none")}</EmptyState>}
      {total > MOST_CHARTS && <EmptyState>{t("tooMany", { most: MOST_CHARTS })}</EmptyState>}
      {hasFile && (
        <section className="mt-4 grid gap-2">
          <p>{t("explanation")}</p>
          <CollectionRequest query={query} lang={fileLang} asOf={today < presentDay ? today : null} chosen={format} />
        </section>
      )}
      <CollectionFiles
        files={files}
        isVisitor={isVisitor}
        presentDay={presentDay}
        address={at(addressOf("/targets/charts", query))}
        lang={lang}
      />
    </>
  );
}
