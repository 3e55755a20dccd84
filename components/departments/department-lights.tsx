import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { LightBar } from "@/components/overview/light-bars";
import { LightBadge } from "@/components/targets/light-badge";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentSummary } from "@/lib/views/department";

interface DepartmentLightsProps {
  readonly department: DepartmentSummary;
  readonly lang: Language;
}

/** The lights of the department as one bar, each segment linked to its targets, and their words. */
export function DepartmentLights({ department, lang }: DepartmentLightsProps) {
  const [t, words, { at }] = [useTranslations("departments"), useTranslations("lights"), useDayHref()];
  return (
    <section className="mt-3" aria-label={t("lights")}>
      <div className="flex gap-px">
        <LightBar
          group={{ ...department, list: `department=${department.slug}` }}
          at={at}
          lang={lang}
          light={(light) => words(light)}
        />
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-5 text-sm">
        {LIGHTS.filter((light) => department.counts[light] > 0).map((light) => (
          <li key={light}>
            <LightBadge light={light} freshness="current" />
          </li>
        ))}
      </ul>
    </section>
  );
}
