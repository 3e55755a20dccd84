import { getTranslations } from "next-intl/server";
import { ReminderPreview } from "@/components/admin/reminder-preview";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Checkbox } from "@/components/ui/checkbox";
import { PageHeader } from "@/components/ui/page-header";
import { changeChatBotMessageAction, changeReminderTextsAction } from "@/lib/actions/reminders";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { OwnSentences, ReminderTexts } from "@/lib/schemas/reminder-texts";
import type { DepartmentRecord } from "@/lib/views/department";
import type { ChatBotView } from "@/lib/views/reminder";

interface RemindersPageProps {
  readonly texts: ReminderTexts;
  readonly chatBots: readonly ChatBotView[];
  readonly departments: readonly DepartmentRecord[];
  /** The address of the site in mails. */
  readonly url: string;
  readonly today: IsoDate;
  readonly lang: Language;
}

async function Sentences({ stored, hasName }: { readonly stored: OwnSentences; readonly hasName: boolean }) {
  const t = await getTranslations("reminderTexts");
  return (
    <>
      <AreaField
        name="intro"
        label={t("intro")}
        hint={hasName ? t("introHint") : undefined}
        value={stored.intro}
        rows={3}
      />
      <AreaField name="closing" label={t("closing")} hint={t("closingHint")} value={stored.closing} rows={3} />
    </>
  );
}

async function Buttons() {
  const t = await getTranslations("reminderTexts");
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton>{t("save")}</SubmitButton>
      <SubmitButton variant="secondary" name="reset" value="yes">
        {t("reset")}
      </SubmitButton>
    </div>
  );
}

/** The sentences of the mail in one language, next to a mail with sample tasks. */
async function MailTexts({
  language,
  stored,
  url,
  today,
}: Pick<RemindersPageProps, "url" | "today"> & { readonly language: Language; readonly stored: OwnSentences }) {
  const [t, words] = await Promise.all([getTranslations("reminderTexts"), getFormWords()]);
  const mail = getTranslator(language);
  const name = mail("reminderTexts.sampleName");
  const day = formatIsoDate(today, language);
  const task = mail("reminders.dueBy", { title: "NT-T01", day });
  const preview = (
    <ReminderPreview
      title={t("preview")}
      name={name}
      stored={stored}
      usual={{ intro: mail("reminders.greeting", { name }), closing: "" }}
      middle={`${mail("reminders.due")} (1)\n- ${task}\n  ${url}/targets/NT-T01/report`}
      end={[mail("reminders.open", { url }), mail("reminders.stop", { url: `${url}/settings` })].join("\n\n")}
    />
  );
  const title = t("mail", { language: t(`languages.${language}`) });
  return (
    <section>
      <h2 className="border-b pb-1">{title}</h2>
      <ActionForm
        key={JSON.stringify(stored)}
        action={changeReminderTextsAction}
        words={words}
        toast={t("saved")}
        label={title}
        aside={preview}
      >
        <input type="hidden" name="language" value={language} />
        <Sentences stored={stored} hasName />
        <Buttons />
      </ActionForm>
    </section>
  );
}

/** What one chat bot says, and about which departments. */
async function ChatBotTexts({
  chatBot,
  departments,
  today,
  lang,
}: Pick<RemindersPageProps, "departments" | "today" | "lang"> & { readonly chatBot: ChatBotView }) {
  const [t, words] = await Promise.all([getTranslations("reminderTexts"), getFormWords()]);
  const { id, format, host, ending } = chatBot;
  const title = t("chatBot", { format: t(`formats.${format}`), host, ending });
  const sample = { total: 31, far: 2, behind: 3, late: 1, requests: 0 };
  const sentence = getTranslator("zh-CN")("reminders.summary", { day: formatIsoDate(today, "zh-CN"), ...sample });
  const usual = { intro: "", closing: "" };
  const preview = (
    <ReminderPreview title={t("preview")} name="" stored={chatBot} usual={usual} middle={sentence} end="" />
  );
  const open = departments.filter(({ closedOn }) => closedOn === null);
  return (
    <li className="py-4">
      <h3>{title}</h3>
      <ActionForm
        key={JSON.stringify(chatBot)}
        action={changeChatBotMessageAction}
        words={words}
        toast={t("saved")}
        label={title}
        aside={preview}
      >
        <input type="hidden" name="chatBot" value={id} />
        <fieldset>
          <legend className="font-bold">{t("about")}</legend>
          <p className="text-sm text-ink-soft">{t("aboutHint")}</p>
          <div className="grid max-h-60 gap-x-6 overflow-y-auto sm:grid-cols-2">
            {open.map(({ slug, name, nameEn }) => (
              <Checkbox key={slug} name="departments" value={slug} defaultChecked={chatBot.departments.includes(slug)}>
                {lang === "en" ? nameEn : name}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Sentences stored={chatBot} hasName={false} />
        <Buttons />
      </ActionForm>
    </li>
  );
}

/** The office's own sentences in the daily email and in the messages to chat groups. */
export async function RemindersPage({ texts, chatBots, url, ...rest }: RemindersPageProps) {
  const [t, admin] = await Promise.all([getTranslations("reminderTexts"), getTranslations("admin")]);
  return (
    <div className="grid gap-8">
      <PageHeader title={admin("reminders")} lead={t("lead")} />
      {LANGUAGES.map((language) => (
        <MailTexts key={language} language={language} stored={texts[language]} url={url} today={rest.today} />
      ))}
      <section>
        <h2 className="border-b pb-1">{t("chatBots")}</h2>
        {chatBots.length === 0 ? (
          <p className="pt-2 text-ink-soft">{t("chatBotsNone")}</p>
        ) : (
          <ul className="divide-y">
            {chatBots.map((chatBot) => (
              <ChatBotTexts key={chatBot.id} chatBot={chatBot} {...rest} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
