import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import type { Language } from "@/lib/i18n/languages";
import type { SourceDetail } from "@/lib/views/source";

interface SourceHeadProps {
  readonly source: SourceDetail;
  readonly lang: Language;
}

/** The document's printed head with links to its essays. */
export async function SourceHead({ source, lang }: SourceHeadProps) {
  const [t, outcomes] = await Promise.all([getTranslations("sources"), getTranslations("outcomes")]);
  return (
    <header className="border-b pb-4">
      <h1>{source.title[lang]}</h1>
      <p>{source.subtitle[lang]}</p>
      <p className="text-ink-soft">
        {source.publisher[lang]} · {source.issue[lang]} · {source.year}
      </p>
      <p className="text-sm text-ink-soft">{t("legend")}</p>
      <p className="mt-1">
        <DayLink href={`/sources/${encodeURIComponent(source.id)}/outcomes`} className="inline-block py-1 underline">
          {outcomes("link")}
        </DayLink>
      </p>
      <nav aria-label={t("contents")} className="mt-3">
        <ol className="list-decimal pl-6">
          {source.sections.map((section) => (
            <li key={section.key}>
              <a className="underline" href={`#${section.key}`}>
                {section.title?.[lang] ?? t("untitled")}
              </a>{" "}
              <span className="text-ink-soft">{section.office[lang]}</span>
            </li>
          ))}
        </ol>
      </nav>
    </header>
  );
}
