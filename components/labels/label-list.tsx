import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldRows } from "@/components/ui/field";
import { ListSection } from "@/components/ui/list-section";
import { PageHeader } from "@/components/ui/page-header";
import { createLabelAction, editLabelAction, mergeLabelAction, retireLabelAction } from "@/lib/actions/labels";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import type { Language } from "@/lib/i18n/languages";
import type { LabelEntry } from "@/lib/views/label";

interface LabelListProps {
  readonly labels: readonly LabelEntry[];
  readonly lang: Language;
}

async function NewLabelForm() {
  const [t, words] = await Promise.all([getTranslations("label"), getFormWords()]);
  return (
    <ActionForm action={createLabelAction} words={words} label={t("new")} toast={t("saved")}>
      <FieldRows>
        <SelectField
          name="kind"
          label={t("kind")}
          value="topic"
          options={LABEL_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <TextField name="name" label={t("name")} />
        <TextField name="nameEn" label={t("nameEn")} />
        <SubmitButton>{t("create")}</SubmitButton>
      </FieldRows>
    </ActionForm>
  );
}

interface LabelFormsProps {
  readonly label: LabelEntry;
  /** The other labels of its kind. */
  readonly others: readonly LabelEntry[];
  readonly lang: Language;
}

/** Rename, merge, and retire or restore one label. */
async function LabelForms({ label, others, lang }: LabelFormsProps) {
  const [t, words] = await Promise.all([getTranslations("label"), getFormWords()]);
  const { id, version, name, nameEn, isRetired, targets } = label;
  const shown = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="grid items-start gap-x-10 gap-y-4 md:grid-cols-2">
      <ActionForm action={editLabelAction} words={words} label={t("rename")} toast={t("saved")}>
        {shown}
        <FieldRows>
          <TextField name="name" label={t("name")} value={name["zh-CN"]} />
          <TextField name="nameEn" label={t("nameEn")} value={nameEn} />
          <SubmitButton variant="secondary">{t("rename")}</SubmitButton>
        </FieldRows>
      </ActionForm>
      <div className="grid gap-4">
        {others.length > 0 && (
          <ActionForm
            action={mergeLabelAction}
            words={words}
            label={t("merge")}
            confirmation={t("mergeConfirm", { name: name[lang], count: targets })}
            toast={t("merged")}
          >
            {shown}
            <FieldRows>
              <ComboboxField
                name="into"
                label={t("mergeInto")}
                value=""
                options={[
                  { value: "", label: t("none") },
                  ...others.map((other) => ({ value: other.id, label: other.name[lang] })),
                ]}
              />
              <SubmitButton variant="danger">{t("merge")}</SubmitButton>
            </FieldRows>
          </ActionForm>
        )}
        <ActionForm action={retireLabelAction} words={words} label={t(isRetired ? "restore" : "retire")}>
          {shown}
          <input type="hidden" name="retired" value={isRetired ? "no" : "yes"} />
          <div>
            <SubmitButton variant="secondary">{t(isRetired ? "restore" : "retire")}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </div>
  );
}

/** Topics, plans and categories: add, rename, merge and retire. */
export async function LabelList({ labels, lang }: LabelListProps) {
  const t = await getTranslations("label");
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Disclosure title={t("new")}>
        <NewLabelForm />
      </Disclosure>
      {LABEL_KINDS.map((kind) => {
        const own = labels.filter((label) => label.kind === kind);
        return (
          <ListSection key={kind} title={t(`plurals.${kind}`)} none={t("noLabels")} count={own.length}>
            {own.map((label) => (
              <li key={label.id} className="py-1">
                <Disclosure title={label.name[lang]} isEntry>
                  <p className="flex flex-wrap gap-x-3 pb-2 text-ink-soft tabular-nums">
                    <DayLink href={`/targets?${kind}=${label.id}`} prefetch={false} className="underline">
                      {t("usedBy", { count: label.targets })}
                    </DayLink>
                    {label.isRetired && <Badge>{t("retired")}</Badge>}
                  </p>
                  <LabelForms label={label} others={own.filter((other) => other.id !== label.id)} lang={lang} />
                </Disclosure>
              </li>
            ))}
          </ListSection>
        );
      })}
    </div>
  );
}
