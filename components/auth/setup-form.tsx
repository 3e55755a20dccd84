import { getTranslations } from "next-intl/server";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { createAdministratorAction } from "@/lib/actions/setup";

/** Name, e-mail and password of the first administrator. */
export async function SetupForm({ token }: { readonly token: string }) {
  const [t, words] = await Promise.all([getTranslations("auth"), getFormWords()]);
  return (
    <div className="max-w-sm">
      <ActionForm action={createAdministratorAction} words={words} label={t("setupTitle")}>
        <p>{t("setupLead")}</p>
        <input type="hidden" name="token" value={token} />
        <TextField name="name" label={t("name")} autoComplete="name" />
        <TextField type="email" name="email" label={t("email")} autoComplete="username" />
        <NewPasswordField label={t("newPassword")} />
        <SubmitButton>{t("setupSubmit")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
