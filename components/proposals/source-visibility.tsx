import { getTranslations } from "next-intl/server";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { changeSourceVisibilityAction } from "@/lib/actions/sources";
import type { Visibility } from "@/lib/domain/targets/types";

interface SourceVisibilityProps {
  readonly source: string;
  readonly visibility: Visibility;
  readonly words: ActionFormWords;
}

/** Who may read the document, and the button that changes it. */
export async function SourceVisibility({ source, visibility, words }: SourceVisibilityProps) {
  const t = await getTranslations("proposals");
  const isPublic = visibility === "public";
  return (
    <div className="grid max-w-3xl gap-2 print:hidden">
      <p>{t(`visibility.${visibility}`)}</p>
      <ActionForm
        action={changeSourceVisibilityAction}
        words={words}
        confirmation={t(isPublic ? "confirmInternal" : "confirmPublic")}
      >
        <input type="hidden" name="source" value={source} />
        <SubmitButton name="visibility" value={isPublic ? "internal" : "public"} variant="secondary">
          {t(isPublic ? "makeInternal" : "makePublic")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
