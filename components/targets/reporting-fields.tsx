import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/form-fields";
import { NumberField } from "@/components/forms/number-field";
import { STANDARD_CALENDARS } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import type { OwnCalendar } from "@/lib/views/calendar";

interface ReportingFieldsProps {
  /** The stored fields, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** The office's custom calendars. */
  readonly calendars: readonly OwnCalendar[];
  readonly lang: Language;
}

/** Calendar, cut-off and publication lag of a new or a revised target. */
export function ReportingFields({ values, calendars, lang }: ReportingFieldsProps) {
  const t = useTranslations("newTarget");
  return (
    <>
      <SelectField
        name="calendar"
        value={values.calendar}
        label={t("calendar")}
        options={[
          ...STANDARD_CALENDARS.map((value) => ({ value: value as string, label: t(`calendars.${value}`) })),
          ...calendars.map(({ id, name }) => ({ value: ownCalendarChoice(id), label: name[lang] })),
        ]}
      />
      <NumberField
        name="cutOffWorkingDays"
        value={values.cutOffWorkingDays ?? "5"}
        label={t("cutOff")}
        hint={t("cutOffHint")}
      />
      <NumberField
        name="publicationLagMonths"
        value={values.publicationLagMonths ?? "0"}
        label={t("lag")}
        hint={t("lagHint")}
      />
    </>
  );
}
