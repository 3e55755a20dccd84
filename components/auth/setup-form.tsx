import { getTranslations } from "next-intl/server";
import { PendingButton } from "@/components/ui/pending-button";
import { PlainForm } from "@/components/ui/plain-form";
import { createAdministrator } from "@/lib/actions/setup";

interface SetupFormProps {
  readonly token: string;
  readonly error: string | undefined;
}

/** Name, e-mail and password of the first administrator. */
export async function SetupForm({ token, error }: SetupFormProps) {
  const t = await getTranslations("auth");
  const fields = [
    ["name", "text", "name", t("name")],
    ["email", "email", "username", t("email")],
    ["password", "password", "new-password", t("newPassword")],
  ] as const;
  return (
    <PlainForm action={createAdministrator} className="grid max-w-sm gap-3">
      <input type="hidden" name="token" value={token} />
      {error !== undefined && (
        <p role="alert" id="setup-error" className="text-notice">
          {t("setupInvalid")}
        </p>
      )}
      {fields.map(([name, type, autoComplete, label]) => (
        <label key={name} className="grid gap-1">
          {label}
          <input
            name={name}
            type={type}
            autoComplete={autoComplete}
            required
            minLength={name === "password" ? 10 : 1}
            aria-describedby={error === undefined ? undefined : "setup-error"}
            className="border bg-surface px-2 py-2"
          />
        </label>
      ))}
      <PendingButton className="border border-accent px-3 py-2 font-bold text-accent">{t("setupSubmit")}</PendingButton>
    </PlainForm>
  );
}
