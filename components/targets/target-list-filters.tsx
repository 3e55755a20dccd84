import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { ApplyFilters } from "@/components/targets/apply-filters";
import { FilterChips } from "@/components/targets/filter-chips";
import { type FilterOptions, LIST_FILTERS, shownAs, useFilterOptions } from "@/components/targets/list-filter-options";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FilterFold, FilterMenu } from "@/components/ui/filter-menu";
import { Input, Select } from "@/components/ui/input";
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
      <input type="hidden" name="order" value={filters.order} />
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

function Menus({ filters, options }: { readonly filters: TargetFilters; readonly options: FilterOptions }) {
  const t = useTranslations("targetList");
  const count = LIST_FILTERS.reduce((sum, name) => sum + filters[name].length, 0);
  return (
    <FilterFold label={t("filter")} count={count}>
      {LIST_FILTERS.filter((name) => options[name].length > 0).map((name) => (
        <FilterMenu
          key={name}
          name={name}
          label={t(name)}
          options={options[name]}
          chosen={filters[name].map((value) => String(value))}
        />
      ))}
      <Field compact id="filter-sort" label={t("sort")} className="md:hidden">
        {(control) => (
          <Select
            {...control}
            key={filters.sort}
            compact
            name="sort"
            defaultValue={filters.sort}
            options={TARGET_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          />
        )}
      </Field>
    </FilterFold>
  );
}

/** A GET form: the URL is its state, and it works without script. The active filters are listed below. */
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
    <>
      <form
        method="get"
        action="/targets"
        autoComplete="off"
        aria-label={t("filter")}
        className="my-2 flex flex-wrap items-center gap-2 max-md:grid max-md:grid-cols-1"
      >
        <Input
          compact
          name="q"
          type="search"
          aria-label={t("search")}
          maxLength={100}
          defaultValue={filters.q}
          placeholder={t("searchHint")}
          className="md:w-64! lg:w-80!"
        />
        <Menus filters={filters} options={options} />
        <Carried filters={filters} day={key} />
        <noscript>
          <Button type="submit" size="sm">
            {t("apply")}
          </Button>
        </noscript>
        <ApplyFilters query={filtersToQuery(filters).toString()} />
      </form>
      <FilterChips
        title={t("conditions")}
        chips={listConditions(filters).map(chipOf)}
        clear={{ label: t("clear"), href: at(address(withoutConditions(filters))) }}
      />
    </>
  );
}
