import { getTranslations } from "next-intl/server";
import { ComboboxField } from "@/components/forms/combobox-field";
import { TextField } from "@/components/forms/form-fields";
import { GrowingRows } from "@/components/forms/growing-rows";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import type { Language } from "@/lib/i18n/languages";
import { labelValue, MOST_LABELS } from "@/lib/schemas/label";
import type { LabelName } from "@/lib/views/label";

interface LabelFieldsProps {
  /** Field name → text: `labels.0.label`, `labels.0.number`. */
  readonly values: Readonly<Record<string, string>>;
  readonly choices: readonly LabelName[];
  readonly lang: Language;
}

/** The options of a label field, "Plan · Government work report"; a blank one first. */
export async function labelOptions(choices: readonly LabelName[], lang: Language) {
  const t = await getTranslations("label");
  return [
    { value: "", label: t("none") },
    ...choices.map(({ kind, name }) => ({
      value: labelValue(kind, name["zh-CN"]),
      label: t("option", { kind: t(`kinds.${kind}`), name: name[lang] }),
    })),
  ];
}

/** The labels of a target, each with the running number that a plan gives it. */
export async function LabelFields({ values, choices, lang }: LabelFieldsProps) {
  const t = await getTranslations("label");
  const offered = await labelOptions(choices, lang);
  const known = new Set(offered.map(({ value }) => value));
  // A retired label stays on the target.
  const kept = Object.entries(values)
    .filter(([field, value]) => /^labels\.\d+\.label$/.test(field) && !known.has(value))
    .map(([, value]) => {
      const kind = LABEL_KINDS.find((one) => value.startsWith(`${one}:`));
      const name = value.slice((kind?.length ?? 0) + 1);
      return { value, label: kind === undefined ? value : t("option", { kind: t(`kinds.${kind}`), name }) };
    });
  const options = [...offered, ...kept];
  const rows = Array.from({ length: MOST_LABELS }, (_, row) => (
    <div key={row} className="grid gap-3 sm:grid-cols-[1fr_9rem]">
      <ComboboxField
        name={`labels.${row}.label`}
        label={t("row", { n: row + 1 })}
        value={values[`labels.${row}.label`] ?? ""}
        options={options}
      />
      <TextField name={`labels.${row}.number`} label={t("number")} value={values[`labels.${row}.number`] ?? ""} />
    </div>
  ));
  const filled = rows.filter((_, row) => values[`labels.${row}.label`]).length;
  return (
    <GrowingRows
      prefix="labels"
      rows={rows}
      shown={Math.max(1, filled)}
      words={{ add: t("addRow"), remove: t("removeRow") }}
    />
  );
}
