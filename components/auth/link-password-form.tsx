import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { acceptInvitationAction, resetPasswordAction } from "@/lib/actions/account";

interface LinkPasswordFormProps {
  readonly kind: "invitation" | "reset";
  readonly token: string;
  /** Null if the link is no longer valid. */
  readonly person: { readonly name: string; readonly email: string } | null;
}

/** Sets the password of the account to which a one-time link belongs. */
export async function LinkPasswordForm({ kind, token, person }: LinkPasswordFormProps) {
  const [admin, t, words] = await Promise.all([getTranslations("admin"), getTranslations("auth"), getFormWords()]);
  const isInvitation = kind === "invitation";
  return (
    <div className="mx-auto grid max-w-sm gap-4">
      <h1>{isInvitation ? admin("inviteTitle") : t("resetTitle")}</h1>
      {person === null ? (
        <p>{isInvitation ? admin("inviteGone") : t("resetGone")}</p>
      ) : (
        <ActionForm action={isInvitation ? acceptInvitationAction : resetPasswordAction} words={words}>
          <p>{isInvitation ? admin("inviteLead", person) : t("resetLead", person)}</p>
          <input type="hidden" name="token" value={token} />
          {/* Tells password managers whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={person.email} readOnly hidden />
          <NewPasswordField label={admin("password")} />
          <SubmitButton>{isInvitation ? admin("inviteAccept") : t("resetSubmit")}</SubmitButton>
        </ActionForm>
      )}
      <Link href="/sign-in" prefetch={false} className="underline">
        {t("backToSignIn")}
      </Link>
    </div>
  );
}
