"use client";
import { useEffect, useState } from "react";
import type { Messages } from "use-intl";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { buttonClass } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { cancelFileAction, requestFileAction } from "@/lib/actions/bulletins";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";
import type { Language } from "@/lib/i18n/languages";
import type { FileFailure } from "@/lib/schemas/bulletin";

interface FileState {
  readonly id: string;
  readonly format: string;
  readonly lang: Language;
  readonly state: "requested" | "generating" | "ready" | "failed" | "cancelled";
  readonly failure: FileFailure | null;
  readonly isStalled: boolean;
  readonly done: number;
  readonly total: number;
  readonly size: number | null;
}

type Words = WithCompiled<Omit<Messages["bulletins"]["files"], "formats">, "drawn"> & {
  readonly formats: Readonly<Record<string, string>>;
};

interface BulletinFileListProps {
  readonly id: string;
  readonly lang: Language;
  readonly formats: readonly string[];
  readonly first: readonly FileState[];
  readonly canGenerate: boolean;
  readonly words: Words;
  readonly formWords: ActionFormWords;
}

const isUnfinished = ({ state }: FileState) => state === "requested" || state === "generating";

const POLL_MS = 1000;

/** The files as last reported by the server, polled while one is being generated. */
function useFiles(id: string, lang: Language, first: readonly FileState[]): readonly FileState[] {
  const [files, setFiles] = useState(first);
  // After an action, the refreshed page is newer.
  useEffect(() => setFiles(first), [first]);
  const isPending = files.some(isUnfinished);
  useEffect(() => {
    if (!isPending) return;
    const timer = setInterval(async () => {
      const response = await fetch(`/bulletins/${id}/files`).catch(() => null);
      if (!response?.ok) return;
      const answer = (await response.json()) as { files: FileState[] };
      setFiles(answer.files.filter((file) => file.lang === lang));
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [id, lang, isPending]);
  return files;
}

function progressText({ state, isStalled, done, total }: FileState, words: Words): string {
  if (isStalled) return words.stalled;
  if (state === "requested") return words.requested;
  if (total === 0 || done === 0) return words.generating;
  return formatMessage(words.drawn, { done, total });
}

/** One row per format: request the file, follow its progress, cancel it, download it. */
export function BulletinFileList({ id, lang, formats, first, canGenerate, words, formWords }: BulletinFileListProps) {
  const files = useFiles(id, lang, first);
  return (
    <ul className="divide-y">
      {formats.map((format) => {
        const file = files.find((one) => one.format === format);
        return (
          <li key={format} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-40">{words.formats[format]}</span>
            {file?.state === "ready" && (
              <a href={`/bulletins/${id}/files/${file.id}`} className={buttonClass({ variant: "primary" })} download>
                {words.download} {formatBytes(file.size ?? 0)}
              </a>
            )}
            {file && isUnfinished(file) && (
              <>
                <Progress ratio={file.total === 0 ? null : file.done / file.total} label={progressText(file, words)} />
                <ActionForm action={cancelFileAction} words={{ ...formWords, done: undefined }}>
                  <input type="hidden" name="file" value={file.id} />
                  <SubmitButton variant="secondary">{words.cancel}</SubmitButton>
                </ActionForm>
              </>
            )}
            {file?.state === "failed" && <span className="text-notice">{words.failures[file.failure ?? "error"]}</span>}
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
