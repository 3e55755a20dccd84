import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { StarButton } from "@/components/targets/star-button";
import { StarForm } from "@/components/targets/star-form";
import { TargetFacts } from "@/components/targets/target-facts";
import { TargetOriginal } from "@/components/targets/target-original";
import { PageHeader } from "@/components/ui/page-header";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { Neighbours, TargetDetail } from "@/lib/views/target-detail";
import { formatPromise } from "@/lib/wording/format-promise";
import { originText } from "@/lib/wording/provenance-marks";

export interface TargetPartProps {
  readonly target: TargetDetail;
  readonly lang: Language;
}

/** The printed sentence with a link to its source. */
async function Quote({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  const { quote, source } = target;
  if (quote === null || source === null) return null;
  const by = t("by", { author: source.author ?? t("notPrinted"), office: source.office[lang] });
  return (
    <blockquote className="mt-2 border-l-2 pl-3">
      <p lang="zh-CN">{quote.text}</p>
      {lang === "en" && <p className="text-ink-soft">{quote.textEn}</p>}
      <footer className="text-sm text-ink-soft">
        {by} ·{" "}
        {source.isReadable ? (
          <DayLink className="underline" href={`/sources/${source.id}#quote-${quote.key}`} prefetch={false}>
            {source.publisher[lang]} {source.year}
          </DayLink>
        ) : (
          `${source.publisher[lang]} ${source.year}`
        )}
      </footer>
    </blockquote>
  );
}

async function Baseline({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  const { baseline } = target.terms;
  const note = target.baselineNote[lang];
  if (baseline === null) return note === "" ? null : <p className="text-notice">{note}</p>;
  return (
    <p className="tabular-nums">
      {t("baseline", { year: String(baseline.year) })}{" "}
      <strong>{formatMeasure(baseline.value, target.metric, lang, { precision: target.metric.precision })}</strong>{" "}
      {t("inBrackets", { text: originText(baseline, lang) })} {note}
    </p>
  );
}

interface TargetPromiseProps extends TargetPartProps {
  readonly neighbours: Neighbours;
  /** Null for visitors, who have no watch list. */
  readonly isStarred: boolean | null;
}

/** Links to the previous and the next target, by code. */
async function NeighbourLinks({ previous, next }: Neighbours) {
  const t = await getTranslations("target.sections");
  const link = (code: string, rel: "prev" | "next", label: string, text: string) => (
    <DayLink
      href={`/targets/${code}`}
      rel={rel}
      prefetch={false}
      className="inline-block py-1 underline"
      aria-label={`${label} ${code}`}
    >
      {text}
    </DayLink>
  );
  return (
    <nav aria-label={t("neighbours")} className="flex gap-4 text-sm print:hidden">
      {previous !== null && link(previous, "prev", t("previous"), `‹ ${previous}`)}
      {next !== null && link(next, "next", t("next"), `${next} ›`)}
    </nav>
  );
}

/** The commitment in one sentence, with the words of its source. */
export async function TargetPromise({ target, lang, neighbours, isStarred }: TargetPromiseProps) {
  const [t, list] = await Promise.all([getTranslations("target"), getTranslations("targetList")]);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6">
      <PageHeader
        title={target.title[lang]}
        context={
          <>
            {target.code} ·{" "}
            <DayLink className="underline" href={`/departments/${target.owner.slug}`} prefetch={false}>
              {t("promised", { owner: target.owner.name[lang] })}
            </DayLink>
            {isStarred !== null && (
              <span className="ml-3">
                <StarButton
                  code={target.code}
                  isStarred={isStarred}
                  label={list("star", { code: target.code })}
                  text={list(isStarred ? "starredHere" : "starHere")}
                />
              </span>
            )}
          </>
        }
      >
        {isStarred !== null && <StarForm label={list("starForm")} starred={String(isStarred)} />}
        <p className="text-lg">
          {target.metric.name[lang]}
          {t("colon")}
          <strong>{formatPromise(target, lang)}</strong>
        </p>
        <Quote target={target} lang={lang} />
      </PageHeader>
      <NeighbourLinks {...neighbours} />
    </div>
  );
}

/** What the promise means: its terms as issued, baseline, period, definition and calendar. */
export async function TargetDefinition({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  const { terms } = target;
  const period = t("period", { from: formatIsoDate(terms.startOn, lang), to: formatIsoDate(terms.dueOn, lang) });
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2 className="border-b pb-1">{t("definitions")}</h2>
      <TargetOriginal target={target} lang={lang} />
      <Baseline target={target} lang={lang} />
      <p className="text-ink-soft">
        {period}
        {!target.periodPrinted && t("inBrackets", { text: t("periodAssumed") })}
      </p>
      {target.note[lang] !== "" && <p className="text-sm text-ink-soft">{target.note[lang]}</p>}
      <TargetFacts target={target} lang={lang} />
    </section>
  );
}
