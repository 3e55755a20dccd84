import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { TargetRow } from "@/lib/views/target";
import { formatReported } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";

interface DepartmentTargetsProps {
  readonly targets: readonly TargetRow[];
  readonly lang: Language;
}

/** The department's targets, the most urgent first. */
export async function DepartmentTargets({ targets, lang }: DepartmentTargetsProps) {
  const t = await getTranslations("departments");
  return (
    <ul className="divide-y border-y">
      {targets.map((row) => (
        <li key={row.code} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[1fr_12rem_9rem]">
          <div>
            <DayLink className="underline" href={`/targets/${row.code}`}>
              {row.title[lang]}
            </DayLink>
            <p className="text-sm text-ink-soft">
              {row.code} · {formatPromise(row, lang)}
            </p>
          </div>
          <p className="text-sm tabular-nums sm:text-right">
            {formatReported(row, lang)}
            {row.standing.latest !== null && (
              <span className="block text-ink-soft">
                {t("asOf", { day: formatIsoDate(row.standing.latest.asOf, lang) })}
              </span>
            )}
          </p>
          <p>
            <LightBadge light={row.standing.light} freshness={row.standing.freshness} />
          </p>
        </li>
      ))}
    </ul>
  );
}
