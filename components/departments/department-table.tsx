import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { StaticMarkup } from "@/components/ui/static-markup";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentSummary } from "@/lib/server/departments/data";

interface DepartmentTableProps {
  readonly departments: readonly DepartmentSummary[];
  readonly lang: Language;
}

/** A count leads to the list it counts. */
function Count({ count, href }: { readonly count: number; readonly href: string }) {
  if (count === 0) return "–";
  return (
    <a href={href} className="px-2 py-1 underline">
      {count}
    </a>
  );
}

/** Each department with how many of its targets stand at each light. */
export function DepartmentTable({ departments, lang }: DepartmentTableProps) {
  const [t, lights, { key, at }] = [useTranslations("departments"), useTranslations("lights"), useDayHref()];
  const shown = LIGHTS.filter((light) => departments.some((one) => one.counts[light] > 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={t("title")}>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b text-ink-soft">
            <th scope="col" className="py-2 pr-4 text-left font-normal">
              {t("department")}
            </th>
            <th scope="col" className="px-2 text-right font-normal">
              {t("total")}
            </th>
            {shown.map((light) => (
              <th key={light} scope="col" className="px-2 text-right font-normal whitespace-nowrap">
                {lights(light)}
              </th>
            ))}
            <th scope="col" className="pl-2 text-right font-normal whitespace-nowrap">
              {t("late")}
            </th>
          </tr>
        </thead>
        <StaticMarkup as="tbody" from={departments} lang={lang} part={key} className="tabular-nums">
          {departments.map((one) => (
            <tr key={one.slug} className="border-b">
              <th
                scope="row"
                className={`min-w-40 py-2 pr-4 text-left font-normal [overflow-wrap:anywhere] ${one.parentSlug === null ? "" : "pl-4"}`}
              >
                <a className="underline" href={at(`/departments/${one.slug}`)}>
                  {one.name[lang]}
                </a>
              </th>
              <td className="px-2 text-right font-bold">{one.total}</td>
              {shown.map((light) => (
                <td key={light} className="px-2 text-right">
                  <Count count={one.counts[light]} href={at(`/targets?department=${one.slug}&light=${light}`)} />
                </td>
              ))}
              <td className="pl-2 text-right">
                <Count count={one.late} href={at(`/targets?department=${one.slug}&freshness=late,never`)} />
              </td>
            </tr>
          ))}
        </StaticMarkup>
      </table>
    </section>
  );
}
