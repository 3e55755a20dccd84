import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/components/forms/plain-form";
import { PendingButton } from "@/components/ui/pending-button";
import { signInAction } from "@/lib/actions/auth";
import { formatTimeOfDay } from "@/lib/i18n/format-instant";
import { getLanguage } from "@/lib/i18n/preferences";
import type { SignInFault } from "@/lib/schemas/sign-in";

interface SignInFormProps {
  readonly next: string;
  readonly error: SignInFault | null;
  /** When the next attempt is accepted, where there were too many. */
  readonly until: string | null;
}

/** E-mail and password. What went wrong stands above the fields; it never says which of the two it was. */
export async function SignInForm({ next, error, until }: SignInFormProps) {
  const [t, lang] = await Promise.all([getTranslations("auth"), getLanguage()]);
  return (
    <PlainForm isKept action={signInAction} className="grid max-w-sm gap-3">
      <input type="hidden" name="next" value={next} />
      {error !== null && (
        <p role="alert" id="sign-in-error" className="text-notice">
          {error === "often" && until !== null ? t("retryAt", { time: formatTimeOfDay(until, lang) }) : t(error)}
        </p>
      )}
      <label className="grid gap-1">
        {t("email")}
        <input
          name="email"
          type="email"
          required
          autoComplete="username"
          aria-describedby={error !== null ? "sign-in-error" : undefined}
          className="border bg-surface px-2 py-2"
        />
      </label>
      <label className="grid gap-1">
        {t("password")}
        <input
          name="password"
          type="password"
          required
          autoComplete="current-password"
          className="border bg-surface px-2 py-2"
        />
      </label>
      <PendingButton className="border border-accent px-3 py-2 font-bold text-accent">{t("signIn")}</PendingButton>
    </PlainForm>
  );
}
