import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/forms/form-fields";

/** A field for a new password, with its policy. */
export async function NewPasswordField({ label }: { readonly label: string }) {
  const t = await getTranslations("auth");
  return <TextField type="password" name="password" label={label} hint={t("passwordRule")} />;
}
