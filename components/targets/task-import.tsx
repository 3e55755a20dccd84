import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { ImportForm } from "@/components/forms/import-form";
import { getImportWords } from "@/components/forms/import-words";
import { DayLink } from "@/components/layout/day-link";
import { PageHeader } from "@/components/ui/page-header";
import { importTasksAction } from "@/lib/actions/imports";

/** Imports a task table of any layout as drafts, after a preview line by line. */
export async function TaskImport() {
  const [t, words, importWords] = await Promise.all([getTranslations("import"), getFormWords(), getImportWords()]);
  return (
    <div className="grid gap-4">
      <PageHeader title={t("tasks.title")} lead={t("tasks.how")} />
      <div className="grid max-w-5xl gap-4">
        <ImportForm
          action={importTasksAction}
          words={words}
          importWords={importWords}
          label={t("tasks.title")}
          template={null}
          endings={["xlsx", "xls", "ods", "csv"]}
          fileHint={t("tasks.fileHint")}
        >
          <TextField name="plan" label={t("tasks.plan")} hint={t("tasks.planHint")} />
        </ImportForm>
        <p>
          <DayLink href="/targets?state=draft" prefetch={false} className="underline">
            {t("tasks.drafts")}
          </DayLink>
          {" · "}
          <DayLink href="/sources/new" prefetch={false} className="underline">
            {t("fromDocument")}
          </DayLink>
        </p>
      </div>
    </div>
  );
}
