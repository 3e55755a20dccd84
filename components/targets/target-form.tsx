import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { AreaField, SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { NumberField } from "@/components/forms/number-field";
import { ShownIf } from "@/components/forms/shown-if";
import { DayLink } from "@/components/layout/day-link";
import { BaselineFields } from "@/components/targets/baseline-fields";
import { FormGroup } from "@/components/targets/form-group";
import { getPromiseWords } from "@/components/targets/get-promise-words";
import { KindCards } from "@/components/targets/kind-cards";
import { LabelFields } from "@/components/targets/label-fields";
import { PromiseFields } from "@/components/targets/promise-fields";
import { PromisePreview } from "@/components/targets/promise-preview";
import { ReportingFields } from "@/components/targets/reporting-fields";
import { ResponsibilityFields } from "@/components/targets/responsibility-fields";
import { PageHeader } from "@/components/ui/page-header";
import { createTargetAction, editTargetAction } from "@/lib/actions/targets";
import { DIRECTIONS, VISIBILITIES } from "@/lib/domain/targets/types";
import { formatUnit } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { TargetFormData } from "@/lib/views/target-forms";

interface TargetFormProps {
  readonly form: TargetFormData;
  readonly lang: Language;
}

const QUOTE_LENGTH = 60;

/** The form of a new target or of a draft. */
export async function TargetForm({ form, lang }: TargetFormProps) {
  const { draft, values, metrics, departments, calendars, labels, quotes } = form;
  const [t, promiseWords, words] = await Promise.all([getTranslations("newTarget"), getPromiseWords(), getFormWords()]);
  const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  const owners = departments.map((one) => ({ value: one.slug, label: one.name[lang] }));
  return (
    <div className="on-paper mx-auto grid max-w-3xl gap-4">
      <PageHeader
        title={draft === null ? t("title") : t("editTitle", { code: draft.code })}
        lead={draft === null ? t("lead") : t("editLead")}
      >
        {draft === null && (
          <p>
            <DayLink href="/targets/import" prefetch={false} className="underline">
              {t("importLink")}
            </DayLink>
            {" · "}
            <DayLink href="/sources/new" prefetch={false} className="underline">
              {t("fromDocument")}
            </DayLink>
          </p>
        )}
      </PageHeader>
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
        <FormGroup title={t("basics")}>
          <TextField name="code" value={values.code} label={t("code")} hint={t("codeHint")} />
          <ComboboxField name="owner" value={values.owner} label={t("owner")} options={owners} />
          <TextField name="title" value={values.title} label={t("titleZh")} />
          <TextField name="titleEn" value={values.titleEn} label={t("titleEn")} />
          <ResponsibilityFields values={values} departments={owners} />
        </FormGroup>
        <FormGroup title={t("metricTitle")} hint={t("metricHint")}>
          <ComboboxField
            name="metric"
            value={values.metric}
            label={t("metric")}
            options={[
              { value: "", label: t("metricNew") },
              ...metrics.map((metric) => ({
                value: metric.key,
                label: [metric.name[lang], formatUnit(metric, lang)].filter(Boolean).join(" · "),
              })),
            ]}
          />
          <ShownIf
            field="metric"
            equals=""
            initially={values.metric ?? ""}
            className="grid gap-3 sm:col-span-2 sm:grid-cols-2"
          >
            <KindCards value={values["metric.kind"]} />
            <TextField name="metric.name" value={values["metric.name"]} label={t("name")} />
            <TextField name="metric.nameEn" value={values["metric.nameEn"]} label={t("nameEn")} />
            <TextField name="metric.unit" value={values["metric.unit"]} label={t("unit")} hint={t("unitHint")} />
            <TextField
              name="metric.unitEn"
              value={values["metric.unitEn"]}
              label={t("unitEn")}
              hint={t("unitEnHint")}
            />
            <SelectField
              name="metric.direction"
              value={values["metric.direction"]}
              label={t("direction")}
              options={options(DIRECTIONS, (direction) => t(`directions.${direction}`))}
            />
            <NumberField name="metric.precision" label={t("precision")} value={values["metric.precision"]} />
            <TextField name="metric.definition" value={values["metric.definition"]} label={t("definition")} />
          </ShownIf>
        </FormGroup>
        <FormGroup title={t("promise")} hint={t("promiseHint")}>
          <PromiseFields
            stored={values}
            kinds={Object.fromEntries(metrics.map(({ key, kind }) => [key, kind]))}
            withSteps
            baseline={
              <>
                <BaselineFields
                  value={values.baselineValue}
                  year={values.baselineYear}
                  origin={values.baselineOrigin ?? "entered"}
                />
                <TextField name="baselineNote" value={values.baselineNote} label={t("baselineNote")} />
              </>
            }
            words={promiseWords}
            lang={lang}
          />
        </FormGroup>
        <PromisePreview words={promiseWords.preview} />
        <FormGroup title={t("reporting")}>
          <ReportingFields values={values} calendars={calendars} lang={lang} />
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
        </FormGroup>
        <FormGroup title={t("labels")} hint={t("labelsHint")}>
          <div className="sm:col-span-2">
            <LabelFields values={values} choices={labels} lang={lang} />
          </div>
        </FormGroup>
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
        <AreaField name="note" value={values.note} label={t("note")} rows={3} />
        <SubmitButton>{draft === null ? t("save") : t("saveEdit")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
