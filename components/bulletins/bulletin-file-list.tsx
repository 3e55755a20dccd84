"use client";
import { FileState, type FileWords } from "@/components/files/file-state";
import { isUnfinished, usePolledFiles } from "@/components/files/use-polled-files";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { cancelFileAction, requestFileAction } from "@/lib/actions/bulletins";
import type { Language } from "@/lib/i18n/languages";
import type { BulletinFileView } from "@/lib/views/bulletin";

interface BulletinFileListProps {
  readonly id: string;
  readonly lang: Language;
  readonly formats: readonly string[];
  readonly first: readonly BulletinFileView[];
  readonly canGenerate: boolean;
  readonly words: FileWords & { readonly generate: string; readonly formats: Readonly<Record<string, string>> };
  readonly formWords: ActionFormWords;
}

/** One row per format: request the file, follow its progress, cancel it, download it. */
export function BulletinFileList({ id, lang, formats, first, canGenerate, words, formWords }: BulletinFileListProps) {
  const files = usePolledFiles(first, async () => {
    const response = await fetch(`/bulletins/${id}/files`);
    if (!response.ok) return null;
    const answer = (await response.json()) as { files: BulletinFileView[] };
    return answer.files.filter((file) => file.lang === lang);
  });
  return (
    <ul className="divide-y">
      {formats.map((format) => {
        const file = files.find((one) => one.format === format);
        return (
          <li key={format} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-40">{words.formats[format]}</span>
            {file && (
              <FileState
                file={file}
                href={`/bulletins/${id}/files/${file.id}`}
                cancel={cancelFileAction}
                words={words}
                formWords={formWords}
              />
            )}
            {canGenerate && !(file && (file.state === "ready" || isUnfinished(file))) && (
              <ActionForm action={requestFileAction} words={{ ...formWords, done: undefined }}>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="format" value={format} />
                <input type="hidden" name="lang" value={lang} />
                <SubmitButton variant="secondary">{words.generate}</SubmitButton>
              </ActionForm>
            )}
          </li>
        );
      })}
    </ul>
  );
}
