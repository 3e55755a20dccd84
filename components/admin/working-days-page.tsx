import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { ImportForm } from "@/components/forms/import-form";
import { getImportWords } from "@/components/forms/import-words";
import { ListSection } from "@/components/ui/list-section";
import { PageHeader } from "@/components/ui/page-header";
import { importWorkingDaysAction, removeWorkingDayAction } from "@/lib/actions/imports";
import { publishedYears } from "@/lib/domain/calendar/working-days";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { ImportedDay } from "@/lib/imports/holidays";

interface WorkingDaysPageProps {
  readonly days: readonly ImportedDay[];
  readonly lang: Language;
}

/** The days on which offices work: built-in years, and the imported days that override them. */
export async function WorkingDaysPage({ days, lang }: WorkingDaysPageProps) {
  const [t, imports, words, importWords] = await Promise.all([
    getTranslations("admin"),
    getTranslations("import"),
    getFormWords(),
    getImportWords(),
  ]);
  const { first, last } = publishedYears();
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={t("working-days")} lead={t("workingDaysLead", { first: String(first), last: String(last) })} />
      <section className="grid gap-3">
        <h2 className="border-b pb-1">{imports("holidays.title")}</h2>
        <p className="text-ink-soft">{imports("holidays.how")}</p>
        <ImportForm
          action={importWorkingDaysAction}
          words={words}
          importWords={importWords}
          label={imports("holidays.title")}
          template="/admin/templates/holidays.xlsx"
        />
      </section>
      <ListSection title={t("importedDays")} none={t("importedDaysNone")} count={days.length}>
        {days.map(({ day, kind, name }) => (
          <li key={day} className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-1">
            <p>
              {formatIsoDate(day, lang)} <strong>{imports(`kinds.${kind}`)}</strong> {name}
            </p>
            <ActionForm
              action={removeWorkingDayAction}
              words={words}
              label={`${day} ${t("takeBack")}`}
              toast={t("dayRemoved", { day: formatIsoDate(day, lang) })}
              confirmation={t("takeBackConfirm", { day: formatIsoDate(day, lang) })}
            >
              <input type="hidden" name="day" value={day} />
              <SubmitButton variant="danger">{t("takeBack")}</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ListSection>
    </div>
  );
}
