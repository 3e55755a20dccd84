import { getMessages, getTranslations } from "next-intl/server";
import { CommentForm } from "@/components/comments/comment-form";
import { FileLinks } from "@/components/evidence/file-links";
import { getFormWords } from "@/components/forms/get-form-words";
import { Disclosure } from "@/components/ui/disclosure";
import { ListSection } from "@/components/ui/list-section";
import { TypedText } from "@/components/ui/typed-text";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { Comments } from "@/lib/views/comment";

interface TargetCommentsProps {
  readonly code: string;
  readonly lang: Language;
  readonly comments: Comments;
  readonly person: PersonNames;
}

/** The comments of the departments that work on the target. */
export async function TargetComments({ code, lang, person, comments: { comments, mayWrite } }: TargetCommentsProps) {
  const [t, messages, words] = await Promise.all([getTranslations("comments"), getMessages(), getFormWords()]);
  const errors = { ...words.errors, ...messages.report.form.files.errors };
  return (
    <div className="grid gap-3">
      <ListSection title={t("title")} none={t("none")} count={comments.length}>
        {comments.map(({ id, body, at, author, department, files: attached }) => (
          <li key={id} className="py-2">
            <TypedText text={body} />
            <FileLinks files={attached} />
            <p className="text-sm text-ink-soft">
              {[department?.[lang] ?? t("office"), person(author), formatInstant(at.toISOString(), lang)].join(" · ")}
            </p>
          </li>
        ))}
      </ListSection>
      {mayWrite && (
        <Disclosure title={t("write")}>
          {/* A new form after each comment: what was sent is empty again. */}
          <CommentForm
            key={comments.length}
            code={code}
            words={{ ...words, errors }}
            labels={{
              write: t("write"),
              body: t("body"),
              hint: t("hint"),
              files: t("files"),
              filesHint: t("filesHint"),
              send: t("send"),
            }}
          />
        </Disclosure>
      )}
    </div>
  );
}
