import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/form-fields";
import { NumberField } from "@/components/forms/number-field";
import { FormGroup } from "@/components/targets/form-group";
import type { PromiseWords } from "@/components/targets/promise-fields";
import { StepRows } from "@/components/targets/step-rows";
import { Checkbox } from "@/components/ui/checkbox";
import type { Language } from "@/lib/i18n/languages";
import type { RevisionFormData } from "@/lib/views/target-forms";

interface RevisedStepsProps {
  readonly form: RevisionFormData;
  readonly words: PromiseWords["form"];
  readonly lang: Language;
}

/** The steps of a revision: moved, weighted, removed and added. An extension only moves them. */
export function RevisedSteps({ form: { target, mode, reportedSteps }, words, lang }: RevisedStepsProps) {
  const t = useTranslations("target");
  if (target.terms.kind !== "milestone") return null;
  const titleOf = (step: { title: string; titleEn: string }) => (lang === "en" ? step.titleEn : step.title);
  const days = target.steps.map((step) => (
    <TextField key={step.key} type="date" name={`step:${step.key}`} label={titleOf(step)} value={step.plannedOn} />
  ));
  if (mode === "extension") return <div className="grid gap-3">{days}</div>;
  return (
    <FormGroup title={t("steps")} hint={t("stepsRevised")}>
      <div className="grid gap-3 sm:col-span-2">
        {target.steps.map((step, index) => (
          <div key={step.key} className="grid items-start gap-x-3 gap-y-1 sm:grid-cols-2">
            {days[index]}
            <NumberField
              name={`weight:${step.key}`}
              label={t("stepWeight", { step: titleOf(step) })}
              value={`${step.weight}`}
            />
            {reportedSteps.includes(step.key) ? (
              <p className="text-sm text-ink-soft sm:col-span-2">{t("stepReported")}</p>
            ) : (
              <Checkbox name={`remove:${step.key}`} value="yes">
                {t("removeStep", { step: titleOf(step) })}
              </Checkbox>
            )}
          </div>
        ))}
      </div>
      <StepRows stored={{}} legend={t("newSteps")} firstRows={1} words={words} />
    </FormGroup>
  );
}
