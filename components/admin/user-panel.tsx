import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { getLinkWords } from "@/components/admin/get-link-words";
import { LinkForm } from "@/components/admin/link-form";
import { getUserOptions } from "@/components/admin/user-options";
import { AbsenceForm, DelegationList } from "@/components/delegations/absence-form";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { SelectField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { FieldRows } from "@/components/ui/field";
import { SidePanel } from "@/components/ui/side-panel";
import {
  addMembershipAction,
  changeOfficeRoleAction,
  createPasswordLinkAction,
  endMembershipAction,
  setUserDisabledAction,
} from "@/lib/actions/admin";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames, UserView } from "@/lib/views/account";
import type { AbsenceView } from "@/lib/views/delegation";
import type { DepartmentRecord } from "@/lib/views/department";

interface OfOneUser {
  readonly user: UserView;
  readonly departments: readonly DepartmentRecord[];
  /** Links are mailed to the account's address; if no mail is configured, they are shown. */
  readonly sendsMail: boolean;
  readonly lang: Language;
}

/** Office role and roles in departments. */
async function Roles({ user, departments, lang }: Omit<OfOneUser, "sendsMail">) {
  const [t, handOver, words, options] = await Promise.all([
    getTranslations("admin"),
    getTranslations("handOver"),
    getFormWords(),
    getUserOptions(departments, lang),
  ]);
  const userId = <input type="hidden" name="userId" value={user.id} />;
  return (
    <>
      <ActionForm action={changeOfficeRoleAction} words={words} label={t("officeRole")}>
        {userId}
        <FieldRows>
          <SelectField
            name="officeRole"
            label={t("officeRole")}
            value={user.officeRole ?? ""}
            options={options.officeRoles}
          />
          <SubmitButton variant="secondary">{t("setOffice")}</SubmitButton>
        </FieldRows>
      </ActionForm>
      {user.memberships.length > 0 && (
        <ul className="divide-y border-y">
          {user.memberships.map((one) => {
            const role = `${one.department} ${t(`roles.${one.role}`)}`;
            return (
              <li key={one.id} className="grid gap-2 py-2">
                <Link
                  href={`/admin/users/hand-over?membership=${one.id}`}
                  prefetch={false}
                  className="underline pointer-coarse:py-2"
                >
                  {handOver("open", { role })}
                </Link>
                <ActionForm action={endMembershipAction} words={words} toast={t("roleEnded", { role })}>
                  <input type="hidden" name="membershipId" value={one.id} />
                  <SubmitButton variant="danger">{t("end", { role })}</SubmitButton>
                </ActionForm>
              </li>
            );
          })}
        </ul>
      )}
      <ActionForm action={addMembershipAction} words={words} label={t("addRole")}>
        {userId}
        <FieldRows>
          <ComboboxField name="department" label={t("department")} options={options.departments} />
          <SelectField name="role" label={t("role")} options={options.roles} />
          <SubmitButton variant="secondary">{t("add")}</SubmitButton>
        </FieldRows>
      </ActionForm>
    </>
  );
}

/** Sends a new invitation to an account without a password, and a reset link to any other. */
async function PasswordLink({ user, sendsMail, lang }: Omit<OfOneUser, "departments">) {
  const kind = user.isInvited ? ("invite" as const) : ("reset" as const);
  const submit = sendsMail ? (`${kind}Mail` as const) : (`${kind}Show` as const);
  const [t, words, linkWords] = await Promise.all([getTranslations("admin"), getFormWords(), getLinkWords(kind, lang)]);
  return (
    <LinkForm
      action={createPasswordLinkAction}
      words={words}
      linkWords={linkWords}
      label={t(submit)}
      confirmation={user.isInvited ? undefined : t("confirmReset", { name: user.name })}
    >
      <input type="hidden" name="userId" value={user.id} />
      <SubmitButton variant="secondary">{t(submit)}</SubmitButton>
    </LinkForm>
  );
}

async function Access({ user, sendsMail, lang }: Omit<OfOneUser, "departments">) {
  const [t, words] = await Promise.all([getTranslations("admin"), getFormWords()]);
  const isDisabled = user.state === "disabled";
  return (
    <>
      {!user.isDemo && !isDisabled && <PasswordLink user={user} sendsMail={sendsMail} lang={lang} />}
      <ActionForm
        action={setUserDisabledAction}
        words={words}
        label={t(isDisabled ? "enable" : "disable")}
        confirmation={isDisabled ? undefined : t("confirmDisable", { name: user.name })}
      >
        <input type="hidden" name="userId" value={user.id} />
        <input type="hidden" name="disabled" value={isDisabled ? "no" : "yes"} />
        <SubmitButton variant={isDisabled ? "secondary" : "danger"}>
          {t(isDisabled ? "enable" : "disable")}
        </SubmitButton>
      </ActionForm>
    </>
  );
}

interface UserPanelProps extends Omit<OfOneUser, "user"> {
  /** Null if there is no such account. */
  readonly user: UserView | null;
  readonly person: PersonNames;
  readonly closeHref: string;
  /** Null for an account that the reader does not administer. */
  readonly absence: AbsenceView | null;
}

/** One account: what is known about it, and everything that can be done to it. */
export async function UserPanel({ user, absence, departments, sendsMail, person, closeHref, lang }: UserPanelProps) {
  const [t, users, delegation] = await Promise.all([
    getTranslations("admin"),
    getTranslations("userList"),
    getTranslations("delegation"),
  ]);
  const close = { label: users("close"), href: closeHref };
  if (user === null)
    return (
      <SidePanel title={users("unknown")} close={close} openedBy="invite-user">
        <p>{users("unknownHint")}</p>
      </SidePanel>
    );
  const { lastSignedInAt } = user;
  const signedIn =
    lastSignedInAt === null
      ? users(user.isInvited ? "never" : "notRecorded")
      : formatInstant(lastSignedInAt.toISOString(), lang);
  return (
    <SidePanel key={user.id} title={person(user.name)} close={close} openedBy={`user-${user.id}`}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm [&>dd]:[overflow-wrap:anywhere] [&>dt]:text-ink-soft">
        <dt>{t("email")}</dt>
        <dd>{user.email}</dd>
        <dt>{users("state")}</dt>
        <dd>
          {users(`states.${user.state}`)}
          {user.isDemo && ` · ${t("demo")}`}
          {user.state === "invited" &&
            user.invitationExpiresAt !== null &&
            ` · ${users("invitedUntil", { until: formatInstant(user.invitationExpiresAt.toISOString(), lang) })}`}
        </dd>
        <dt>{users("signedIn")}</dt>
        <dd>{signedIn}</dd>
      </dl>
      {user.isOneself ? (
        <p>{t("ownAccount")}</p>
      ) : (
        <>
          <h3 className="border-b pb-1 font-bold">{users("roles")}</h3>
          <Roles user={user} departments={departments} lang={lang} />
          {absence !== null && absence.roles.length + absence.standsInFor.length > 0 && (
            <>
              <h3 className="border-b pb-1 font-bold">{delegation("title")}</h3>
              <DelegationList
                delegations={[...absence.delegations, ...absence.standsInFor]}
                person={person}
                lang={lang}
              />
              {absence.roles.length > 0 && <AbsenceForm absence={absence} person={person} lang={lang} />}
            </>
          )}
          <h3 className="border-b pb-1 font-bold">{users("access")}</h3>
          <Access user={user} sendsMail={sendsMail} lang={lang} />
        </>
      )}
    </SidePanel>
  );
}
