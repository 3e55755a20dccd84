import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/forms/form-fields";
import type { DepartmentCodes } from "@/lib/views/department";

/** The official codes of a department; both optional. */
export async function CodeFields({ codes }: { readonly codes?: DepartmentCodes }) {
  const t = await getTranslations("admin");
  return (
    <>
      <TextField
        name="divisionCode"
        label={t("divisionCode")}
        hint={t("divisionCodeHint")}
        value={codes?.divisionCode ?? ""}
      />
      <TextField name="creditCode" label={t("creditCode")} hint={t("creditCodeHint")} value={codes?.creditCode ?? ""} />
    </>
  );
}
