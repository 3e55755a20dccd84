import { getTranslations } from "next-intl/server";
import { ActionForm, AreaField, Submit } from "@/components/ui/action-form";
import { Fold } from "@/components/ui/fold";
import { getFormWords } from "@/components/ui/get-form-words";
import { ListedSection } from "@/components/ui/listed-section";
import { comment } from "@/lib/actions/targets";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import { getPersonNames } from "@/lib/i18n/person-names";
import type { Comments } from "@/lib/server/comments/data";

interface TargetCommentsProps {
  readonly code: string;
  readonly lang: Language;
  readonly comments: Comments;
}

/** What those who work on the target have said beside its reports. */
export async function TargetComments({ code, lang, comments: { comments, mayWrite } }: TargetCommentsProps) {
  const [t, words, person] = await Promise.all([getTranslations("comments"), getFormWords(), getPersonNames()]);
  return (
    <div className="grid gap-3">
      <ListedSection title={t("title")} none={t("none")} count={comments.length}>
        {comments.map(({ id, body, at, author, department }) => (
          <li key={id} className="py-2">
            <p className="break-words whitespace-pre-line">{body}</p>
            <p className="text-sm text-ink-soft">
              {[department?.[lang] ?? t("office"), person(author), formatInstant(at.toISOString(), lang)].join(" · ")}
            </p>
          </li>
        ))}
      </ListedSection>
      {mayWrite && (
        <Fold title={t("write")}>
          <ActionForm action={comment} words={words} label={t("write")}>
            <input type="hidden" name="code" value={code} />
            <AreaField name="body" label={t("body")} hint={t("hint")} />
            <Submit>{t("send")}</Submit>
          </ActionForm>
        </Fold>
      )}
    </div>
  );
}
