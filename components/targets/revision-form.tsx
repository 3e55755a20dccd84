import type { Decimal } from "decimal.js";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { AreaField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { BaselineFields } from "@/components/targets/baseline-fields";
import { FormGroup } from "@/components/targets/form-group";
import { getPromiseWords } from "@/components/targets/get-promise-words";
import { PromiseFields } from "@/components/targets/promise-fields";
import { PromisePreview } from "@/components/targets/promise-preview";
import { ReportingFields } from "@/components/targets/reporting-fields";
import { ResponsibilityFields } from "@/components/targets/responsibility-fields";
import { RevisedSteps } from "@/components/targets/revised-steps";
import { PageHeader } from "@/components/ui/page-header";
import { reviseTargetAction } from "@/lib/actions/targets";
import type { Language } from "@/lib/i18n/languages";
import { PLAN_CELL } from "@/lib/schemas/plan-cells";
import { SUPPORTING_ROW } from "@/lib/schemas/responsibility";
import type { RevisionFormData } from "@/lib/views/target-forms";
import { unitInBrackets } from "@/lib/wording/unit-in-brackets";

interface RevisionFormProps {
  readonly form: RevisionFormData;
  readonly lang: Language;
}

/** The stored terms as the fields of the form. */
function storedFields({ terms }: RevisionFormData["target"]): Record<string, string> {
  const { comparator, orBetter, judging, startOn, dueOn, plan } = terms;
  const measure = (value: Decimal | null) => value?.toFixed() ?? "";
  return {
    comparator,
    orBetter: String(orBetter),
    judging,
    startOn,
    dueOn,
    tolerance: measure(terms.tolerance),
    value: measure(terms.value),
    upperValue: measure(terms.upperValue),
    stretchValue: measure(terms.stretchValue),
    planShape: plan.shape,
    mergeJanuaryFebruary: String(plan.mergeJanuaryFebruary),
    ...Object.fromEntries(plan.values.map(({ on, value }) => [`${PLAN_CELL}${on}`, value.toFixed()])),
  };
}

function responsibilityFields({ supporting, responsiblePost, leaderInCharge }: RevisionFormData["target"]) {
  return {
    ...Object.fromEntries(supporting.map(({ slug }, row) => [`${SUPPORTING_ROW}${row}`, slug])),
    responsiblePost: responsiblePost ?? "",
    leaderInCharge: leaderInCharge ?? "",
  };
}

/** Figures, dates, course and judging. */
async function PromiseTerms({ form: { target }, lang }: RevisionFormProps) {
  const words = await getPromiseWords();
  const { terms, metric } = target;
  const unit = unitInBrackets(metric, lang);
  const fields = { ...words.fields, value: `${words.fields.value}${unit}` };
  return (
    <>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <PromiseFields
          stored={storedFields(target)}
          kinds={metric.kind}
          withSteps={false}
          baseline={
            <BaselineFields
              value={terms.baseline?.value.toFixed()}
              year={terms.baseline?.year.toString()}
              origin={terms.baseline === null ? "entered" : ""}
              unit={unit}
            />
          }
          words={{ ...words, fields }}
          lang={lang}
        />
      </div>
      <PromisePreview words={words.preview} />
    </>
  );
}

/** Changes the terms, or requests a change; reason and authorizing document are required. */
export async function RevisionForm({ form, lang }: RevisionFormProps) {
  const [t, life, newTarget, words, promise] = await Promise.all([
    getTranslations("target"),
    getTranslations("life"),
    getTranslations("newTarget"),
    getFormWords(),
    getPromiseWords(),
  ]);
  const { target, mode, reporting } = form;
  const departments = form.departments.map(({ slug, name }) => ({ value: slug, label: name[lang] }));
  const { terms, code } = target;
  return (
    <div className="on-paper mx-auto grid max-w-3xl gap-4">
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
        {mode === "extension" ? (
          <TextField type="date" name="dueOn" label={t("fields.dueOn")} value={terms.dueOn} />
        ) : (
          <PromiseTerms form={form} lang={lang} />
        )}
        <RevisedSteps form={form} words={promise.form} lang={lang} />
        {reporting !== null && (
          <FormGroup title={newTarget("reporting")}>
            <ReportingFields {...reporting} lang={lang} />
          </FormGroup>
        )}
        {departments.length > 0 && (
          <FormGroup title={t("responsibility")}>
            <ComboboxField name="owner" label={t("fields.owner")} value={target.owner.slug} options={departments} />
            <ResponsibilityFields values={responsibilityFields(target)} departments={departments} />
          </FormGroup>
        )}
        <AreaField name="reason" label={life("reason")} />
        <TextField name="authority" label={life("authority")} hint={life("authorityHint")} />
        <SubmitButton>{life(`sends.${mode}`)}</SubmitButton>
      </ActionForm>
    </div>
  );
}
