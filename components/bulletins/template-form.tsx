import { getTranslations } from "next-intl/server";
import { ActionForm, Submit, TextField } from "@/components/ui/action-form";
import { Fold } from "@/components/ui/fold";
import { getFormWords } from "@/components/ui/get-form-words";
import { changeTemplate } from "@/lib/actions/bulletins";
import { SECTION_KEYS } from "@/lib/bulletins/template";
import { bulletinWords } from "@/lib/bulletins/words";
import { LANGUAGES } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import type { TemplateEntry } from "@/lib/server/bulletins/data";

const FIELDS = ["name", "masthead", "numbering", "office", "recipients", "title", "closing"] as const;

/** How an office's bulletins look; null for a new one. */
export async function TemplateForm({ entry }: { readonly entry: TemplateEntry | null }) {
  const [t, words, lang] = await Promise.all([getTranslations("bulletins"), getFormWords(), getLanguage()]);
  const title = entry === null ? t("newTemplate") : entry.template.name[lang];
  return (
    <Fold title={title}>
      <ActionForm action={changeTemplate} words={words} label={title}>
        {entry === null ? (
          <>
            <input type="hidden" name="isNew" value="yes" />
            <TextField name="key" label={t("templateKey")} />
          </>
        ) : (
          <input type="hidden" name="key" value={entry.key} />
        )}
        <div className="grid gap-3 md:grid-cols-2">
          {FIELDS.flatMap((field) =>
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
        <fieldset className="border px-3 py-2">
          <legend className="px-1 font-bold">{t("sections")}</legend>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {SECTION_KEYS.map((key) => (
              <label key={key} className="flex items-center gap-2 py-1">
                <input
                  type="checkbox"
                  name={`section.${key}`}
                  defaultChecked={entry === null || entry.template.sections.includes(key)}
                  className="size-5"
                />
                {bulletinWords(lang).headings[key]}
              </label>
            ))}
          </div>
        </fieldset>
        <Submit>{t("saveTemplate")}</Submit>
      </ActionForm>
    </Fold>
  );
}
