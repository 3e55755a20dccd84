import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { FilterChips } from "@/components/targets/filter-chips";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input, type Option } from "@/components/ui/input";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { FRESHNESSES, LIGHTS, METRIC_KINDS, TARGET_STATES } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
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

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

function labelOf(options: readonly Option[], value: string): string {
  return options.find((one) => one.value === value)?.label ?? value;
}

function Choice({ name, label, value, options }: ChoiceProps) {
  const isListed = options.some((one) => one.value === value);
  const several = value.split(",").map((one) => labelOf(options, one));
  const all = isListed ? options : [...options, { value, label: several.join(" / ") }];
  return (
    <Field compact id={`filter-${name}`} label={label} className="max-w-48">
      {(control) => (
        <Combobox {...control} key={value} compact name={name} label={label} defaultValue={value} options={all} />
      )}
    </Field>
  );
}

interface TargetListFiltersProps {
  readonly filters: TargetFilters;
  readonly departments: readonly DepartmentSummary[];
  readonly lang: Language;
}

function useOptions(departments: readonly DepartmentSummary[], lang: Language) {
  const [t, kinds, lights, freshness, states] = [
    useTranslations("targetList"),
    useTranslations("metricKinds"),
    useTranslations("lights"),
    useTranslations("freshness"),
    useTranslations("targetStates"),
  ];
  const any = { value: "", label: t("any") };
  return {
    department: [any, ...departments.map(({ slug, name }) => ({ value: slug, label: name[lang] }))],
    kind: [any, ...METRIC_KINDS.map((value) => ({ value, label: kinds(value) }))],
    parts: t("included"),
    state: TARGET_STATES.map((value) => ({ value, label: states(value) })),
    light: [any, ...LIGHTS.map((value) => ({ value, label: lights(value) }))],
    freshness: [
      any,
      { value: "late,never", label: `${freshness("late")} / ${freshness("never")}` },
      ...FRESHNESSES.map((value) => ({ value, label: freshness(value) })),
    ],
  };
}

/** The label of a filter's value. */
function shownAs(
  field: Condition["field"],
  value: string,
  options: ReturnType<typeof useOptions>,
  lang: Language,
): string {
  if (field === "changedSince" || field === "dueBy") return formatIsoDate(isoDate(value), lang);
  if (field === "parts") return options.parts;
  return field === "q" || field === "year" ? value : labelOf(options[field], value);
}

/** Filters from links of other pages: submitted with the form, and removed by their chips. */
const CARRIED = ["state", "changedSince", "dueBy", "parts"] as const;

const address = (filters: TargetFilters) => {
  const query = filtersToQuery(filters).toString();
  return query === "" ? "/targets" : `/targets?${query}`;
};

/** A GET form: the URL is its state, and it works without script. The active filters are listed below. */
export function TargetListFilters({ filters, departments, lang }: TargetListFiltersProps) {
  const [t, options, { key, at }] = [useTranslations("targetList"), useOptions(departments, lang), useDayHref()];
  const chipOf = ({ field, value, without }: Condition) => {
    const shown = shownAs(field, value, options, lang);
    const name = t("condition", {
      name: t(field === "q" ? "search" : field === "parts" ? "partsFilter" : field),
      value: shown,
    });
    return {
      key: `${field}=${value}`,
      label: name,
      action: t("remove", { condition: name }),
      href: at(address(without)),
    };
  };
  return (
    <>
      <form method="get" action="/targets" className="my-4 flex flex-wrap items-end gap-3 border-y py-3">
        <Field compact id="filter-q" label={t("search")}>
          {(control) => (
            <Input
              {...control}
              compact
              name="q"
              type="search"
              maxLength={100}
              defaultValue={filters.q}
              key={filters.q}
              placeholder={t("searchHint")}
            />
          )}
        </Field>
        <Choice
          name="department"
          label={t("department")}
          value={filters.department.join(",")}
          options={options.department}
        />
        <Field compact id="filter-year" label={t("year")} className="w-20">
          {(control) => (
            <Input
              {...control}
              compact
              name="year"
              inputMode="numeric"
              pattern="[0-9]{4}(,[0-9]{4})*"
              placeholder={t("any")}
              defaultValue={filters.year.join(",")}
              key={filters.year.join(",")}
              className="tabular-nums"
            />
          )}
        </Field>
        <Choice name="kind" label={t("kind")} value={filters.kind.join(",")} options={options.kind} />
        <Choice name="light" label={t("light")} value={filters.light.join(",")} options={options.light} />
        <Choice
          name="freshness"
          label={t("freshness")}
          value={filters.freshness.join(",")}
          options={options.freshness}
        />
        <span className="md:hidden">
          <Choice
            name="sort"
            label={t("sort")}
            value={filters.sort}
            options={TARGET_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          />
        </span>
        <input type="hidden" name="order" value={filters.order} />
        {CARRIED.map((name) => {
          const value = [filters[name] ?? []].flat().join(",");
          return value === String(NO_FILTERS[name] ?? "") ? null : (
            <input key={name} type="hidden" name={name} value={value} />
          );
        })}
        {key !== "" && <input type="hidden" name="asOf" value={key} />}
        <Button type="submit" variant="primary">
          {t("apply")}
        </Button>
      </form>
      <FilterChips
        title={t("conditions")}
        chips={listConditions(filters).map(chipOf)}
        clear={{ label: t("clear"), href: at(address(withoutConditions(filters))) }}
      />
    </>
  );
}
