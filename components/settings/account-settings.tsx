import { getTranslations } from "next-intl/server";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { SessionList } from "@/components/settings/session-list";
import { changePasswordAction } from "@/lib/actions/account";
import type { SessionLimits } from "@/lib/domain/accounts/session-life";
import type { Language } from "@/lib/i18n/languages";
import type { OwnAccount, PersonNames, SessionView } from "@/lib/views/account";

interface AccountSettingsProps {
  readonly account: OwnAccount;
  readonly sessions: readonly SessionView[];
  readonly limits: SessionLimits;
  readonly person: PersonNames;
  readonly lang: Language;
}

/** The user's own password and sessions. */
export async function AccountSettings({ account, sessions, limits, person, lang }: AccountSettingsProps) {
  const [t, words] = await Promise.all([getTranslations("settings"), getFormWords()]);
  return (
    <div className="on-paper mx-auto grid max-w-xl gap-8">
      <div className="grid gap-2">
        <h1>{t("account")}</h1>
        <p>{t("accountLead", { name: person(account.name), email: account.email })}</p>
        {!account.hasPassword && <p className="text-ink-soft">{t("demoAccount")}</p>}
      </div>
      {account.hasPassword && (
        <>
          <section className="grid gap-3">
            <h2>{t("password")}</h2>
            <ActionForm action={changePasswordAction} words={words} label={t("password")}>
              <input type="text" name="username" autoComplete="username" value={account.email} readOnly hidden />
              <TextField type="password" name="current" label={t("currentPassword")} autoComplete="current-password" />
              <NewPasswordField label={t("nextPassword")} />
              <p className="text-sm text-ink-soft">{t("changeHint")}</p>
              <SubmitButton>{t("changePassword")}</SubmitButton>
            </ActionForm>
          </section>
          <SessionList sessions={sessions} limits={limits} lang={lang} />
        </>
      )}
    </div>
  );
}
