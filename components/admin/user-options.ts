// The roles and departments that an account can have, as options.
import { getTranslations } from "next-intl/server";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentRecord } from "@/lib/views/department";

export async function getUserOptions(departments: readonly DepartmentRecord[], lang: Language) {
  const t = await getTranslations("admin");
  const none = { value: "", label: t("none") };
  const open = departments.filter((one) => one.closedOn === null);
  return {
    officeRoles: [none, ...OFFICE_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))],
    roles: DEPARTMENT_ROLES.map((value) => ({ value, label: t(`roles.${value}`) })),
    departments: [none, ...open.map((one) => ({ value: one.slug, label: lang === "en" ? one.nameEn : one.name }))],
  };
}
