import { getTranslations } from "next-intl/server";
import { PlainTextForm } from "@/components/forms/plain-text-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PendingButton } from "@/components/ui/pending-button";
import { signInAction } from "@/lib/actions/auth";
import { formatTimeOfDay } from "@/lib/i18n/format-instant";
import { getLanguage } from "@/lib/i18n/preferences";
import type { SignInFault } from "@/lib/schemas/sign-in";

interface SignInFormProps {
  readonly next: string;
  readonly error: SignInFault | null;
  /** When the next attempt is accepted, after too many. */
  readonly until: string | null;
}

/** E-mail and password. The error is shown above the fields and never reveals which of the two was wrong. */
export async function SignInForm({ next, error, until }: SignInFormProps) {
  const [t, lang] = await Promise.all([getTranslations("auth"), getLanguage()]);
  return (
    <PlainTextForm action={signInAction} className="grid max-w-sm gap-3">
      <input type="hidden" name="next" value={next} />
      {error !== null && (
        <p role="alert" id="sign-in-error" className="text-notice">
          {error === "often" && until !== null ? t("retryAt", { time: formatTimeOfDay(until, lang) }) : t(error)}
        </p>
      )}
      <Field id="email" label={t("email")}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            required
            autoComplete="username"
            aria-describedby={error !== null ? "sign-in-error" : undefined}
          />
        )}
      </Field>
      <Field id="password" label={t("password")}>
        {(control) => <Input {...control} name="password" type="password" required autoComplete="current-password" />}
      </Field>
      <PendingButton variant="primary">{t("signIn")}</PendingButton>
    </PlainTextForm>
  );
}
