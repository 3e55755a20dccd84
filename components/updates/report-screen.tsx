import Link from "next/link";
import { getMessages, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { FormWords } from "@/components/updates/form-words";
import { ReportForm } from "@/components/updates/report-form";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { readingValue } from "@/lib/domain/targets/completion";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure, formatUnit } from "@/lib/domain/units/format-measure";
import { compileMessage, compileMessages } from "@/lib/i18n/compile-message";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { ReportForm as Form } from "@/lib/views/update";
import { formatPromise } from "@/lib/wording/format-promise";

interface ReportScreenProps {
  readonly form: Form;
  readonly today: string;
  readonly person: PersonNames;
  readonly lang: Language;
}

async function previousSentence({ target, previous }: Form, lang: Language): Promise<string> {
  const t = await getTranslations("report");
  const value = previous === null ? null : readingValue(target.terms, previous);
  if (previous === null || !value?.known) return t("previousNone");
  const { unit, precision } = target.metric;
  return t("previous", {
    value: formatMeasure(value.value, unit, lang, { precision }),
    day: formatIsoDate(previous.asOf, lang),
  });
}

/** The target, its previous value, and the report form. */
export async function ReportScreen({ form, today, person, lang }: ReportScreenProps) {
  const [t, messages, previous] = await Promise.all([
    getTranslations("report"),
    getMessages(),
    previousSentence(form, lang),
  ]);
  const { code, title, owner, metric, terms } = form.target;
  const errors = {
    ...messages.report.errors,
    "wrong-unit": t("errors.wrong-unit", { unit: formatUnit(metric.unit, lang) }),
  };
  const { form: formWords, readAs, conflicts } = messages.report;
  const words: FormWords = {
    ...formWords,
    files: compileMessages(lang, formWords.files, "remove"),
    readAs: compileMessage(lang, readAs),
    errors,
    conflicts,
    lang,
    lights: messages.lights,
  };
  const savedBy =
    form.saved === null
      ? undefined
      : t("newerBy", { who: `${person(form.saved.by)} ${formatInstant(form.saved.at.toISOString(), lang)}` });
  return (
    <div className="on-paper grid gap-4">
      <PageHeader
        title={t(form.isCorrection ? "correctTitle" : "title", {
          target: title[lang],
        })}
        context={
          <>
            <Link href={`/targets/${code}`} className="underline" prefetch={false}>
              {code}
            </Link>{" "}
            · {owner[lang]}
          </>
        }
      >
        <p>{formatPromise(form.target, lang)}</p>
      </PageHeader>
      {form.returnReason !== null && (
        <Notice role="note" tone="error">
          {t("returned", { reason: form.returnReason })}
        </Notice>
      )}
      {form.input.updateId !== null && (
        <Notice role="note" tone="success">
          {t("continues", { day: formatIsoDate(form.input.asOf as IsoDate, lang) })}
        </Notice>
      )}
      <ReportForm
        code={code}
        kind={terms.kind}
        unit={formatUnit(metric.unit, lang)}
        printedUnit={metric.unit}
        steps={terms.steps.map((step) => ({ key: step.key, title: lang === "en" ? step.titleEn : step.title }))}
        input={form.input}
        files={form.files}
        previous={previous}
        waits={form.waitingAsOf === null ? null : t("waits", { day: formatIsoDate(form.waitingAsOf, lang) })}
        isCorrection={form.isCorrection}
        startedFrom={form.startedFrom}
        savedBy={savedBy}
        min={terms.startOn}
        max={terms.dueOn < today ? terms.dueOn : today}
        words={words}
      />
    </div>
  );
}
