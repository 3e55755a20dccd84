import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import type { Language } from "@/lib/i18n/languages";
import type { SourceSummary } from "@/lib/views/source";

interface SourceListProps {
  readonly sources: readonly SourceSummary[];
  readonly lang: Language;
}

export async function SourceList({ sources, lang }: SourceListProps) {
  const t = await getTranslations("sources");
  return (
    <ul className="divide-y border-y">
      {sources.map((source) => (
        <li key={source.id} className="py-3">
          <DayLink className="text-lg font-bold underline" href={`/sources/${source.id}`}>
            {source.title[lang]}
          </DayLink>
          <p className="text-ink-soft">
            {source.publisher[lang]} · {source.issue[lang]} · {source.year}
          </p>
          <p className="tabular-nums">
            {t("sections", { count: source.sections })} · {t("quotes", { count: source.quotes })} ·{" "}
            {t("targets", { count: source.targets })}
          </p>
        </li>
      ))}
    </ul>
  );
}
