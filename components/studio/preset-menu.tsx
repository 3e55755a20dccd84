import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { RenameAndDelete } from "@/components/forms/rename-and-delete";
import { Checkbox } from "@/components/ui/checkbox";
import { Menu } from "@/components/ui/menu";
import { createChartPresetAction, deleteChartPresetAction, renameChartPresetAction } from "@/lib/actions/chart-presets";
import { getLanguage } from "@/lib/i18n/preferences";
import { LOGO_ENDINGS, withPreset } from "@/lib/schemas/chart-preset";
import type { ChartPreset, ChartPresets } from "@/lib/views/chart-preset";

interface EntryProps {
  readonly preset: ChartPreset;
  readonly owner: string;
  readonly query: string;
  readonly words: ActionFormWords;
}

async function Entry({ preset, owner, query, words }: EntryProps) {
  const t = await getTranslations("studio.presets");
  const { id, name, isShared, canWrite } = preset;
  const shown = new URLSearchParams(query);
  const chosen = withPreset(shown, preset);
  // The signature is added when the chart is shown.
  shown.delete("sig");
  shown.sort();
  chosen.sort();
  return (
    <li className="grid gap-1 py-1">
      <Link
        href={`/studio?${chosen}`}
        prefetch={false}
        aria-current={chosen.toString() === shown.toString() ? "true" : undefined}
        className="py-1 underline aria-[current]:font-bold"
      >
        {name}
      </Link>
      <span className="text-sm text-ink-soft">{isShared ? `${owner} · ${t("shared")}` : owner}</span>
      {canWrite && (
        <RenameAndDelete
          id={id}
          name={name}
          group="preset"
          renameAction={renameChartPresetAction}
          deleteAction={deleteChartPresetAction}
          words={words}
          texts={{
            summary: t("change"),
            name: t("name"),
            rename: t("rename"),
            delete: t("delete"),
            confirmation: t("deleteSure", { name }),
          }}
        />
      )}
    </li>
  );
}

interface PresetMenuProps extends ChartPresets {
  /** Of the shown chart. */
  readonly query: string;
}

/** The presets that the user may use, each an address of the shown chart with its look; and the shown look, to be saved. */
export async function PresetMenu({ presets, owners, query }: PresetMenuProps) {
  const [t, words, lang] = await Promise.all([getTranslations("studio.presets"), getFormWords(), getLanguage()]);
  const nameOf = (owner: ChartPreset["owner"]) =>
    owner === null ? t("office") : lang === "en" && owner.nameEn !== "" ? owner.nameEn : owner.name;
  return (
    <div className="mb-4 flex justify-end">
      {/* Closes when a preset is chosen, so that the figure can be seen. */}
      <Menu key={query} label={t("title")}>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
        <ul className="divide-y">
          {presets.map((preset) => (
            <Entry key={preset.id} preset={preset} owner={nameOf(preset.owner)} query={query} words={words} />
          ))}
        </ul>
        {presets.length === 0 && <p className="py-1 text-sm text-ink-soft">{t("none")}</p>}
        {owners.length > 0 && (
          <div className="mt-2 border-t pt-3">
            <ActionForm key={presets.length} action={createChartPresetAction} words={words} label={t("save")}>
              <input type="hidden" name="query" value={query} />
              <TextField name="name" label={t("save")} hint={t("name")} />
              <SelectField
                name="owner"
                label={t("owner")}
                value={owners[0]?.slug ?? ""}
                options={owners.map((owner) => ({ value: owner?.slug ?? "", label: nameOf(owner) }))}
              />
              {owners.includes(null) && <Checkbox name="shared">{t("share")}</Checkbox>}
              <FileField name="logo" label={t("logo")} hint={t("logoHint")} endings={LOGO_ENDINGS} />
              <SubmitButton>{t("submit")}</SubmitButton>
            </ActionForm>
          </div>
        )}
      </Menu>
    </div>
  );
}
