import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
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
import { createTargetAction, editTargetAction } from "@/lib/actions/targets";
import { COMPARATORS, DIRECTIONS, METRIC_KINDS, STANDARD_CALENDARS, VISIBILITIES } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import type { TargetFormData } from "@/lib/views/target";

interface TargetFormProps {
  readonly form: TargetFormData;
  readonly lang: Language;
}

const QUOTE_LENGTH = 60;

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-3 border px-3 py-3">
      <legend className="px-1 font-bold">{title}</legend>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      <div className="grid items-start gap-3 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

/** The form of a new target or of a draft. */
export async function TargetForm({ form, lang }: TargetFormProps) {
  const { draft, values, planShapes, metrics, departments, calendars, quotes } = form;
  const [t, target, kinds, comparators, words] = await Promise.all([
    getTranslations("newTarget"),
    getTranslations("target"),
    getTranslations("metricKinds"),
    getTranslations("comparators"),
    getFormWords(),
  ]);
  const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <div className="on-paper mx-auto grid max-w-3xl gap-4">
      <PageHeader
        title={draft === null ? t("title") : t("editTitle", { code: draft.code })}
        lead={draft === null ? t("lead") : t("editLead")}
      />
      <ActionForm
        action={draft === null ? createTargetAction : editTargetAction}
        words={words}
        label={draft === null ? t("title") : t("edit")}
      >
        {draft !== null && (
          <>
            <input type="hidden" name="draft" value={draft.code} />
            <input type="hidden" name="version" value={draft.version} />
          </>
        )}
        <Group title={t("basics")}>
          <TextField name="code" value={values.code} label={t("code")} hint={t("codeHint")} />
          <ComboboxField
            name="owner"
            value={values.owner}
            label={t("owner")}
            options={departments.map((one) => ({ value: one.slug, label: one.name[lang] }))}
          />
          <TextField name="title" value={values.title} label={t("titleZh")} />
          <TextField name="titleEn" value={values.titleEn} label={t("titleEn")} />
        </Group>
        <Group title={t("metricTitle")} hint={t("metricHint")}>
          <ComboboxField
            name="metric"
            value={values.metric}
            label={t("metric")}
            options={[
              { value: "", label: t("metricNew") },
              ...metrics.map(({ key, name, unit }) => ({
                value: key,
                label: [name[lang], unit].filter(Boolean).join(" · "),
              })),
            ]}
          />
          <SelectField
            name="metric.kind"
            value={values["metric.kind"]}
            label={t("kind")}
            options={options(METRIC_KINDS, (kind) => kinds(kind))}
          />
          <TextField name="metric.name" value={values["metric.name"]} label={t("name")} />
          <TextField name="metric.nameEn" value={values["metric.nameEn"]} label={t("nameEn")} />
          <TextField name="metric.unit" value={values["metric.unit"]} label={t("unit")} hint={t("unitHint")} />
          <SelectField
            name="metric.direction"
            value={values["metric.direction"]}
            label={t("direction")}
            options={options(DIRECTIONS, (direction) => t(`directions.${direction}`))}
          />
          <NumberField name="metric.precision" label={t("precision")} value={values["metric.precision"]} />
          <TextField name="metric.definition" value={values["metric.definition"]} label={t("definition")} />
        </Group>
        <Group title={t("promise")} hint={t("promiseHint")}>
          <SelectField
            name="comparator"
            value={values.comparator}
            label={target("fields.comparator")}
            options={options(COMPARATORS, (comparator) => comparators(comparator))}
          />
          <NumberField allowsNegative name="value" value={values.value} label={target("fields.value")} />
          <NumberField
            allowsNegative
            name="upperValue"
            value={values.upperValue}
            label={target("fields.upperValue")}
            hint={target("upperValueHint")}
          />
          <NumberField
            allowsNegative
            name="stretchValue"
            value={values.stretchValue}
            label={target("fields.stretchValue")}
          />
          <BaselineFields
            value={values.baselineValue}
            year={values.baselineYear}
            origin={values.baselineOrigin ?? "entered"}
          />
          <TextField name="baselineNote" value={values.baselineNote} label={t("baselineNote")} />
          <TextField type="date" name="startOn" label={target("fields.startOn")} value={values.startOn} />
          <TextField type="date" name="dueOn" label={target("fields.dueOn")} value={values.dueOn} />
          <SelectField
            name="planShape"
            value={values.planShape}
            label={target("fields.planShape")}
            options={options(planShapes, (shape) => target(`plans.${shape}`))}
          />
          <SelectField
            name="calendar"
            value={values.calendar}
            label={t("calendar")}
            options={[
              ...options(STANDARD_CALENDARS, (calendar) => t(`calendars.${calendar}`)),
              ...calendars.map(({ id, name }) => ({ value: ownCalendarChoice(id), label: name[lang] })),
            ]}
          />
          <NumberField
            name="publicationLagMonths"
            value={values.publicationLagMonths ?? "0"}
            label={t("lag")}
            hint={t("lagHint")}
          />
          {draft === null ? (
            <SelectField
              name="visibility"
              label={t("visibility")}
              value="internal"
              hint={t("visibilityHint")}
              options={options(VISIBILITIES, (visibility) => t(`visibilities.${visibility}`))}
            />
          ) : (
            <input type="hidden" name="visibility" value={values.visibility} />
          )}
        </Group>
        {quotes.length > 0 && (
          <ComboboxField
            name="quote"
            value={values.quote}
            label={t("quote")}
            options={[
              { value: "", label: t("quoteNone") },
              ...quotes.map(({ key, text }) => ({
                value: key,
                label: text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text,
              })),
            ]}
          />
        )}
        <AreaField name="steps" value={values.steps} label={t("steps")} hint={t("stepsHint")} rows={4} />
        <AreaField name="note" value={values.note} label={t("note")} rows={3} />
        <SubmitButton>{draft === null ? t("save") : t("saveEdit")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
