import { getTranslations } from "next-intl/server";
import { CodeFields } from "@/components/admin/code-fields";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { ImportForm } from "@/components/forms/import-form";
import { getImportWords } from "@/components/forms/import-words";
import { FieldRows } from "@/components/ui/field";
import { createDepartmentAction } from "@/lib/actions/admin";
import { importDepartmentsAction } from "@/lib/actions/imports";

/** The department at the top. */
export async function GovernmentForm() {
  const [t, admin, words] = await Promise.all([getTranslations("start"), getTranslations("admin"), getFormWords()]);
  return (
    <div className="max-w-xl">
      <ActionForm action={createDepartmentAction} words={words} label={t("government.title")}>
        <input type="hidden" name="slug" value="" />
        <input type="hidden" name="parentSlug" value="" />
        <FieldRows>
          <TextField name="name" label={t("government.name")} />
          <TextField name="nameEn" label={admin("nameEn")} hint={admin("optional")} />
          <CodeFields />
          <SubmitButton>{t("government.create")}</SubmitButton>
        </FieldRows>
      </ActionForm>
    </div>
  );
}

/** The departments, as a list or a sheet. */
export async function DepartmentsForm() {
  const [t, imports, words, importWords] = await Promise.all([
    getTranslations("start"),
    getTranslations("import"),
    getFormWords(),
    getImportWords(),
  ]);
  return (
    <ImportForm
      action={importDepartmentsAction}
      words={words}
      importWords={importWords}
      label={t("departments.form")}
      pasteLabel={imports("departments.paste")}
      pasteHint={imports("departments.pasteHint")}
      template={null}
    />
  );
}
