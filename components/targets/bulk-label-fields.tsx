import { getTranslations } from "next-intl/server";
import { ComboboxField } from "@/components/forms/combobox-field";
import { SelectField } from "@/components/forms/form-fields";
import { labelOptions } from "@/components/targets/label-fields";
import type { Language } from "@/lib/i18n/languages";
import { LABEL_CHANGES } from "@/lib/schemas/bulk";
import type { LabelName } from "@/lib/views/label";

interface BulkLabelFieldsProps {
  readonly labels: readonly LabelName[];
  readonly lang: Language;
}

/** Which label the selected targets get or lose. */
export async function BulkLabelFields({ labels, lang }: BulkLabelFieldsProps) {
  const t = await getTranslations("label");
  return (
    <>
      <SelectField
        name="change"
        label={t("bulkChange")}
        value="add"
        options={LABEL_CHANGES.map((value) => ({ value, label: t(`changes.${value}`) }))}
      />
      <ComboboxField
        name="label"
        label={t("bulkLabel")}
        hint={t("bulkHint")}
        value=""
        options={await labelOptions(labels, lang)}
      />
    </>
  );
}
