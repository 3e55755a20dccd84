import { getMessages, getTranslations } from "next-intl/server";
import { getFormWords } from "@/components/forms/get-form-words";
import { ImportForm } from "@/components/forms/import-form";
import { getImportWords } from "@/components/forms/import-words";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { type Option, Select } from "@/components/ui/input";
import { importValuesAction } from "@/lib/actions/imports";
import { addMonths, type IsoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { formatLongMonth } from "@/lib/domain/units/format-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { SHEET_SIZE } from "@/lib/schemas/import";

interface ValueSheetImportProps {
  readonly departments: readonly { readonly slug: string; readonly name: Bilingual }[];
  readonly lang: Language;
  readonly today: IsoDate;
}

const MONTHS = 12;

/** The current month first; a month that is over is reported in the next one. */
function monthsBefore(today: IsoDate, lang: Language): Option[] {
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = addMonths(startOfMonth(today), -index);
    return { value: month.slice(0, 7), label: formatLongMonth(month, lang) };
  });
}

/** The value workbooks of the reporter's departments, and their upload. */
export async function ValueSheetImport({ departments, lang, today }: ValueSheetImportProps) {
  const [t, { valueSheet }, words] = await Promise.all([getTranslations("valueSheet"), getMessages(), getFormWords()]);
  const importWords = await getImportWords({ confirm: valueSheet.confirm, confirmSome: valueSheet.confirmSome });
  if (departments.length === 0) return null;
  const months = monthsBefore(today, lang);
  return (
    <Disclosure title={t("title")}>
      <div className="grid max-w-5xl gap-4">
        <p>{t("how")}</p>
        {departments.map(({ slug, name }) => (
          <form
            key={slug}
            method="get"
            action={`/departments/${slug}/values.xlsx`}
            className="flex flex-wrap items-end gap-3"
          >
            <Field id={`period-${slug}`} label={t("period", { department: name[lang] })} compact>
              {(control) => <Select {...control} name="period" compact options={months} />}
            </Field>
            <Button type="submit">{t("download")}</Button>
          </form>
        ))}
        <ImportForm
          action={importValuesAction}
          words={{ ...words, done: t("done") }}
          importWords={importWords}
          label={t("title")}
          template={null}
          endings={["xlsx", "xls", "ods", "csv"]}
          fileHint={t("fileHint", { size: SHEET_SIZE })}
          canPaste
        />
      </div>
    </Disclosure>
  );
}
