import { getTranslations } from "next-intl/server";
import { SignInLink } from "@/components/forms/submit-status";

/** Says plainly that this account may not, and where to go instead. */
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
