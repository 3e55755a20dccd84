import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { ListSection } from "@/components/ui/list-section";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { changeVisibilityAction } from "@/lib/actions/targets";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { VisibilityForm } from "@/lib/views/target-forms";
import { formatPromise } from "@/lib/wording/format-promise";

interface VisibilityPageProps {
  readonly form: VisibilityForm;
  readonly lang: Language;
}

function List({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Notice>
      <h2 className="text-base">{title}</h2>
      <ul className="list-disc pl-5">{children}</ul>
    </Notice>
  );
}

/** What the public could read, or could no longer read, after the change. */
async function Effect({ form, lang }: VisibilityPageProps) {
  const t = await getTranslations("visibility");
  const { target, open, kept, related, bulletins } = form;
  const { visibility } = target;
  const isPublic = visibility === "public";
  return (
    <div className="grid gap-4">
      <List title={t(isPublic ? "willHide" : "willShow")}>
        <li>{t("promise", { text: formatPromise(target, lang) })}</li>
        <li>{t("reports", { ...open })}</li>
        <li>{t("revisions", { count: open.revisions })}</li>
        <li>{t("places")}</li>
        {related.length > 0 && <li>{t(isPublic ? "unnamedBeside" : "namedBeside")}</li>}
        {isPublic && bulletins.length > 0 && (
          <li>
            {t("bulletins")}{" "}
            {bulletins.map(({ id, year, number }) => (
              <Link key={id} href={`/bulletins/${id}`} prefetch={false} className="mr-3 underline">
                {t("bulletin", { year: String(year), number })}
              </Link>
            ))}
          </li>
        )}
      </List>
      <List title={t("stays")}>
        <li>{t("kept", { ...kept })}</li>
        {!isPublic && <li>{t("bulletinsStay")}</li>}
        {isPublic && <li>{t("embedded")}</li>}
      </List>
    </div>
  );
}

/** Related targets; their visibility does not change. */
async function Related({ form, lang }: VisibilityPageProps) {
  const [t, words] = await Promise.all([getTranslations("visibility"), getTranslations("newTarget")]);
  if (form.related.length === 0) return null;
  return (
    <ListSection title={t("related")} count={form.related.length}>
      {form.related.map(({ code, title, visibility }) => (
        <li key={code} className="flex flex-wrap justify-between gap-x-4 py-2">
          <Link href={`/targets/${code}`} prefetch={false} className="underline">
            {code} {title[lang]}
          </Link>
          <span>{words(`visibilities.${visibility}`)}</span>
        </li>
      ))}
    </ListSection>
  );
}

async function Changes({ form, lang }: VisibilityPageProps) {
  const [t, words] = await Promise.all([getTranslations("visibility"), getTranslations("newTarget")]);
  if (form.changes.length === 0) return null;
  return (
    <ListSection title={t("changes")} count={form.changes.length}>
      {form.changes.map(({ at, by, to, reason }) => (
        <li key={at.toISOString()} className="py-2">
          {formatIsoDate(toCityDay(at), lang)} <strong>{words(`visibilities.${to}`)}</strong>{" "}
          <span className="text-ink-soft">{[reason, by].filter(Boolean).join(" · ")}</span>
        </li>
      ))}
    </ListSection>
  );
}

/** Changes whether the public can read a target, with the effect and a reason. */
export async function VisibilityPage({ form, lang }: VisibilityPageProps) {
  const [t, names, words] = await Promise.all([
    getTranslations("visibility"),
    getTranslations("newTarget"),
    getFormWords(),
  ]);
  const { code, title, visibility } = form.target;
  const isPublic = visibility === "public";
  return (
    <div className="on-paper grid max-w-3xl gap-6">
      <PageHeader
        title={t("title")}
        context={
          <Link href={`/targets/${code}`} className="underline" prefetch={false}>
            {code} {title[lang]}
          </Link>
        }
      >
        <p>{t("now", { visibility: names(`visibilities.${visibility}`) })}</p>
      </PageHeader>
      <Effect form={form} lang={lang} />
      <ActionForm
        key={visibility}
        action={changeVisibilityAction}
        words={words}
        label={t("title")}
        confirmation={t(isPublic ? "confirmInternal" : "confirmPublic", { code })}
      >
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="from" value={visibility} />
        <AreaField name="reason" label={t("reason")} hint={t("reasonHint")} />
        <SubmitButton variant="danger">{t(isPublic ? "makeInternal" : "makePublic")}</SubmitButton>
      </ActionForm>
      <Related form={form} lang={lang} />
      <Changes form={form} lang={lang} />
    </div>
  );
}
