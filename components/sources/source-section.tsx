import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { Language } from "@/lib/i18n/languages";
import type { QuoteView, SectionView, TextRun } from "@/lib/views/source";

/** A quoted sentence links to its target; a compound one to the first. */
function Run({ run }: { readonly run: TextRun }) {
  const target = run.quote?.targets[0];
  if (run.quote === null || target === undefined) return run.text;
  return (
    <mark id={`quote-${run.quote.key}`} className="scroll-mt-24">
      <DayLink className="underline decoration-dotted" href={`/targets/${target.code}`}>
        {run.text}
      </DayLink>
    </mark>
  );
}

function QuotePromise({ quote, lang }: { readonly quote: QuoteView; readonly lang: Language }) {
  return (
    <li className="py-2">
      {lang === "en" && <p className="text-sm italic">{`"${quote.textEn}"`}</p>}
      {quote.targets.map((target) => (
        <p key={target.code} className="flex flex-wrap items-baseline gap-x-2">
          <DayLink className="py-1 underline" href={`/targets/${target.code}`}>
            {target.code} {target.title[lang]}
          </DayLink>
          <LightBadge light={target.light} freshness={target.freshness} />
        </p>
      ))}
    </li>
  );
}

interface SourceSectionProps {
  readonly section: SectionView;
  readonly lang: Language;
}

/** One essay as printed with its quotes marked, next to their targets. */
export async function SourceSection({ section, lang }: SourceSectionProps) {
  const t = await getTranslations("sources");
  return (
    <section id={section.key} className="grid scroll-mt-24 gap-8 border-b py-6 lg:grid-cols-[2fr_1fr]">
      <div>
        <h2>{section.title?.[lang] ?? t("untitled")}</h2>
        <p className="text-ink-soft">
          {section.department !== null && `${section.author ?? t("notPrinted")} · `}
          {section.office[lang]}
          {section.department !== null && (
            <>
              {" · "}
              <DayLink className="underline" href={`/departments/${section.department.slug}`}>
                {section.department.name[lang]}
              </DayLink>
            </>
          )}
        </p>
        <div lang="zh-CN">
          {section.paragraphs.map((runs) => (
            <p key={runs[0]?.text} className="mt-3 indent-[2em]">
              {runs.map((run) => (
                <Run key={run.text} run={run} />
              ))}
            </p>
          ))}
        </div>
      </div>
      <aside aria-label={t("promises")}>
        <h3 className="font-bold">{t("promises")}</h3>
        {section.quotes.length === 0 ? (
          <EmptyState>{t("noQuotes")}</EmptyState>
        ) : (
          <ul className="divide-y text-sm">
            {section.quotes.map((quote) => (
              <QuotePromise key={quote.key} quote={quote} lang={lang} />
            ))}
          </ul>
        )}
      </aside>
    </section>
  );
}
