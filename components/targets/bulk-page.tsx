import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ComboboxField } from "@/components/forms/combobox-field";
import { AreaField, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { NumberField } from "@/components/forms/number-field";
import { DayLink } from "@/components/layout/day-link";
import { BulkForm } from "@/components/targets/bulk-form";
import { BulkLabelFields } from "@/components/targets/bulk-label-fields";
import { BlockedRow, BulkRow } from "@/components/targets/bulk-row";
import { BulkSlipFields } from "@/components/targets/bulk-slip-fields";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type BulkStep, MOST_AT_ONCE } from "@/lib/domain/targets/bulk";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import { versionsText } from "@/lib/schemas/bulk";
import { DEFAULT_RECEIVE_DAYS } from "@/lib/schemas/life-cycle";
import type { BulkEntry, BulkPreview } from "@/lib/views/bulk";

interface BulkPageProps {
  readonly preview: BulkPreview;
  /** The list from which the targets come, with its filters. */
  readonly listHref: string;
  /** An earlier day: nothing can be changed there. */
  readonly isLookingBack: boolean;
  readonly lang: Language;
}

/** The document that authorizes the step, once for all targets. */
async function DocumentFields() {
  const [t, life] = await Promise.all([getTranslations("bulk"), getTranslations("life")]);
  return (
    <>
      <TextField name="authority" label={life("authority")} hint={life("authorityHint")} />
      <TextField type="date" name="documentOn" label={t("documentOn")} hint={t("documentOnHint")} />
    </>
  );
}

async function CommonFields({
  step,
  owners,
  labels,
  replyDueOn,
  lang,
}: Pick<BulkPreview, "step" | "owners" | "labels" | "replyDueOn"> & { readonly lang: Language }) {
  const [t, life] = await Promise.all([getTranslations("bulk"), getTranslations("life")]);
  const wide = (field: ReactNode) => <div className="sm:col-span-2">{field}</div>;
  const document = <DocumentFields />;
  const fields: Readonly<Record<Exclude<BulkStep, "label" | "send-slip">, ReactNode>> = {
    issue: (
      <>
        {document}
        <NumberField name="receiveWithinDays" label={life("receiveWithinDays")} value={String(DEFAULT_RECEIVE_DAYS)} />
      </>
    ),
    receive: wide(<AreaField name="note" label={t("note")} rows={2} />),
    close: (
      <>
        {document}
        {wide(<AreaField name="note" label={t("closingReport")} rows={3} />)}
      </>
    ),
    "carry-over": null,
    revise: (
      <>
        <TextField type="date" name="dueOn" label={t("newDueOn")} hint={t("unchanged")} />
        <ComboboxField
          name="owner"
          label={t("newOwner")}
          hint={t("unchanged")}
          value=""
          options={[
            { value: "", label: t("sameOwner") },
            ...owners.map(({ slug, name }) => ({ value: slug, label: name[lang] })),
          ]}
        />
        {document}
        {wide(<AreaField name="reason" label={life("reason")} rows={2} />)}
      </>
    ),
  };
  if (step === "label") return <BulkLabelFields labels={labels} lang={lang} />;
  if (step === "send-slip") return <BulkSlipFields replyDueOn={replyDueOn} />;
  return fields[step];
}

/** Consecutive entries of one owner. */
function byOwner(entries: readonly BulkEntry[]): [string, BulkEntry[]][] {
  const groups = new Map<string, BulkEntry[]>();
  for (const entry of entries) {
    const { slug } = entry.row.owner;
    groups.set(slug, [...(groups.get(slug) ?? []), entry]);
  }
  return [...groups];
}

/** One step for many targets: which ones, which of them lack what, the document, and one confirmation. */
export async function BulkPage({ preview, listHref, isLookingBack, lang }: BulkPageProps) {
  const [t, words, { bulk }] = await Promise.all([getTranslations("bulk"), getFormWords(), getMessages()]);
  const { step, entries, total, owners, labels, replyDueOn } = preview;
  const ready = entries.filter(({ obstacle }) => obstacle === null);
  const blocked = entries.filter(({ obstacle }) => obstacle !== null);
  const groups = byOwner(ready);
  const title = t(`titles.${step}`);
  const opened = ready.filter(({ visibility }) => visibility === "public").length;
  const { submit, confirm, done } = compileMessages(lang, bulk.steps[step], "submit", "confirm", "done");
  return (
    <div className="on-paper grid grid-cols-1 gap-6">
      <PageHeader title={title} lead={t(`leads.${step}`)}>
        <p className="flex flex-wrap gap-x-4 tabular-nums">
          {ready.length > 0 && <strong>{t("ready", { count: ready.length, departments: groups.length })}</strong>}
          {step === "issue" && ready.length > 0 && <span>{t("becomePublic", { count: opened })}</span>}
          {blocked.length > 0 && (
            <a href="#blocked" className="underline">
              {t("blocked", { count: blocked.length })}
            </a>
          )}
          {total > MOST_AT_ONCE && <span>{t("first", { shown: MOST_AT_ONCE, total })}</span>}
          {step !== "receive" && (
            <DayLink href={listHref} prefetch={false} className="underline print:hidden">
              {t("choose")}
            </DayLink>
          )}
        </p>
      </PageHeader>
      {isLookingBack && <p role="note">{t("earlierDay")}</p>}
      {ready.length === 0 && <EmptyState>{t("nothing")}</EmptyState>}
      {ready.length > 0 && !isLookingBack && (
        <BulkForm
          words={words}
          bulk={{ all: bulk.all, none: bulk.none, submit, confirm, done }}
          label={title}
          proposed={ready.filter((entry) => entry.isProposed).length}
          common={<CommonFields step={step} owners={owners} labels={labels} replyDueOn={replyDueOn} lang={lang} />}
        >
          <input type="hidden" name="step" value={step} />
          <input
            type="hidden"
            name="version"
            value={versionsText(ready.map(({ row, version }) => ({ code: row.code, version })))}
          />
          {groups.map(([slug, group]) => (
            <section key={slug}>
              <h2 className="border-b pb-1 text-base">
                {group[0]?.row.owner.name[lang]}{" "}
                <span className="font-normal text-ink-soft tabular-nums">{group.length}</span>
              </h2>
              <ul className="divide-y">
                {group.map((entry) => (
                  <BulkRow key={entry.row.code} entry={entry} step={step} lang={lang} />
                ))}
              </ul>
            </section>
          ))}
        </BulkForm>
      )}
      {blocked.length > 0 && (
        <section id="blocked" className="scroll-mt-4">
          <h2 className="border-b pb-1">
            {t(`incomplete.${step}`)} <span className="font-normal text-ink-soft tabular-nums">{blocked.length}</span>
          </h2>
          <ul className="divide-y">
            {blocked.map((entry) => (
              <BlockedRow key={entry.row.code} entry={entry} step={step} lang={lang} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
