import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { CalendarAddress } from "@/components/settings/calendar-address";
import { Checkbox } from "@/components/ui/checkbox";
import { saveReminderChoiceAction } from "@/lib/actions/settings";
import { LANGUAGES } from "@/lib/i18n/languages";
import type { ReminderSettings as Settings } from "@/lib/views/reminder";

/** Reminder e-mails, their language, and the secret calendar URL. */
export async function ReminderSettings({ settings }: { readonly settings: Settings }) {
  const [t, words] = await Promise.all([getTranslations("settings"), getFormWords()]);
  const languages = LANGUAGES.map((one) => ({ value: one, label: t(`languages.${one}`) }));
  return (
    <div className="on-paper mx-auto grid max-w-xl gap-8">
      <h1>{t("title")}</h1>
      <ActionForm action={saveReminderChoiceAction} words={words}>
        <Checkbox name="email" defaultChecked={settings.email}>
          {t("email")}
        </Checkbox>
        <SelectField name="language" label={t("language")} value={settings.language} options={languages} />
        <SubmitButton>{t("save")}</SubmitButton>
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
