import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { EmptyState } from "@/components/ui/empty-state";
import { filledIn } from "@/lib/bulletins/template";
import { formatIsoDate, formatLongMonth } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { BulletinEntry } from "@/lib/views/bulletin";

interface BulletinListProps {
  readonly bulletins: readonly BulletinEntry[];
  readonly lang: Language;
}

/** The bulletins the reader may open, latest month first. */
export async function BulletinList({ bulletins, lang }: BulletinListProps) {
  const t = await getTranslations("bulletins");
  return (
    <section>
      <h1>{t("title")}</h1>
      <p className="text-ink-soft">{t("count", { count: bulletins.length })}</p>
      {bulletins.length === 0 && <EmptyState>{t("none")}</EmptyState>}
      <ul className="mt-3 divide-y border-y empty:hidden">
        {bulletins.map((one) => {
          const { template, year, number } = one;
          const title = filledIn(template.title[lang], { month: formatLongMonth(one.month, lang) });
          const numbering = number === null ? null : filledIn(template.numbering[lang], { year, number });
          return (
            <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
              <DayLink href={`/bulletins/${one.id}`} prefetch={false} className="inline-block py-1 underline">
                {title}
              </DayLink>
              <span className="text-sm text-ink-soft tabular-nums">
                {[numbering, t(`states.${one.state}`), t("cutOff", { day: formatIsoDate(one.cutOffOn, lang) })]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
