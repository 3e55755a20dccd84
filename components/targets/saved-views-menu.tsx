import { getTranslations } from "next-intl/server";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { RenameAndDelete } from "@/components/forms/rename-and-delete";
import { DayLink } from "@/components/layout/day-link";
import { Menu } from "@/components/ui/menu";
import { createSavedViewAction, deleteSavedViewAction, renameSavedViewAction } from "@/lib/actions/saved-views";
import { filtersToQuery, type TargetFilters } from "@/lib/schemas/target-list";
import type { SavedView } from "@/lib/views/saved-view";

interface EntryProps {
  readonly view: SavedView;
  readonly isShown: boolean;
  readonly words: ActionFormWords;
}

async function Entry({ view, isShown, words }: EntryProps) {
  const t = await getTranslations("targetList");
  const { id, name, query } = view;
  return (
    <li className="grid gap-1 py-1">
      <DayLink
        href={query === "" ? "/targets" : `/targets?${query}`}
        prefetch={false}
        aria-current={isShown ? "page" : undefined}
        className="py-1 underline aria-[current]:font-bold"
      >
        {name}
      </DayLink>
      <RenameAndDelete
        id={id}
        name={name}
        group="saved-view"
        renameAction={renameSavedViewAction}
        deleteAction={deleteSavedViewAction}
        words={words}
        texts={{
          summary: t("renameView"),
          name: t("viewName"),
          rename: t("rename"),
          delete: t("deleteView"),
          confirmation: t("deleteSure", { name }),
        }}
      />
    </li>
  );
}

/** The user's watch list and named lists, each an address; and the shown list, to be saved under a name. */
export async function SavedViewsMenu({
  views,
  filters,
}: {
  readonly views: readonly SavedView[];
  readonly filters: TargetFilters;
}) {
  const [t, words] = await Promise.all([getTranslations("targetList"), getFormWords()]);
  const query = filtersToQuery({ ...filters, cursor: undefined }).toString();
  const isWatchList = filters.starred !== undefined;
  return (
    <Menu label={t("views")}>
      <ul className="divide-y">
        <li className="py-1">
          <DayLink
            href="/targets?starred=only"
            prefetch={false}
            aria-current={isWatchList ? "page" : undefined}
            className="inline-block py-1 underline aria-[current]:font-bold"
          >
            ★ {t("watchList")}
          </DayLink>
        </li>
        {views.map((view) => (
          <Entry key={view.id} view={view} isShown={view.query === query} words={words} />
        ))}
      </ul>
      {views.length === 0 && <p className="py-1 text-sm text-ink-soft">{t("noViews")}</p>}
      <div className="mt-2 border-t pt-3">
        <ActionForm key={views.length} action={createSavedViewAction} words={words} label={t("saveView")}>
          <input type="hidden" name="query" value={query} />
          <TextField name="name" label={t("saveView")} hint={t("viewName")} />
          <SubmitButton>{t("save")}</SubmitButton>
        </ActionForm>
      </div>
    </Menu>
  );
}
