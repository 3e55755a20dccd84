import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { Badge } from "@/components/ui/badge";
import type { Language } from "@/lib/i18n/languages";
import type { SourceSummary } from "@/lib/views/source";
import { sourceLine } from "@/lib/wording/source-line";

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
            {sourceLine(source, lang)} {source.visibility === "internal" && <Badge>{t("internal")}</Badge>}
          </p>
          <p className="tabular-nums">
            {!source.isAdded && `${t("sections", { count: source.sections })} · `}
            {t("quotes", { count: source.quotes })} · {t("targets", { count: source.targets })}
          </p>
        </li>
      ))}
    </ul>
  );
}
