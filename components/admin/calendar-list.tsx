import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { GrowingRows } from "@/components/forms/growing-rows";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldRows } from "@/components/ui/field";
import { ListSection } from "@/components/ui/list-section";
import { PageHeader } from "@/components/ui/page-header";
import { saveOwnCalendarAction } from "@/lib/actions/admin";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { hasBegun, hasPassed } from "@/lib/domain/calendar/own-calendars";
import type { ReportingDate } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { BLANK_DATES } from "@/lib/schemas/calendar";
import type { OwnCalendar } from "@/lib/views/calendar";

/** The rows of a new calendar. */
const NEW_DATES = 2;

interface CalendarListProps {
  readonly calendars: readonly OwnCalendar[];
  readonly today: IsoDate;
  readonly lang: Language;
}

interface DateRowProps {
  readonly row: number;
  readonly date: ReportingDate | null;
  /** Dates that have begun or passed cannot change: issued targets report by them. */
  readonly isInUse: boolean;
  readonly today: IsoDate;
  readonly lang: Language;
}

/** One reporting date: a field while it can change, text afterwards. */
async function DateRow({ row, date, isInUse, today, lang }: DateRowProps) {
  const t = await getTranslations("admin");
  const field = (name: keyof ReportingDate, isFixed: boolean) =>
    isFixed && date !== null ? (
      <p className="self-center">
        <input type="hidden" name={`dates.${row}.${name}`} value={date[name]} />
        <span className="text-ink-soft">{t(name)}</span> {formatIsoDate(date[name], lang)}
      </p>
    ) : (
      <TextField type="date" name={`dates.${row}.${name}`} label={t(name)} value={date?.[name] ?? ""} />
    );
  const isFixed = isInUse && date !== null;
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="text-sm text-ink-soft">{t("dateNumber", { number: row + 1 })}</legend>
      {field("asOf", isFixed && hasBegun(date, today))}
      {field("dueOn", isFixed && hasPassed(date, today))}
    </fieldset>
  );
}

async function CalendarForm({
  calendar,
  today,
  lang,
}: { readonly calendar: OwnCalendar | null } & Omit<CalendarListProps, "calendars">) {
  const [t, words] = await Promise.all([getTranslations("admin"), getFormWords()]);
  const dates = calendar?.dates ?? [];
  const isInUse = (calendar?.issued ?? 0) > 0;
  const rows = [...dates, ...Array.from({ length: BLANK_DATES }, () => null)];
  return (
    <ActionForm action={saveOwnCalendarAction} words={words} label={calendar?.name[lang] ?? t("newCalendar")}>
      <input type="hidden" name="id" value={calendar?.id ?? ""} />
      <input type="hidden" name="version" value={calendar?.version ?? 0} />
      <FieldRows>
        <TextField name="name" label={t("calendarName")} value={calendar?.name["zh-CN"]} hint={t("calendarNameHint")} />
        <TextField name="nameEn" label={t("nameEn")} value={calendar?.name.en} />
      </FieldRows>
      <GrowingRows
        key={calendar?.version ?? 0}
        prefix="dates"
        rows={rows.map((date, row) => (
          <DateRow key={row} row={row} date={date} isInUse={isInUse} today={today} lang={lang} />
        ))}
        shown={Math.max(NEW_DATES, dates.length)}
        fixed={isInUse ? dates.filter((date) => hasBegun(date, today)).length : 0}
        words={{ add: t("addDate"), remove: t("removeDate") }}
      />
      <SubmitButton>{t(calendar === null ? "create" : "save")}</SubmitButton>
    </ActionForm>
  );
}

/** Custom calendars, in addition to the standard ones. */
export async function CalendarList({ calendars, today, lang }: CalendarListProps) {
  const t = await getTranslations("admin");
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={t("calendars")} lead={t("calendarsLead")} />
      <Disclosure title={t("newCalendar")}>
        <CalendarForm calendar={null} today={today} lang={lang} />
      </Disclosure>
      <ListSection title={t("calendars")} none={t("calendarsNone")} count={calendars.length}>
        {calendars.map((calendar) => (
          <li key={calendar.id} className="py-1">
            <Disclosure title={calendar.name[lang]} isEntry>
              <p className="pb-2 text-ink-soft tabular-nums">
                {t("calendarUse", { dates: calendar.dates.length, targets: calendar.targets, issued: calendar.issued })}
                {calendar.issued > 0 && ` ${t("calendarFixed")}`}
              </p>
              <CalendarForm calendar={calendar} today={today} lang={lang} />
            </Disclosure>
          </li>
        ))}
      </ListSection>
    </div>
  );
}
