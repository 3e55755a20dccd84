import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { buttonClass } from "@/components/ui/button";
import { SUPERVISION_LISTS, type Supervision } from "@/lib/views/supervision";

interface DeskHeadProps {
  readonly totals: Supervision["totals"];
  readonly mayCreate: boolean;
}

/** What waits, in one line: each number leads to its list. */
export async function DeskHead({ totals, mayCreate }: DeskHeadProps) {
  const t = await getTranslations("supervision");
  const waiting = SUPERVISION_LISTS.filter((list) => totals[list] > 0);
  return (
    <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <h1>{t("title")}</h1>
      <p className="mr-auto flex flex-wrap gap-x-4 tabular-nums">
        {waiting.length === 0 && t("nowhere")}
        {waiting.map((list) => (
          <a key={list} href={`#${list}`} className="py-1 underline">
            {t(`counts.${list}`, { count: totals[list] })}
          </a>
        ))}
      </p>
      {mayCreate && (
        <DayLink href="/targets/new" prefetch={false} className={`${buttonClass()} print:hidden`}>
          {t("newTarget")}
        </DayLink>
      )}
    </header>
  );
}
