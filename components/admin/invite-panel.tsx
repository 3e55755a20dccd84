import { getTranslations } from "next-intl/server";
import { getLinkWords } from "@/components/admin/get-link-words";
import { LinkForm } from "@/components/admin/link-form";
import { getUserOptions } from "@/components/admin/user-options";
import { ComboboxField } from "@/components/forms/combobox-field";
import { SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { FieldRows } from "@/components/ui/field";
import { SidePanel } from "@/components/ui/side-panel";
import { inviteUserAction } from "@/lib/actions/admin";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentRecord } from "@/lib/views/department";

interface InvitePanelProps {
  readonly departments: readonly DepartmentRecord[];
  /** What the form proposes. */
  readonly department: string | undefined;
  readonly role: string;
  readonly closeHref: string;
  readonly lang: Language;
}

/** Creates an account and a one-time link with which its user sets a password. */
export async function InvitePanel({ departments, department, role, closeHref, lang }: InvitePanelProps) {
  const [t, users, words, linkWords, options] = await Promise.all([
    getTranslations("admin"),
    getTranslations("userList"),
    getFormWords(),
    getLinkWords("invite", lang),
    getUserOptions(departments, lang),
  ]);
  return (
    <SidePanel title={t("invite")} close={{ label: users("close"), href: closeHref }} openedBy="invite-user">
      <LinkForm action={inviteUserAction} words={words} linkWords={linkWords} label={t("inviteSubmit")}>
        <FieldRows>
          <TextField name="name" label={t("name")} />
          <TextField type="email" name="email" label={t("email")} />
          <SelectField name="officeRole" label={t("officeRole")} options={options.officeRoles} />
          <ComboboxField
            name="department"
            label={t("department")}
            value={department ?? ""}
            options={options.departments}
          />
          <SelectField name="role" label={t("role")} value={role} options={options.roles} />
          <SubmitButton>{t("inviteSubmit")}</SubmitButton>
        </FieldRows>
      </LinkForm>
    </SidePanel>
  );
}
