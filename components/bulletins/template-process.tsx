import { getTranslations } from "next-intl/server";
import { AreaField, SelectField, TextField } from "@/components/forms/form-fields";
import { Fieldset } from "@/components/ui/field";
import { SEPARATIONS } from "@/lib/bulletins/separation";
import { LAST_DRAFT_DAY } from "@/lib/bulletins/template";
import { LANGUAGES } from "@/lib/i18n/languages";
import type { TemplateEntry } from "@/lib/views/bulletin";

/** How an office's bulletins come about: who signs, when a draft is made, and who receives them by mail. */
export async function TemplateProcess({ entry }: { readonly entry: TemplateEntry | null }) {
  const t = await getTranslations("bulletins");
  const template = entry?.template;
  return (
    <Fieldset framed id={`process-${entry?.key ?? ""}`} legend={t("process.title")}>
      <div className="grid gap-3 md:grid-cols-2">
        <SelectField
          name="separation"
          label={t("process.separation")}
          hint={t("process.separationHint")}
          value={template?.separation ?? "warned"}
          options={SEPARATIONS.map((value) => ({ value, label: t(`process.separations.${value}`) }))}
        />
        <TextField
          name="draftOn"
          label={t("process.draftOn")}
          hint={t("process.draftOnHint", { last: LAST_DRAFT_DAY })}
          value={template?.draftOn === null ? "" : String(template?.draftOn ?? "")}
        />
        <AreaField
          name="mailTo"
          label={t("process.mailTo")}
          hint={t("process.mailToHint")}
          value={template?.mailTo.join("\n")}
        />
        <SelectField
          name="mailLanguage"
          label={t("process.mailLanguage")}
          value={template?.mailLanguage ?? "zh-CN"}
          options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </div>
    </Fieldset>
  );
}
