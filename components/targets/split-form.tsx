import Link from "next/link";
import { getMessages, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { GrowingRows } from "@/components/forms/growing-rows";
import { NumberField } from "@/components/forms/number-field";
import { SplitBalance } from "@/components/targets/split-balance";
import { PageHeader } from "@/components/ui/page-header";
import { splitTargetAction } from "@/lib/actions/targets";
import { rollUpMethods } from "@/lib/domain/targets/roll-up";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import { FORM_PARTS, LEAST_PARTS } from "@/lib/schemas/split";
import type { RevisionFormData } from "@/lib/views/target-forms";

interface SplitFormProps {
  readonly form: RevisionFormData;
  readonly lang: Language;
}

/** Splits a target into parts with owners, and sets how they are rolled up. Blank rows are ignored. */
export async function SplitForm({ form, lang }: SplitFormProps) {
  const [t, words, messages] = await Promise.all([getTranslations("split"), getFormWords(), getMessages()]);
  const { target, departments } = form;
  const { terms, code, metric } = target;
  const balanceWords = compileMessages(lang, messages.split, "exact", "over", "under");
  const owners = [
    { value: "", label: t("none") },
    ...departments.map(({ slug, name }) => ({ value: slug, label: name[lang] })),
  ];
  const methods = rollUpMethods(terms.kind).map((one) => ({ value: one, label: t(`methods.${one}`) }));
  const rows = Array.from({ length: FORM_PARTS }, (_, index) => `parts.${index}`).map((name, index) => (
    <fieldset key={name} className="grid gap-2 md:grid-cols-[2fr_1fr_5rem_1fr_1fr]">
      <legend className="text-sm text-ink-soft">{t("part", { n: index + 1 })}</legend>
      <ComboboxField name={`${name}.owner`} label={t("owner")} options={owners} />
      <NumberField allowsNegative name={`${name}.value`} label={`${t("value")} ${formatUnit(metric, lang)}`} />
      <NumberField name={`${name}.weight`} label={t("weight")} value="1" />
      <TextField type="date" name={`${name}.startOn`} label={t("startOn")} value={terms.startOn} />
      <TextField type="date" name={`${name}.dueOn`} label={t("dueOn")} value={terms.dueOn} />
    </fieldset>
  ));
  return (
    <div className="on-paper grid gap-4">
      <PageHeader
        title={t("title")}
        context={
          <Link href={`/targets/${code}`} className="underline" prefetch={false}>
            {code} {target.title[lang]}
          </Link>
        }
        lead={t("lead")}
      />
      <ActionForm action={splitTargetAction} words={words} label={t("title")}>
        <input type="hidden" name="code" value={code} />
        <div className="max-w-xl">
          <SelectField name="method" label={t("method")} options={methods} />
        </div>
        <GrowingRows
          prefix="parts"
          rows={rows}
          shown={LEAST_PARTS}
          least={LEAST_PARTS}
          words={{ add: t("addPart"), remove: t("removePart") }}
        />
        <SplitBalance
          whole={{
            kind: terms.kind,
            comparator: terms.comparator,
            value: terms.value?.toFixed() ?? null,
            upperValue: terms.upperValue?.toFixed() ?? null,
          }}
          unit={{ unit: metric.unit, unitEn: metric.unitEn }}
          words={balanceWords}
        />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
