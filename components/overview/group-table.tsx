import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { DataTableHead } from "@/components/ui/data-table";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { StaticMarkup } from "@/components/ui/static-markup";
import type { Grouping } from "@/lib/domain/targets/groupings";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import type { LightGroup } from "@/lib/views/light-group";

interface GroupTableProps {
  readonly groups: readonly LightGroup[];
  readonly by: Grouping;
  readonly lang: Language;
}

/** A count that links to the list it counts. Zero is blank for the eye, so that the others stand out. */
function Count({ count, href }: { readonly count: number; readonly href: string }) {
  if (count === 0) return <span className="sr-only">0</span>;
  return <a href={href}>{count}</a>;
}

/** The number of targets with each light, by department, plan, … */
export function GroupTable({ groups, by, lang }: GroupTableProps) {
  const [t, lights, { key, at }] = [useTranslations("departments"), useTranslations("lights"), useDayHref()];
  const words = useTranslations("groupings");
  const shown = LIGHTS.filter((light) => groups.some((one) => one.counts[light] > 0));
  return (
    <ScrollRegion label={words(`names.${by}`)}>
      <table className="w-full border-collapse text-sm">
        <colgroup>
          <col />
          <col span={shown.length + 2} className="w-26" />
        </colgroup>
        <DataTableHead
          columns={[
            { key: by, label: words(`column.${by}`) },
            { key: "total", label: t("total"), align: "right" },
            ...shown.map((light) => ({ key: light, label: lights(light), align: "right" as const })),
            { key: "late", label: t("late"), align: "right" },
          ]}
        />
        <StaticMarkup
          as="tbody"
          from={groups}
          lang={lang}
          part={key}
          className="tabular-nums [&_a]:py-1 [&_a]:underline [&_td]:pr-3 [&_td]:text-right"
        >
          {groups.map((one) => (
            <tr key={one.key} className="border-b">
              <th
                scope="row"
                className={`min-w-40 py-2 pr-4 text-left font-normal [overflow-wrap:anywhere] ${one.isBelow ? "pl-4" : ""}`}
              >
                <a href={at(one.page ?? `/targets?${one.list}`)}>{one.name[lang]}</a>
              </th>
              <td className="font-bold">{one.total}</td>
              {shown.map((light) => (
                <td key={light}>
                  <Count count={one.counts[light]} href={at(`/targets?${one.list}&light=${light}`)} />
                </td>
              ))}
              <td>
                <Count count={one.late} href={at(`/targets?${one.list}&freshness=late,never`)} />
              </td>
            </tr>
          ))}
        </StaticMarkup>
      </table>
    </ScrollRegion>
  );
}
