import Link from "next/link";
import { getMessages, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { FormWords } from "@/components/updates/form-words";
import { ReportForm, type ReportFormProps } from "@/components/updates/report-form";
import { prepareTrend } from "@/lib/charts/model/trend-model";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { readingValue } from "@/lib/domain/targets/completion";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { compileMessage, compileMessages } from "@/lib/i18n/compile-message";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { ReportForm as Form } from "@/lib/views/update";
import { formatPromise } from "@/lib/wording/format-promise";
import { measureText } from "@/lib/wording/measure-text";

interface ReportScreenProps {
  readonly form: Form;
  readonly today: string;
  readonly person: PersonNames;
  readonly lang: Language;
}

/** The last value and the target, as terms with their text. */
async function comparedWith({ target, previous }: Form, lang: Language): Promise<ReportFormProps["compared"]> {
  const t = await getTranslations("report");
  const value = previous === null ? null : readingValue(target.terms, previous);
  const last =
    previous === null || !value?.known
      ? t("previousNone")
      : t("lastValue", {
          value: measureText(value.value, { ...target.metric, kind: target.terms.kind, lang }),
          day: formatIsoDate(previous.asOf, lang),
        });
  return [
    { term: t("last"), text: last },
    { term: t("target"), text: formatPromise(target, lang) },
  ];
}

/** Whose report waits for review. */
async function waitsText({ waiting }: Form, person: PersonNames, lang: Language): Promise<string | null> {
  const t = await getTranslations("report");
  if (waiting === null) return null;
  const day = formatIsoDate(waiting.asOf, lang);
  return waiting.isOwn ? t("waitsOwn", { day }) : t("waitsOther", { day, who: person(waiting.by) });
}

/** The target, its previous value, and the report form. */
export async function ReportScreen({ form, today, person, lang }: ReportScreenProps) {
  const [t, messages, compared, waits] = await Promise.all([
    getTranslations("report"),
    getMessages(),
    comparedWith(form, lang),
    waitsText(form, person, lang),
  ]);
  const { code, title, owner, metric, terms } = form.target;
  const errors = {
    ...messages.report.errors,
    "wrong-unit": t("errors.wrong-unit", { unit: formatUnit(metric, lang) }),
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
    outliers: messages.review.outliers,
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
      />
      {form.returnReason !== null && (
        <Notice role="note" tone="error">
          {t("returned", { reason: form.returnReason })}
        </Notice>
      )}
      {form.input.updateId !== null && (
        <Notice role="note" tone="neutral">
          {t("continues", { day: formatIsoDate(form.input.asOf as IsoDate, lang) })}
        </Notice>
      )}
      <ReportForm
        code={code}
        kind={terms.kind}
        unit={formatUnit(metric, lang)}
        printedUnit={{ unit: metric.unit, unitEn: metric.unitEn }}
        steps={terms.steps.map((step) => ({ key: step.key, title: lang === "en" ? step.titleEn : step.title }))}
        input={form.input}
        files={form.files}
        compared={compared}
        trend={prepareTrend({ ...form.target, readings: form.readings, added: null, lang })}
        missed={form.missedDays.map((on) => ({ on, label: formatIsoDate(on, lang) }))}
        lastTexts={form.lastTexts}
        isEvidenceRequired={form.isEvidenceRequired}
        waits={waits}
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
