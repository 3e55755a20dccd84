import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/field";
import { createBulletinAction } from "@/lib/actions/bulletins";
import { addMonths, type IsoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { formatMonth } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { TemplateEntry } from "@/lib/views/bulletin";
import type { DepartmentSummary } from "@/lib/views/department";

interface NewBulletinFormProps {
  readonly templates: readonly TemplateEntry[];
  readonly departments: readonly DepartmentSummary[];
  readonly today: IsoDate;
  readonly lang: Language;
}

const MONTHS_BACK = 24;

/** Creates a bulletin: its month, cut-off date, template and departments. */
export async function NewBulletinForm({ templates, departments, today, lang }: NewBulletinFormProps) {
  const [t, words] = await Promise.all([getTranslations("bulletins"), getFormWords()]);
  const latest = startOfMonth(today);
  const months = Array.from({ length: MONTHS_BACK }, (_, index) => addMonths(latest, -index));
  return (
    <section className="max-w-2xl print:hidden">
      <h2 className="border-b pb-1">{t("new")}</h2>
      <p className="py-2 text-ink-soft">{t("newLead")}</p>
      <ActionForm action={createBulletinAction} words={words}>
        <SelectField
          name="month"
          label={t("month")}
          value={addMonths(latest, -1).slice(0, 7)}
          options={months.map((month) => ({ value: month.slice(0, 7), label: formatMonth(month, lang) }))}
        />
        <TextField type="date" name="cutOffOn" label={t("cutOffOn")} value={today} hint={t("cutOffHint")} />
        <SelectField
          name="template"
          label={t("template")}
          hint={t("templateHint")}
          options={[
            { value: "", label: t("templateOfOffice") },
            ...templates.map(({ key, template }) => ({ value: key, label: template.name[lang] })),
          ]}
        />
        <Fieldset framed id="bulletin-departments" legend={t("departments")} hint={t("departmentsHint")}>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {departments.map((one) => (
              <Checkbox key={one.slug} name="departments" value={one.slug}>
                {one.name[lang]}
              </Checkbox>
            ))}
          </div>
        </Fieldset>
        <Checkbox name="parts" value="include">
          {t("parts")}
        </Checkbox>
        <SubmitButton>{t("freeze")}</SubmitButton>
      </ActionForm>
      <p className="pt-3">
        <Link href="/bulletins/templates" prefetch={false} className="inline-block py-1 underline">
          {t("templates")}
        </Link>
      </p>
    </section>
  );
}
