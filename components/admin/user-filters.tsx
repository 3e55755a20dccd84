import { useTranslations } from "next-intl";
import { ApplyFilters } from "@/components/targets/apply-filters";
import { FilterChips } from "@/components/targets/filter-chips";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FilterFold, FilterMenu } from "@/components/ui/filter-menu";
import { Input, Select } from "@/components/ui/input";
import { ACCOUNT_STATES } from "@/lib/domain/accounts/account-state";
import type { Language } from "@/lib/i18n/languages";
import {
  USER_LISTS,
  USER_ROLES,
  USER_SORTS,
  type UserFilters,
  userConditions,
  userListAddress,
  withoutUserConditions,
} from "@/lib/schemas/user-list";
import type { DepartmentRecord } from "@/lib/views/department";

interface UserListFiltersProps {
  readonly filters: UserFilters;
  readonly departments: readonly DepartmentRecord[];
  readonly lang: Language;
}

/** A GET form: the URL is its state, and it works without script. The active filters are listed below. */
export function UserListFilters({ filters, departments, lang }: UserListFiltersProps) {
  const [t, list, admin] = [useTranslations("userList"), useTranslations("targetList"), useTranslations("admin")];
  const options = {
    department: departments.map(({ slug, name, nameEn }) => ({ value: slug, label: lang === "en" ? nameEn : name })),
    role: USER_ROLES.map((value) => ({ value, label: admin(`roles.${value}`) })),
    state: ACCOUNT_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
  };
  const chips = userConditions(filters).map(({ field, value, without }) => {
    const shown = field === "q" ? value : (options[field].find((one) => one.value === value)?.label ?? value);
    const label = list("condition", { name: field === "q" ? list("search") : t(field), value: shown });
    return {
      key: `${field}=${value}`,
      label,
      action: list("remove", { condition: label }),
      href: userListAddress(without),
    };
  });
  return (
    <>
      <form
        method="get"
        action="/admin/users"
        autoComplete="off"
        aria-label={list("filter")}
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
          className="md:w-64!"
        />
        <FilterFold label={list("filter")} count={USER_LISTS.reduce((sum, name) => sum + filters[name].length, 0)}>
          {USER_LISTS.map((name) => (
            <FilterMenu key={name} name={name} label={t(name)} options={options[name]} chosen={filters[name]} />
          ))}
          <Field compact id="filter-sort" label={list("sort")} className="md:hidden">
            {(control) => (
              <Select
                {...control}
                key={filters.sort}
                compact
                name="sort"
                defaultValue={filters.sort}
                options={USER_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
              />
            )}
          </Field>
        </FilterFold>
        <input type="hidden" name="order" value={filters.order} />
        <noscript>
          <Button type="submit" size="sm">
            {list("apply")}
          </Button>
        </noscript>
        <ApplyFilters query={userListAddress(filters)} />
      </form>
      <FilterChips
        title={list("conditions")}
        chips={chips}
        clear={{ label: list("clear"), href: userListAddress(withoutUserConditions(filters)) }}
      />
    </>
  );
}
