import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import {
  AreaField,
  ComboboxField,
  NumberField,
  SelectField,
  SubmitButton,
  TextField,
} from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { BaselineFields } from "@/components/targets/baseline-fields";
import { PageHeader } from "@/components/ui/page-header";
import { reviseTargetAction } from "@/lib/actions/targets";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { hasUpperValue } from "@/lib/domain/targets/comparators";
import type { PlanShape } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { FORM_PLAN_SHAPES } from "@/lib/schemas/revision";
import type { RevisionFormData } from "@/lib/views/target";

interface RevisionFormProps {
  readonly form: RevisionFormData;
  readonly lang: Language;
}

/** The figures, which milestones and yes-no targets do not have. */
async function Figures({ form: { target } }: RevisionFormProps) {
  const [t, words] = await Promise.all([getTranslations("target"), getTranslations("comparators")]);
  const { terms, metric } = target;
  const { hasFigure, comparators } = KIND_RULES[metric.kind];
  if (!hasFigure) return null;
  const unit = metric.unit === "" ? "" : t("inBrackets", { text: metric.unit });
  const shapes = [...new Set<PlanShape>([terms.plan.shape, ...FORM_PLAN_SHAPES])];
  return (
    <>
      <SelectField
        name="comparator"
        label={t("fields.comparator")}
        value={terms.comparator}
        options={comparators.map((one) => ({ value: one, label: words(one) }))}
      />
      <NumberField allowsNegative name="value" label={`${t("fields.value")}${unit}`} value={terms.value?.toFixed()} />
      {comparators.some(hasUpperValue) && (
        <NumberField
          allowsNegative
          name="upperValue"
          label={`${t("fields.upperValue")}${unit}`}
          value={terms.upperValue?.toFixed()}
          hint={t("upperValueHint")}
        />
      )}
      <NumberField
        allowsNegative
        name="stretchValue"
        label={`${t("fields.stretchValue")}${unit}`}
        value={terms.stretchValue?.toFixed()}
      />
      <BaselineFields
        value={terms.baseline?.value.toFixed()}
        year={terms.baseline?.year.toString()}
        origin={terms.baseline === null ? "entered" : ""}
        unit={unit}
      />
      <SelectField
        name="planShape"
        label={t("fields.planShape")}
        value={terms.plan.shape}
        options={shapes.map((one) => ({ value: one, label: t(`plans.${one}`) }))}
      />
    </>
  );
}

/** Changes the terms, or requests a change; reason and authorizing document are required. */
export async function RevisionForm({ form, lang }: RevisionFormProps) {
  const [t, life, words] = await Promise.all([getTranslations("target"), getTranslations("life"), getFormWords()]);
  const { target, mode, departments } = form;
  const { terms, code } = target;
  return (
    <div className="on-paper mx-auto grid max-w-xl gap-4">
      <PageHeader
        title={life(`modes.${mode}`)}
        context={
          <Link href={`/targets/${code}`} className="underline" prefetch={false}>
            {code} {target.title[lang]}
          </Link>
        }
        lead={life(`leads.${mode}`)}
      />
      <ActionForm action={reviseTargetAction} words={words} label={life(`modes.${mode}`)}>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="mode" value={mode} />
        {mode !== "extension" && <Figures form={form} lang={lang} />}
        {mode !== "extension" && (
          <TextField type="date" name="startOn" label={t("fields.startOn")} value={terms.startOn} />
        )}
        <TextField type="date" name="dueOn" label={t("fields.dueOn")} value={terms.dueOn} />
        {target.steps.map((step) => (
          <TextField
            key={step.key}
            type="date"
            name={`step:${step.key}`}
            label={lang === "en" ? step.titleEn : step.title}
            value={step.plannedOn}
          />
        ))}
        {departments.length > 0 && (
          <ComboboxField
            name="owner"
            label={t("fields.owner")}
            value={target.owner.slug}
            options={departments.map(({ slug, name }) => ({ value: slug, label: name[lang] }))}
          />
        )}
        <AreaField name="reason" label={life("reason")} />
        <TextField name="authority" label={life("authority")} hint={life("authorityHint")} />
        <SubmitButton>{life(`sends.${mode}`)}</SubmitButton>
      </ActionForm>
    </div>
  );
}
