import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/forms/form-fields";

/** A password that is being set, with its rule. */
export async function NewPasswordField({ label }: { readonly label: string }) {
  const t = await getTranslations("auth");
  return <TextField type="password" name="password" label={label} hint={t("passwordRule")} />;
}
