import { getTranslations } from "next-intl/server";
import { ActionForm, SelectField, Submit } from "@/components/forms/action-form";
import { getFormWords } from "@/components/forms/get-form-words";
import { CalendarAddress } from "@/components/settings/calendar-address";
import { saveReminderChoiceAction } from "@/lib/actions/settings";
import { LANGUAGES } from "@/lib/i18n/languages";
import type { ReminderSettings as Settings } from "@/lib/server/reminders/preferences";

/** Mail on or off, its language, and the calendar's secret address. */
export async function ReminderSettings({ settings }: { readonly settings: Settings }) {
  const [t, words] = await Promise.all([getTranslations("settings"), getFormWords()]);
  const languages = LANGUAGES.map((one) => ({ value: one, label: t(`languages.${one}`) }));
  return (
    <div className="on-paper mx-auto grid max-w-xl gap-8">
      <h1>{t("title")}</h1>
      <ActionForm action={saveReminderChoiceAction} words={words}>
        <label className="flex items-start gap-2">
          <input type="checkbox" name="email" defaultChecked={settings.email} className="mt-1 size-5 shrink-0" />
          {t("email")}
        </label>
        <SelectField name="language" label={t("language")} value={settings.language} options={languages} />
        <Submit>{t("save")}</Submit>
      </ActionForm>
      <section className="grid gap-2">
        <h2>{t("calendar")}</h2>
        <p>{t("calendarLead")}</p>
        <CalendarAddress
          words={{
            make: t(settings.hasCalendar ? "calendarAgain" : "calendarMake"),
            shown: t("calendarShown"),
            address: t("address"),
            signedOut: words.signedOut,
          }}
        />
      </section>
    </div>
  );
}
