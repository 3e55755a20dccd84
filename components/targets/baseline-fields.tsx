import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/forms/form-fields";
import { NumberField } from "@/components/forms/number-field";
import { BASELINE_ORIGINS } from "@/lib/domain/targets/types";

interface BaselineFieldsProps {
  readonly value: string | undefined;
  readonly year: string | undefined;
  /** Blank: the stored origin, or `entered` for a changed figure. */
  readonly origin: string;
  /** After the label: the unit in brackets. */
  readonly unit?: string;
}

/** Figure, year and origin of the baseline. What a person types is entered by hand until it cites a source. */
export async function BaselineFields({ value, year, origin, unit = "" }: BaselineFieldsProps) {
  const [t, origins] = await Promise.all([getTranslations("target"), getTranslations("baselineOrigins")]);
  const choices = BASELINE_ORIGINS.map((one) => ({ value: one as string, label: origins(one) }));
  return (
    <>
      <NumberField allowsNegative name="baselineValue" value={value} label={`${t("fields.baselineValue")}${unit}`} />
      <NumberField name="baselineYear" value={year} label={t("fields.baselineYear")} />
      <SelectField
        name="baselineOrigin"
        value={origin}
        label={t("fields.baselineOrigin")}
        hint={t("baselineOriginHint")}
        options={origin === "" ? [{ value: "", label: t("baselineOriginKept") }, ...choices] : choices}
      />
    </>
  );
}
