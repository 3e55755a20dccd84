import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Button, buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldRows } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { handOverAction } from "@/lib/actions/admin";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { DepartmentRecord } from "@/lib/views/department";
import type { HandedReport, HandOverView } from "@/lib/views/hand-over";

interface HandOverPageProps {
  /** Null if there is no such role, or it has ended. */
  readonly handOver: HandOverView | null;
  readonly departments: readonly DepartmentRecord[];
  readonly person: PersonNames;
  readonly lang: Language;
}

function Reports({ title, reports, lang }: { title: string; reports: readonly HandedReport[]; lang: Language }) {
  if (reports.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span className="font-normal text-ink-soft tabular-nums">{reports.length}</span>
      </h3>
      <ul className="divide-y border-y">
        {reports.map(({ id, code, title: name, asOf }) => (
          <li key={id} className="py-1">
            {code} {name[lang]} <span className="text-ink-soft">· {formatIsoDate(asOf, lang)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type OfHandOver = HandOverPageProps & { readonly handOver: HandOverView };

async function Recipient({ handOver, person }: Pick<OfHandOver, "handOver" | "person">) {
  const t = await getTranslations("handOver");
  const { membershipId, candidates, recipient } = handOver;
  const options = candidates.map(({ id, name, email }) => ({ value: id, label: `${person(name)} (${email})` }));
  return (
    <form method="get" className="flex max-w-xl flex-wrap items-end gap-3">
      <input type="hidden" name="membership" value={membershipId} />
      <Field id="recipient" label={t("recipient")}>
        {(control) => <Select {...control} name="to" defaultValue={recipient?.id ?? ""} options={options} />}
      </Field>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}

async function Confirm({ handOver, departments, person, lang }: OfHandOver) {
  const [t, words] = await Promise.all([getTranslations("handOver"), getFormWords()]);
  const { membershipId, user, department, recipient, digest, drafts, kept, returned, toReview } = handOver;
  if (recipient === null) return null;
  const [from, to] = [person(user.name), person(recipient.name)];
  const isNothing = drafts.length + returned.length === 0;
  const open = departments.filter(({ slug, closedOn }) => closedOn === null && slug !== department.slug);
  return (
    <>
      <h2 className="border-b pb-1">{t("moves", { to })}</h2>
      <Reports title={t("drafts")} reports={drafts} lang={lang} />
      <Reports title={t("returned")} reports={returned} lang={lang} />
      {toReview !== null && <p>{t("toReview", { count: toReview, to })}</p>}
      {toReview === null && isNothing && <p>{t("nothing", { to })}</p>}
      <Reports title={t("kept", { to })} reports={kept} lang={lang} />
      <ActionForm
        action={handOverAction}
        words={words}
        toast={t("done", { from, to })}
        label={t("title")}
        confirmation={t("confirm", { from, to })}
      >
        <input type="hidden" name="membershipId" value={membershipId} />
        <input type="hidden" name="recipientId" value={recipient.id} />
        <input type="hidden" name="digest" value={digest} />
        <FieldRows>
          <ComboboxField
            name="movesTo"
            label={t("movesTo")}
            hint={t("movesToHint")}
            options={[
              { value: "", label: t("noMove") },
              ...open.map((one) => ({ value: one.slug, label: lang === "en" ? one.nameEn : one.name })),
            ]}
          />
        </FieldRows>
        <Checkbox name="disables" value="yes">
          {t("disables", { from })}
        </Checkbox>
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </>
  );
}

/** Who takes over, what moves, and what becomes of the person who leaves. */
export async function HandOverPage(props: HandOverPageProps) {
  const { handOver, person, lang } = props;
  const [t, admin, users] = await Promise.all([
    getTranslations("handOver"),
    getTranslations("admin"),
    getTranslations("userList"),
  ]);
  if (handOver === null)
    return (
      <div className="grid max-w-3xl gap-6">
        <PageHeader title={t("title")} lead={t("ended")} />
        <p>
          <Link href="/admin/users" prefetch={false} className="underline">
            {users("back")}
          </Link>
        </p>
      </div>
    );
  const { user, department, role, candidates } = handOver;
  const lead = t("lead", { name: person(user.name), department: department.name[lang], role: admin(`roles.${role}`) });
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={t("title")} lead={lead} />
      {candidates.length === 0 ? (
        <>
          <p>{t("nobody", { role: admin(`roles.${role}`) })}</p>
          <p>
            <Link
              href={`/admin/users?department=${department.slug}&invite=${role}`}
              prefetch={false}
              className={buttonClass({ variant: "primary" })}
            >
              {t("inviteFirst")}
            </Link>
          </p>
        </>
      ) : (
        <>
          <Recipient handOver={handOver} person={person} />
          <Confirm {...props} handOver={handOver} />
        </>
      )}
      <p>
        <Link href={`/admin/users?user=${user.id}`} prefetch={false} className="underline">
          {t("back", { name: person(user.name) })}
        </Link>
      </p>
    </div>
  );
}
