import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/admin/invite-form";
import { ActionForm, SelectField, Submit } from "@/components/ui/action-form";
import { Fold } from "@/components/ui/fold";
import { getFormWords } from "@/components/ui/get-form-words";
import { ListedSection } from "@/components/ui/listed-section";
import { changeOfficeRole, disableUser, giveMembership, takeMembership } from "@/lib/actions/admin";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import type { Language } from "@/lib/i18n/languages";
import { getPersonNames } from "@/lib/i18n/person-names";
import type { DepartmentRecord } from "@/lib/server/admin/departments";
import type { UserView } from "@/lib/server/admin/users";

interface UserListProps {
  readonly users: readonly UserView[];
  readonly departments: readonly DepartmentRecord[];
  readonly lang: Language;
}

async function optionsFor(departments: readonly DepartmentRecord[], lang: Language) {
  const t = await getTranslations("admin");
  const none = { value: "", label: t("none") };
  const open = departments.filter((one) => one.closedOn === null);
  return {
    officeRoles: [none, ...OFFICE_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))],
    roles: DEPARTMENT_ROLES.map((value) => ({ value, label: t(`roles.${value}`) })),
    departments: [none, ...open.map((one) => ({ value: one.slug, label: lang === "en" ? one.nameEn : one.name }))],
  };
}

async function User({ user, departments, lang }: { readonly user: UserView } & Omit<UserListProps, "users">) {
  const [t, words, person, options] = await Promise.all([
    getTranslations("admin"),
    getFormWords(),
    getPersonNames(),
    optionsFor(departments, lang),
  ]);
  const marks = [
    user.officeRole !== null && t(`roles.${user.officeRole}`),
    ...user.memberships.map((one) => `${one.department} ${t(`roles.${one.role}`)}`),
    user.isDemo && t("demo"),
    user.isInvited && t("invited"),
    user.isDisabled && t("disabled"),
  ].filter(Boolean);
  const userId = <input type="hidden" name="userId" value={user.id} />;
  return (
    <li className="py-2">
      <Fold title={`${person(user.name)} · ${user.email}`} isEntry>
        <p className="pb-2 text-ink-soft">{marks.join(" · ")}</p>
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
          <ActionForm action={changeOfficeRole} words={words}>
            {userId}
            <SelectField
              name="officeRole"
              label={t("officeRole")}
              value={user.officeRole ?? ""}
              options={options.officeRoles}
            />
            <Submit tone="plain">{t("setOffice")}</Submit>
          </ActionForm>
          <ActionForm action={giveMembership} words={words}>
            {userId}
            <SelectField name="department" label={t("addRole")} options={options.departments} />
            <SelectField name="role" label={t("role")} options={options.roles} />
            <Submit tone="plain">{t("add")}</Submit>
          </ActionForm>
          {user.memberships.map((one) => (
            <ActionForm key={one.id} action={takeMembership} words={words}>
              <input type="hidden" name="membershipId" value={one.id} />
              <Submit tone="grave">{t("end", { role: `${one.department} ${t(`roles.${one.role}`)}` })}</Submit>
            </ActionForm>
          ))}
          <ActionForm
            action={disableUser}
            words={words}
            confirmation={user.isDisabled ? undefined : t("confirmDisable", { name: user.name })}
          >
            {userId}
            <input type="hidden" name="disabled" value={user.isDisabled ? "no" : "yes"} />
            <Submit tone={user.isDisabled ? "plain" : "grave"}>{t(user.isDisabled ? "enable" : "disable")}</Submit>
          </ActionForm>
        </div>
      </Fold>
    </li>
  );
}

/** Everybody with an account, and the way in for somebody new. */
export async function UserList({ users, departments, lang }: UserListProps) {
  const [t, words, options] = await Promise.all([
    getTranslations("admin"),
    getFormWords(),
    optionsFor(departments, lang),
  ]);
  const labels = {
    name: t("name"),
    email: t("email"),
    officeRole: t("officeRole"),
    department: t("department"),
    role: t("role"),
    submit: t("inviteSubmit"),
    link: t("inviteLink"),
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1>{t("users")}</h1>
      <Fold title={t("invite")}>
        <InviteForm words={words} labels={labels} {...options} />
      </Fold>
      <ListedSection title={t("users")} count={users.length}>
        {users.map((user) => (
          <User key={user.id} user={user} departments={departments} lang={lang} />
        ))}
      </ListedSection>
    </div>
  );
}
