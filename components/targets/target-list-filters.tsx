import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { useDayHref } from "@/components/layout/day-link";
import { LIST_FILTERS, shownAs, useFilterOptions } from "@/components/targets/list-filter-options";
import { FilterMenu } from "@/components/ui/filter-menu";
import { isLabelKind } from "@/lib/domain/targets/labels";
import type { Language } from "@/lib/i18n/languages";
import {
  type Condition,
  filtersToQuery,
  listConditions,
  NO_FILTERS,
  TARGET_SORTS,
  type TargetFilters,
  withoutConditions,
} from "@/lib/schemas/target-list";
import type { DepartmentSummary } from "@/lib/views/department";
import type { FilterChoices } from "@/lib/views/target";

interface TargetListFiltersProps {
  readonly filters: TargetFilters;
  readonly departments: readonly DepartmentSummary[];
  readonly choices: FilterChoices;
  readonly lang: Language;
}

/** Filters from links of other pages: submitted with the form, and removed by their chips. */
const CARRIED = ["state", "starred", "changedSince", "dueBy", "parts"] as const;

const address = (filters: TargetFilters) => {
  const query = filtersToQuery(filters).toString();
  return query === "" ? "/targets" : `/targets?${query}`;
};

function Carried({ filters, day }: { readonly filters: TargetFilters; readonly day: string }) {
  return (
    <>
      {CARRIED.map((name) => {
        const value = [filters[name] ?? []].flat().join(",");
        return value === String(NO_FILTERS[name] ?? "") ? null : (
          <input key={name} type="hidden" name={name} value={value} />
        );
      })}
      {day !== "" && <input type="hidden" name="asOf" value={day} />}
    </>
  );
}

export function TargetListFilters({ filters, departments, choices, lang }: TargetListFiltersProps) {
  const [t, { key, at }] = [useTranslations("targetList"), useDayHref()];
  const options = useFilterOptions(departments, choices, lang);
  const chipOf = ({ field, value, without }: Condition) => {
    const label = t(field === "q" ? "search" : field === "parts" ? "partsFilter" : field);
    const name =
      field === "starred" ? label : t("condition", { name: label, value: shownAs(field, value, options, lang) });
    return {
      key: `${field}=${value}`,
      label: name,
      action: t("remove", { condition: name }),
      href: at(address(without)),
    };
  };
  return (
    <FilterForm
      action="/targets"
      query={filtersToQuery(filters).toString()}
      search={{
        label: t("search"),
        hint: t("searchHint"),
        value: filters.q,
        className: "md:w-0! md:min-w-32 md:max-w-80 md:grow",
      }}
      sort={{
        value: filters.sort,
        order: filters.order,
        options: TARGET_SORTS.filter((value) => !isLabelKind(value) || choices.labels[value].length > 0).map(
          (value) => ({ value, label: t(`sorts.${value}`) }),
        ),
      }}
      count={LIST_FILTERS.reduce((sum, name) => sum + filters[name].length, 0)}
      chips={listConditions(filters).map(chipOf)}
      clearHref={at(address(withoutConditions(filters)))}
      carried={<Carried filters={filters} day={key} />}
    >
      {LIST_FILTERS.filter((name) => options[name].length > 0).map((name) => (
        <FilterMenu
          key={name}
          name={name}
          label={t(name)}
          options={options[name]}
          chosen={filters[name].map((value) => String(value))}
        />
      ))}
    </FilterForm>
  );
}
