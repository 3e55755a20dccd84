import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { Badge } from "@/components/ui/badge";
import type { Language } from "@/lib/i18n/languages";
import type { SourceDetail } from "@/lib/views/source";
import { sourceLine } from "@/lib/wording/source-line";

interface SourceHeadProps {
  readonly source: SourceDetail;
  readonly lang: Language;
  /** Whether the reader may create targets from it. */
  readonly mayPropose: boolean;
}

/** The document's printed head with links to its essays. */
export async function SourceHead({ source, lang, mayPropose }: SourceHeadProps) {
  const [t, outcomes] = await Promise.all([getTranslations("sources"), getTranslations("outcomes")]);
  return (
    <header className="border-b pb-4">
      <h1>{source.title[lang]}</h1>
      <p>{source.subtitle[lang]}</p>
      <p className="text-ink-soft">
        {sourceLine(source, lang)} {source.visibility === "internal" && <Badge>{t("internal")}</Badge>}
      </p>
      <p className="text-sm text-ink-soft">{t("legend")}</p>
      <p className="mt-1">
        <DayLink href={`/sources/${encodeURIComponent(source.id)}/outcomes`} className="inline-block py-1 underline">
          {outcomes("link")}
        </DayLink>
      </p>
      {mayPropose && source.isAdded && (
        <p>
          <DayLink href={`/sources/${source.id}/proposals`} prefetch={false} className="underline print:hidden">
            {t("proposals")}
          </DayLink>
        </p>
      )}
      {!source.isAdded && <SourceContents source={source} lang={lang} />}
    </header>
  );
}

/** Links to the essays. */
async function SourceContents({ source, lang }: Omit<SourceHeadProps, "mayPropose">) {
  const t = await getTranslations("sources");
  return (
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
  );
}
