import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm, Submit, TextField } from "@/components/ui/action-form";
import { getFormWords } from "@/components/ui/get-form-words";
import { takeInvitation } from "@/lib/actions/admin";

interface AcceptFormProps {
  readonly token: string;
  readonly person: { readonly name: string; readonly email: string } | null;
}

/** Sets the password of an invited account. */
export async function AcceptForm({ token, person }: AcceptFormProps) {
  const [t, auth, words] = await Promise.all([getTranslations("admin"), getTranslations("auth"), getFormWords()]);
  return (
    <div className="mx-auto grid max-w-sm gap-4">
      <h1>{t("inviteTitle")}</h1>
      {person === null ? (
        <p>{t("inviteGone")}</p>
      ) : (
        <ActionForm action={takeInvitation} words={words}>
          <p>{t("inviteLead", person)}</p>
          <input type="hidden" name="token" value={token} />
          <TextField type="password" name="password" label={t("password")} />
          <Submit>{t("inviteAccept")}</Submit>
        </ActionForm>
      )}
      <Link href="/sign-in" prefetch={false} className="underline">
        {auth("signIn")}
      </Link>
    </div>
  );
}
