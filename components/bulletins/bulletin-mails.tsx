import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Disclosure } from "@/components/ui/disclosure";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { sendBulletinAction } from "@/lib/actions/bulletins";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { BulletinMailView } from "@/lib/views/bulletin";

interface BulletinMailsProps {
  readonly id: string;
  readonly mails: readonly BulletinMailView[];
  readonly person: PersonNames;
  readonly lang: Language;
}

/** Why the latest attempt failed, with the answer of the mail server. */
async function Outcome({ mail }: { readonly mail: BulletinMailView }) {
  const t = await getTranslations("bulletins.mails");
  return (
    <>
      {t(`states.${mail.state}`)}
      {mail.failure !== null && (
        <span className="block text-ink-soft">
          {t(`failures.${mail.failure}`)} {mail.detail}
        </span>
      )}
    </>
  );
}

/** Who has received a published bulletin by mail: its log, and a form for further addresses. */
export async function BulletinMails({ id, mails, person, lang }: BulletinMailsProps) {
  const [t, words] = await Promise.all([getTranslations("bulletins.mails"), getFormWords()]);
  return (
    <section className="print:hidden">
      <h2 className="border-b pb-1">{t("title")}</h2>
      {mails.length === 0 ? (
        <p className="py-2 text-ink-soft">{t("none")}</p>
      ) : (
        <ScrollRegion label={t("title")}>
          <table className="w-full text-left">
            <thead>
              <tr className="border-b">
                <th scope="col">{t("address")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col">{t("requested")}</th>
                <th scope="col">{t("finished")}</th>
                <th scope="col">
                  <span className="sr-only">{t("send")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <tr key={mail.id} className="border-b align-top">
                  <th scope="row" className="py-1 pr-3 font-normal">
                    {mail.address}
                  </th>
                  <td className="py-1 pr-3">
                    <Outcome mail={mail} />
                  </td>
                  <td className="py-1 pr-3">
                    {t("requestedBy", {
                      name: person(mail.requestedBy),
                      at: formatInstant(mail.requestedAt.toISOString(), lang),
                    })}
                  </td>
                  <td className="py-1 pr-3">
                    {mail.finishedAt === null ? "—" : formatInstant(mail.finishedAt.toISOString(), lang)}
                  </td>
                  <td className="py-1">
                    {mail.state !== "queued" && (
                      <ActionForm
                        action={sendBulletinAction}
                        words={words}
                        label={t("sendAgainTo", { address: mail.address })}
                      >
                        <input type="hidden" name="id" value={id} />
                        <input type="hidden" name="to" value={mail.address} />
                        <SubmitButton variant="secondary">{t("sendAgain")}</SubmitButton>
                      </ActionForm>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <Disclosure title={t("further")}>
        <ActionForm action={sendBulletinAction} words={words} label={t("further")}>
          <input type="hidden" name="id" value={id} />
          <AreaField name="to" label={t("addresses")} hint={t("addressesHint")} />
          <SubmitButton>{t("send")}</SubmitButton>
        </ActionForm>
      </Disclosure>
    </section>
  );
}
