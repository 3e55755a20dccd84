import { getTranslations } from "next-intl/server";
import { type ColumnChoice, ColumnOrder } from "@/components/bulletins/column-order";
import { type SectionChoice, SectionOrder } from "@/components/bulletins/section-order";
import { TemplateProcess } from "@/components/bulletins/template-process";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { AreaField, SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Disclosure } from "@/components/ui/disclosure";
import { Fieldset } from "@/components/ui/field";
import { saveTemplateAction } from "@/lib/actions/bulletins";
import {
  CHART_CHOICES,
  OWN_SECTIONS,
  orderedColumns,
  orderedSections,
  TEMPLATE_LINES,
  USUAL_COLUMNS,
  USUAL_SECTIONS,
} from "@/lib/bulletins/template";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import type { TemplateEntry } from "@/lib/views/bulletin";

type Office = NonNullable<TemplateEntry["office"]>;

interface TemplateFormProps {
  /** Null for a new one. */
  readonly entry: TemplateEntry | null;
  readonly offices: readonly Office[];
}

const BLANK = { "zh-CN": "", en: "" };

async function sectionChoices(entry: TemplateEntry | null, lang: Language): Promise<SectionChoice[]> {
  const [t, all] = [await getTranslations("bulletins"), getTranslator(lang)];
  const { sections, headings, ownTexts } = entry?.template ?? { sections: USUAL_SECTIONS, headings: {}, ownTexts: {} };
  return orderedSections({ sections }).map((key) => {
    const name = all(`bulletin.headings.${key}`);
    const own = OWN_SECTIONS.find((one) => one === key);
    const labelled = (field: "heading" | "text") => ({
      "zh-CN": t("templateField", { field: t(`sectionFields.${field}`), language: t("languages.zh-CN") }),
      en: t("templateField", { field: t(`sectionFields.${field}`), language: t("languages.en") }),
    });
    return {
      key,
      name,
      isChosen: sections.includes(key),
      heading: headings[key] ?? BLANK,
      ownText: own === undefined ? null : (ownTexts[own] ?? BLANK),
      labels: {
        up: t("moveUp", { section: name }),
        down: t("moveDown", { section: name }),
        heading: labelled("heading"),
        text: labelled("text"),
      },
    };
  });
}

async function columnChoices(entry: TemplateEntry | null, lang: Language): Promise<ColumnChoice[]> {
  const [t, all] = [await getTranslations("bulletins"), getTranslator(lang)];
  const columns = entry?.template.columns ?? USUAL_COLUMNS;
  return orderedColumns({ columns }).map((key) => {
    const name = all(`bulletin.columns.${key}`);
    const labels = { up: t("moveUp", { section: name }), down: t("moveDown", { section: name }) };
    return { key, name, isChosen: columns.includes(key), labels };
  });
}

/** The template of an office's bulletins. */
export async function TemplateForm({ entry, offices }: TemplateFormProps) {
  const [t, words, lang] = await Promise.all([getTranslations("bulletins"), getFormWords(), getLanguage()]);
  const own = entry?.office ?? null;
  // A closed office stays selected until another is chosen.
  const known = own === null || offices.some(({ slug }) => slug === own.slug) ? offices : [own, ...offices];
  const name = entry === null ? t("newTemplate") : entry.template.name[lang];
  const title = entry === null ? name : t("templateTitle", { name, office: own?.name[lang] ?? t("ofAll") });
  return (
    <Disclosure title={title} isEntry={entry !== null}>
      <ActionForm action={saveTemplateAction} words={words} label={title}>
        {entry === null ? (
          <>
            <input type="hidden" name="isNew" value="yes" />
            <TextField name="key" label={t("templateKey")} />
          </>
        ) : (
          <input type="hidden" name="key" value={entry.key} />
        )}
        <ComboboxField
          name="of"
          label={t("of")}
          hint={t("ofHint")}
          value={own?.slug ?? ""}
          options={[
            { value: "", label: t("ofAll") },
            ...known.map((one) => ({ value: one.slug, label: one.name[lang] })),
          ]}
        />
        <div className="grid gap-3 md:grid-cols-2">
          {TEMPLATE_LINES.flatMap((field) =>
            LANGUAGES.map((one) => (
              <TextField
                key={`${field}.${one}`}
                name={`${field}.${one}`}
                label={t("templateField", { field: t(`fields.${field}`), language: t(`languages.${one}`) })}
                value={entry?.template[field][one]}
              />
            )),
          )}
        </div>
        <div className="grid gap-3 md:grid-cols-2">
          {LANGUAGES.map((one) => (
            <AreaField
              key={one}
              name={`requirements.${one}`}
              label={t("templateField", { field: t("fields.requirements"), language: t(`languages.${one}`) })}
              value={entry?.template.requirements[one]}
              rows={4}
            />
          ))}
        </div>
        <SelectField
          name="charts"
          label={t("charts")}
          value={entry?.template.charts ?? "all"}
          options={CHART_CHOICES.map((value) => ({ value, label: t(`chartChoices.${value}`) }))}
        />
        <TemplateProcess entry={entry} />
        <Fieldset framed id={`columns-${entry?.key ?? ""}`} legend={t("columns")}>
          <p className="text-ink-soft">{t("columnsHint")}</p>
          <ColumnOrder choices={await columnChoices(entry, lang)} />
        </Fieldset>
        <Fieldset framed id={`sections-${entry?.key ?? ""}`} legend={t("sections")}>
          <p className="text-ink-soft">{t("sectionsHint")}</p>
          <SectionOrder choices={await sectionChoices(entry, lang)} languages={LANGUAGES} />
        </Fieldset>
        <SubmitButton>{t("saveTemplate")}</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
