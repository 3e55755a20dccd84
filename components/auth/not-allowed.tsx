import { getTranslations } from "next-intl/server";
import { SignInLink } from "@/components/forms/submit-status";

/** The account has no permission; links to another sign-in. */
export async function NotAllowed() {
  const t = await getTranslations("auth");
  return (
    <div className="grid gap-3">
      <h1>{t("notAllowed")}</h1>
      <p>{t("notAllowedLead")}</p>
      <p>
        <SignInLink>{t("otherAccount")}</SignInLink>
      </p>
    </div>
  );
}
