import { getTranslations } from "next-intl/server";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
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
      <details name="saved-view">
        <summary className="text-sm text-ink-soft" aria-label={`${t("renameView")}: ${name}`}>
          {t("renameView")}
        </summary>
        <div className="grid gap-2 border-l pl-3">
          <ActionForm action={renameSavedViewAction} words={words} label={`${t("rename")}: ${name}`}>
            <input type="hidden" name="id" value={id} />
            <TextField name="name" label={t("viewName")} value={name} />
            <SubmitButton variant="secondary">{t("rename")}</SubmitButton>
          </ActionForm>
          <ActionForm
            action={deleteSavedViewAction}
            words={words}
            confirmation={t("deleteSure", { name })}
            label={`${t("deleteView")}: ${name}`}
          >
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="danger">{t("deleteView")}</SubmitButton>
          </ActionForm>
        </div>
      </details>
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
