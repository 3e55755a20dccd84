import { useTranslations } from "next-intl";
import { ComboboxField } from "@/components/forms/combobox-field";
import { TextField } from "@/components/forms/form-fields";
import { GrowingRows } from "@/components/forms/growing-rows";
import { MOST_SUPPORTING, SUPPORTING_ROW } from "@/lib/schemas/responsibility";

interface ResponsibilityFieldsProps {
  /** The stored fields, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** The departments that can be chosen. */
  readonly departments: readonly { readonly value: string; readonly label: string }[];
}

/** Supporting departments, responsible post and leader in charge of a new or a revised target. */
export function ResponsibilityFields({ values, departments }: ResponsibilityFieldsProps) {
  const t = useTranslations("newTarget");
  const names = Array.from({ length: MOST_SUPPORTING }, (_, row) => `${SUPPORTING_ROW}${row}`);
  return (
    <>
      <div className="sm:col-span-2">
        <GrowingRows
          prefix="supporting"
          rows={names.map((name, row) => (
            <ComboboxField
              key={name}
              name={name}
              value={values[name] ?? ""}
              label={t("supportingRow", { n: row + 1 })}
              options={[{ value: "", label: t("quoteNone") }, ...departments]}
            />
          ))}
          shown={Math.max(1, names.filter((name) => values[name]).length)}
          words={{ add: t("addSupporting"), remove: t("removeSupporting") }}
        />
      </div>
      <TextField name="responsiblePost" value={values.responsiblePost} label={t("responsiblePost")} />
      <TextField name="leaderInCharge" value={values.leaderInCharge} label={t("leaderInCharge")} />
    </>
  );
}
