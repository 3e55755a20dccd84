import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { FilterMenu } from "@/components/ui/filter-menu";
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
    <FilterForm
      action="/admin/users"
      query={userListAddress(filters)}
      search={{ label: t("search"), hint: t("searchHint"), value: filters.q, className: "md:w-64!" }}
      sort={{
        value: filters.sort,
        order: filters.order,
        options: USER_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) })),
      }}
      count={USER_LISTS.reduce((sum, name) => sum + filters[name].length, 0)}
      chips={chips}
      clearHref={userListAddress(withoutUserConditions(filters))}
    >
      {USER_LISTS.map((name) => (
        <FilterMenu key={name} name={name} label={t(name)} options={options[name]} chosen={filters[name]} />
      ))}
    </FilterForm>
  );
}
