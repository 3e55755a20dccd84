import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { AreaField, SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { NumberField } from "@/components/forms/number-field";
import type { CardProps } from "@/components/proposals/proposal-card";
import { correctProposalAction } from "@/lib/actions/sources";
import { COMPARATORS, METRIC_KINDS } from "@/lib/domain/targets/types";
import { PROPOSAL_ROLES } from "@/lib/schemas/proposal";

/** Corrects a proposal in place. */
export async function CorrectionForm({ proposal, words, names }: CardProps) {
  const [t, kinds, comparators] = await Promise.all([
    getTranslations("proposals"),
    getTranslations("metricKinds"),
    getTranslations("comparators"),
  ]);
  const { id, version, fields } = proposal;
  const owners = [...names].map(([value, label]) => ({ value, label }));
  return (
    <ActionForm action={correctProposalAction} words={words} label={t("correct")}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SelectField
        name="role"
        value={fields.role}
        label={t("role")}
        options={PROPOSAL_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <TextField name="title" value={fields.title} label={t("targetTitle")} />
      <TextField name="metric" value={fields.metric} label={t("metric")} />
      <ComboboxField
        name="owner"
        value={fields.owner}
        label={t("owner")}
        options={[{ value: "", label: t("ownerNone") }, ...owners]}
      />
      <div className="grid grid-cols-2 items-end gap-3">
        <SelectField
          name="kind"
          value={fields.kind}
          label={t("kind")}
          options={METRIC_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
        />
        <SelectField
          name="comparator"
          value={fields.comparator}
          label={t("comparator")}
          options={COMPARATORS.map((one) => ({ value: one, label: comparators(one) }))}
        />
        <NumberField name="value" value={fields.value} label={t("value")} allowsNegative />
        <TextField name="unit" value={fields.unit} label={t("unit")} />
        <NumberField name="upperValue" value={fields.upperValue} label={t("upperValue")} allowsNegative />
        <NumberField name="stretchValue" value={fields.stretchValue} label={t("stretchValue")} allowsNegative />
        <NumberField name="baselineValue" value={fields.baselineValue} label={t("baselineValue")} allowsNegative />
        <TextField name="baselineYear" value={fields.baselineYear} label={t("baselineYear")} />
        <TextField name="year" value={fields.year} label={t("year")} />
        <TextField name="dueOn" type="date" value={fields.dueOn} label={t("dueOn")} />
        <NumberField name="growthPct" value={fields.growthPct} label={t("growthPct")} allowsNegative />
      </div>
      <AreaField name="note" value={fields.note} label={t("note")} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("save")}</SubmitButton>
        <SubmitButton name="accept" value="yes" variant="secondary">
          {t("saveAndAccept")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
