"use client";
import type { Messages } from "use-intl";
import { isUnfinished } from "@/components/files/use-polled-files";
import { ActionForm, type ActionFormProps, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { buttonClass } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";
import type { GeneratedFileView } from "@/lib/views/generated-file";

export type FileWords = WithCompiled<Omit<Messages["generatedFile"], "failures">, "drawn"> & {
  readonly failures: Readonly<Record<string, string>>;
};

interface FileStateProps {
  readonly file: GeneratedFileView<string>;
  readonly href: string;
  /** Undefined if the reader cannot cancel it. */
  readonly cancel: ActionFormProps["action"] | undefined;
  readonly words: FileWords;
  readonly formWords: ActionFormWords;
}

function progressText({ state, isStalled, done, total }: FileStateProps["file"], words: FileWords): string {
  if (isStalled) return words.stalled;
  if (state === "requested") return words.requested;
  if (total === 0 || done === 0) return words.generating;
  return formatMessage(words.drawn, { done, total });
}

/** A file that is generated in the background: its download, its progress, or why it failed. */
export function FileState({ file, href, cancel, words, formWords }: FileStateProps) {
  return (
    <>
      {file.state === "ready" && (
        <a href={href} className={buttonClass({ variant: "primary" })} download>
          {words.download} {formatBytes(file.size ?? 0)}
        </a>
      )}
      {isUnfinished(file) && (
        <>
          <Progress ratio={file.total === 0 ? null : file.done / file.total} label={progressText(file, words)} />
          {cancel !== undefined && (
            <ActionForm action={cancel} words={{ ...formWords, done: undefined }}>
              <input type="hidden" name="file" value={file.id} />
              <SubmitButton variant="secondary">{words.cancel}</SubmitButton>
            </ActionForm>
          )}
        </>
      )}
      {file.state === "failed" && <span className="text-notice">{words.failures[file.failure ?? "error"]}</span>}
    </>
  );
}
