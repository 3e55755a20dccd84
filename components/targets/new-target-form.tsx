import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm, AreaField, NumberField, SelectField, Submit, TextField } from "@/components/ui/action-form";
import { getFormWords } from "@/components/ui/get-form-words";
import { writeTarget } from "@/lib/actions/targets";
import { type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { COMPARATORS, DIRECTIONS, METRIC_KINDS, STANDARD_CALENDARS, VISIBILITIES } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import { FORM_PLAN_SHAPES } from "@/lib/schemas/revision";
import type { OwnCalendar } from "@/lib/server/calendars/data";
import type { DepartmentSummary } from "@/lib/server/departments/data";
import type { MetricEntry } from "@/lib/server/metrics/data";

interface NewTargetFormProps {
  readonly metrics: readonly MetricEntry[];
  readonly departments: readonly DepartmentSummary[];
  /** Of the office's own. */
  readonly calendars: readonly OwnCalendar[];
  readonly today: IsoDate;
  readonly lang: Language;
}

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-3 border px-3 py-3">
      <legend className="px-1 font-bold">{title}</legend>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      <div className="grid items-start gap-3 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

/** A target written down for the first time, from its metric to its last day. */
export async function NewTargetForm({ metrics, departments, calendars, today, lang }: NewTargetFormProps) {
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
      <header>
        <h1>{t("title")}</h1>
        <p className="text-ink-soft">{t("lead")}</p>
      </header>
      <ActionForm action={writeTarget} words={words} label={t("title")}>
        <Group title={t("basics")}>
          <TextField name="code" label={t("code")} hint={t("codeHint")} />
          <SelectField
            name="owner"
            label={t("owner")}
            options={departments.map((one) => ({ value: one.slug, label: one.name[lang] }))}
          />
          <TextField name="title" label={t("titleZh")} />
          <TextField name="titleEn" label={t("titleEn")} />
        </Group>
        <Group title={t("metricTitle")} hint={t("metricHint")}>
          <SelectField
            name="metric"
            label={t("metric")}
            options={[
              { value: "", label: t("metricNew") },
              ...metrics.map(({ key, name, unit }) => ({
                value: key,
                label: [name[lang], unit].filter(Boolean).join(" · "),
              })),
            ]}
          />
          <SelectField name="metric.kind" label={t("kind")} options={options(METRIC_KINDS, (kind) => kinds(kind))} />
          <TextField name="metric.name" label={t("name")} />
          <TextField name="metric.nameEn" label={t("nameEn")} />
          <TextField name="metric.unit" label={t("unit")} hint={t("unitHint")} />
          <SelectField
            name="metric.direction"
            label={t("direction")}
            options={options(DIRECTIONS, (direction) => t(`directions.${direction}`))}
          />
          <NumberField name="metric.precision" label={t("precision")} value="0" />
          <TextField name="metric.definition" label={t("definition")} />
        </Group>
        <Group title={t("promise")} hint={t("promiseHint")}>
          <SelectField
            name="comparator"
            label={target("fields.comparator")}
            options={options(COMPARATORS, (comparator) => comparators(comparator))}
          />
          <NumberField allowsNegative name="value" label={target("fields.value")} />
          <NumberField
            allowsNegative
            name="upperValue"
            label={target("fields.upperValue")}
            hint={target("upperValueHint")}
          />
          <NumberField allowsNegative name="stretchValue" label={target("fields.stretchValue")} />
          <NumberField allowsNegative name="baselineValue" label={target("fields.baselineValue")} />
          <NumberField name="baselineYear" label={target("fields.baselineYear")} />
          <TextField type="date" name="startOn" label={target("fields.startOn")} value={`${yearOf(today)}-01-01`} />
          <TextField type="date" name="dueOn" label={target("fields.dueOn")} value={`${yearOf(today)}-12-31`} />
          <SelectField
            name="planShape"
            label={target("fields.planShape")}
            options={options(FORM_PLAN_SHAPES, (shape) => target(`plans.${shape}`))}
          />
          <SelectField
            name="calendar"
            label={t("calendar")}
            options={[
              ...options(STANDARD_CALENDARS, (calendar) => t(`calendars.${calendar}`)),
              ...calendars.map(({ id, name }) => ({ value: ownCalendarChoice(id), label: name[lang] })),
            ]}
          />
          <SelectField
            name="visibility"
            label={t("visibility")}
            value="internal"
            hint={t("visibilityHint")}
            options={options(VISIBILITIES, (visibility) => t(`visibilities.${visibility}`))}
          />
        </Group>
        <AreaField name="steps" label={t("steps")} hint={t("stepsHint")} rows={4} />
        <AreaField name="note" label={t("note")} rows={3} />
        <Submit>{t("save")}</Submit>
      </ActionForm>
    </div>
  );
}
