import { getTranslations } from "next-intl/server";
import { CodeFields } from "@/components/admin/code-fields";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { ImportForm } from "@/components/forms/import-form";
import { getImportWords } from "@/components/forms/import-words";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldRows } from "@/components/ui/field";
import { ListSection } from "@/components/ui/list-section";
import {
  changeDepartmentCodesAction,
  closeDepartmentAction,
  createDepartmentAction,
  renameDepartmentAction,
} from "@/lib/actions/admin";
import { importDepartmentsAction } from "@/lib/actions/imports";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentRecord } from "@/lib/views/department";

interface DepartmentListProps {
  readonly departments: readonly DepartmentRecord[];
  readonly lang: Language;
}

/** Create, rename, close and merge departments; no data is lost. */
export async function DepartmentList({ departments, lang }: DepartmentListProps) {
  const [t, imports, words, importWords] = await Promise.all([
    getTranslations("admin"),
    getTranslations("import"),
    getFormWords(),
    getImportWords(),
  ]);
  const named = (one: DepartmentRecord) => (lang === "en" ? one.nameEn : one.name);
  const open = departments.filter((one) => one.closedOn === null);
  const choices = (but?: string) => [
    { value: "", label: t("none") },
    ...open.filter((one) => one.slug !== but).map((one) => ({ value: one.slug, label: named(one) })),
  ];
  return (
    <div className="grid max-w-4xl gap-6">
      <h1>{t("departments")}</h1>
      <Disclosure title={t("newDepartment")}>
        <ActionForm action={createDepartmentAction} words={words}>
          <FieldRows>
            <TextField name="name" label={t("departmentName")} />
            <TextField name="nameEn" label={t("nameEn")} hint={t("optional")} />
            <TextField name="slug" label={t("slug")} hint={t("slugHint")} />
            <ComboboxField name="parentSlug" label={t("parent")} options={choices()} />
            <CodeFields />
            <SubmitButton>{t("create")}</SubmitButton>
          </FieldRows>
        </ActionForm>
      </Disclosure>
      <Disclosure title={imports("departments.title")}>
        <div className="grid gap-3">
          <p className="text-ink-soft">{imports("departments.how")}</p>
          <ImportForm
            action={importDepartmentsAction}
            words={words}
            importWords={importWords}
            label={imports("departments.title")}
            pasteLabel={imports("departments.paste")}
            pasteHint={imports("departments.pasteHint")}
            template="/admin/templates/departments.xlsx"
          />
        </div>
      </Disclosure>
      <ListSection title={t("departments")} none={t("departmentsNone")} count={departments.length}>
        {departments.map((one) => (
          <li key={one.slug} className="py-1">
            <Disclosure title={named(one)} isEntry>
              <p className="pb-2 text-ink-soft">
                {one.slug} ·{" "}
                {one.closedOn === null
                  ? t("openTargets", { count: one.openTargets })
                  : t("closed", { day: formatIsoDate(one.closedOn, lang) })}
              </p>
              {one.closedOn === null && (
                <div className="grid items-start gap-x-10 gap-y-4 md:grid-cols-2">
                  <ActionForm action={renameDepartmentAction} words={words}>
                    <input type="hidden" name="slug" value={one.slug} />
                    <FieldRows>
                      <TextField name="name" label={t("departmentName")} value={one.name} />
                      <TextField name="nameEn" label={t("nameEn")} value={one.nameEn} />
                      <SubmitButton variant="secondary">{t("rename")}</SubmitButton>
                    </FieldRows>
                  </ActionForm>
                  <ActionForm action={changeDepartmentCodesAction} words={words}>
                    <input type="hidden" name="slug" value={one.slug} />
                    <FieldRows>
                      <CodeFields codes={one} />
                      <SubmitButton variant="secondary">{t("saveCodes")}</SubmitButton>
                    </FieldRows>
                  </ActionForm>
                  <ActionForm
                    action={closeDepartmentAction}
                    words={words}
                    confirmation={t("closeConfirm", { name: named(one) })}
                  >
                    <input type="hidden" name="slug" value={one.slug} />
                    <FieldRows>
                      <ComboboxField name="mergedInto" label={t("mergeInto")} options={choices(one.slug)} />
                      <SubmitButton variant="danger">{t("close")}</SubmitButton>
                    </FieldRows>
                  </ActionForm>
                </div>
              )}
            </Disclosure>
          </li>
        ))}
      </ListSection>
    </div>
  );
}
