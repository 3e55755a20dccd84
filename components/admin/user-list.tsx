import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/admin/invite-form";
import type { OneTimeLinkWords } from "@/components/admin/one-time-link";
import { PasswordLinkForm } from "@/components/admin/password-link-form";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField, SelectField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Disclosure } from "@/components/ui/disclosure";
import { ListSection } from "@/components/ui/list-section";
import {
  addMembershipAction,
  changeOfficeRoleAction,
  endMembershipAction,
  setUserDisabledAction,
} from "@/lib/actions/admin";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { compileMessage } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames, UserView } from "@/lib/views/account";
import type { DepartmentRecord } from "@/lib/views/department";

interface UserListProps {
  readonly users: readonly UserView[];
  readonly departments: readonly DepartmentRecord[];
  /** Links are mailed to the account's address; if no mail is configured, they are shown. */
  readonly sendsMail: boolean;
  readonly person: PersonNames;
  readonly lang: Language;
}

type OfOneUser = Omit<UserListProps, "users"> & { readonly user: UserView };

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

/** The texts about a one-time link. */
async function linkWordsFor(kind: "invite" | "reset", lang: Language): Promise<OneTimeLinkWords> {
  const t = await getTranslations("admin");
  return {
    shown: t(`${kind}Link`),
    note: compileMessage(lang, t.raw("linkShownNote")),
    mailed: compileMessage(lang, t.raw(`${kind}Sent`)),
    notMailed: compileMessage(lang, t.raw("mailFailed")),
  };
}

/** Sends a new invitation to an account without a password, and a reset link to any other. */
async function PasswordLink({ user, sendsMail, lang }: Omit<OfOneUser, "departments" | "person">) {
  const [t, words] = await Promise.all([getTranslations("admin"), getFormWords()]);
  const kind = user.isInvited ? ("invite" as const) : ("reset" as const);
  const submit = sendsMail ? (`${kind}Mail` as const) : (`${kind}Show` as const);
  return (
    <PasswordLinkForm
      userId={user.id}
      words={words}
      linkWords={await linkWordsFor(kind, lang)}
      submit={t(submit)}
      confirmation={user.isInvited ? undefined : t("confirmReset", { name: user.name })}
    />
  );
}

/** Office role and roles in departments. */
async function Roles({ user, departments, lang }: Omit<OfOneUser, "sendsMail" | "person">) {
  const [t, words, options] = await Promise.all([
    getTranslations("admin"),
    getFormWords(),
    optionsFor(departments, lang),
  ]);
  const userId = <input type="hidden" name="userId" value={user.id} />;
  return (
    <>
      <ActionForm action={changeOfficeRoleAction} words={words}>
        {userId}
        <SelectField
          name="officeRole"
          label={t("officeRole")}
          value={user.officeRole ?? ""}
          options={options.officeRoles}
        />
        <SubmitButton variant="secondary">{t("setOffice")}</SubmitButton>
      </ActionForm>
      <ActionForm action={addMembershipAction} words={words}>
        {userId}
        <ComboboxField name="department" label={t("addRole")} options={options.departments} />
        <SelectField name="role" label={t("role")} options={options.roles} />
        <SubmitButton variant="secondary">{t("add")}</SubmitButton>
      </ActionForm>
      {user.memberships.map((one) => {
        const role = `${one.department} ${t(`roles.${one.role}`)}`;
        return (
          <ActionForm key={one.id} action={endMembershipAction} words={words} toast={t("roleEnded", { role })}>
            <input type="hidden" name="membershipId" value={one.id} />
            <SubmitButton variant="danger">{t("end", { role })}</SubmitButton>
          </ActionForm>
        );
      })}
    </>
  );
}

async function User({ user, departments, sendsMail, person, lang }: OfOneUser) {
  const [t, words] = await Promise.all([getTranslations("admin"), getFormWords()]);
  const marks = [
    user.officeRole !== null && t(`roles.${user.officeRole}`),
    ...user.memberships.map((one) => `${one.department} ${t(`roles.${one.role}`)}`),
    user.isDemo && t("demo"),
    user.isInvited && t(user.hasOpenInvitation ? "invited" : "expired"),
    user.isDisabled && t("disabled"),
  ].filter(Boolean);
  return (
    <li className="py-2">
      <Disclosure title={`${person(user.name)} · ${user.email}`} isEntry>
        <p className="pb-2 text-ink-soft">{marks.join(" · ")}</p>
        {user.isOneself ? (
          <p>{t("ownAccount")}</p>
        ) : (
          <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
            <Roles user={user} departments={departments} lang={lang} />
            {!user.isDemo && !user.isDisabled && <PasswordLink user={user} sendsMail={sendsMail} lang={lang} />}
            <ActionForm
              action={setUserDisabledAction}
              words={words}
              confirmation={user.isDisabled ? undefined : t("confirmDisable", { name: user.name })}
            >
              <input type="hidden" name="userId" value={user.id} />
              <input type="hidden" name="disabled" value={user.isDisabled ? "no" : "yes"} />
              <SubmitButton variant={user.isDisabled ? "secondary" : "danger"}>
                {t(user.isDisabled ? "enable" : "disable")}
              </SubmitButton>
            </ActionForm>
          </div>
        )}
      </Disclosure>
    </li>
  );
}

/** All accounts, and the form that invites a new user. */
export async function UserList({ users, departments, sendsMail, person, lang }: UserListProps) {
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
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1>{t("users")}</h1>
      <Disclosure title={t("invite")}>
        <InviteForm words={words} labels={labels} linkWords={await linkWordsFor("invite", lang)} {...options} />
      </Disclosure>
      <ListSection title={t("users")} count={users.length}>
        {users.map((user) => (
          <User key={user.id} {...{ user, departments, sendsMail, person, lang }} />
        ))}
      </ListSection>
    </div>
  );
}
