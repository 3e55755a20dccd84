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
import type { TargetDetail } from "@/lib/views/target";
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
    <blockquote className="my-3 border-l-2 border-accent pl-4">
      <p lang="zh-CN" className="text-lg">
        {quote.text}
      </p>
      {lang === "en" && <p className="text-ink-soft">{quote.textEn}</p>}
      <footer className="text-sm text-ink-soft">
        {by} ·{" "}
        <DayLink className="underline" href={`/sources/${source.id}#quote-${quote.key}`} prefetch={false}>
          {source.publisher[lang]} {source.year}
        </DayLink>
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
      <strong>{formatMeasure(baseline.value, target.metric.unit, lang, { precision: target.metric.precision })}</strong>{" "}
      {t("inBrackets", { text: originText(baseline, lang) })} {note}
    </p>
  );
}

/** The commitment: owner, terms, source sentence and period. */
export async function TargetPromise({
  target,
  isStarred,
  lang,
}: TargetPartProps & {
  /** Null for visitors, who have no watch list. */
  readonly isStarred: boolean | null;
}) {
  const [t, list] = await Promise.all([getTranslations("target"), getTranslations("targetList")]);
  const { terms, metric } = target;
  const period = t("period", { from: formatIsoDate(terms.startOn, lang), to: formatIsoDate(terms.dueOn, lang) });
  return (
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
      <p className="text-xl">
        {metric.name[lang]}
        {t("colon")}
        <strong>{formatPromise(target, lang)}</strong>
      </p>
      <TargetOriginal target={target} lang={lang} />
      <Quote target={target} lang={lang} />
      <Baseline target={target} lang={lang} />
      <p className="text-ink-soft">
        {period}
        {!target.periodPrinted && t("inBrackets", { text: t("periodAssumed") })}
      </p>
      {target.note[lang] !== "" && <p className="text-sm text-ink-soft">{target.note[lang]}</p>}
      <div className="mt-2">
        <TargetFacts target={target} lang={lang} />
      </div>
    </PageHeader>
  );
}
