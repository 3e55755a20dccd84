import { getTranslations } from "next-intl/server";
import { FileLinks } from "@/components/evidence/file-links";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { ReportTexts } from "@/components/updates/report-texts";
import { withdrawReportAction } from "@/lib/actions/updates";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { readingValue } from "@/lib/domain/targets/completion";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { ListedUpdate, MyTarget } from "@/lib/views/update";
import { measureText } from "@/lib/wording/measure-text";

interface SubmittedReportProps {
  readonly row: MyTarget;
  readonly update: ListedUpdate;
  readonly person: PersonNames;
  readonly lang: Language;
}

/** The author takes the report back. */
export async function WithdrawForm({ update }: Pick<SubmittedReportProps, "update">) {
  const [t, formWords] = await Promise.all([getTranslations("my"), getFormWords()]);
  return (
    <ActionForm
      action={withdrawReportAction}
      words={formWords}
      toast={t("withdrawn")}
      label={`${t("withdraw")} ${update.target.code}`}
    >
      <input type="hidden" name="updateId" value={update.id} />
      <input type="hidden" name="version" value={update.version} />
      <SubmitButton variant="secondary">{t("withdraw")}</SubmitButton>
    </ActionForm>
  );
}

/** A report that waits for review: its value, and its texts on demand. */
export async function SubmittedReport({ row, update, person, lang }: SubmittedReportProps) {
  const t = await getTranslations("my");
  const value = readingValue(row.terms, update.reading);
  const shown = value.known ? measureText(value.value, { ...row.metric, lang }) : "—";
  return (
    <details>
      <summary className="py-1 text-sm text-ink-soft tabular-nums pointer-coarse:min-h-11">
        {t("sent", {
          day: formatIsoDate(update.day, lang),
          value: shown,
          who: update.isOwn ? t("you") : person(update.author),
          on: update.submittedAt === null ? "" : formatIsoDate(toCityDay(update.submittedAt), lang),
        })}
      </summary>
      <div className="grid gap-2 border-l-2 pl-3">
        <ReportTexts texts={update.texts} />
        <FileLinks files={update.files} showsVisibility />
      </div>
    </details>
  );
}
