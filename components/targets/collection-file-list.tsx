"use client";
import { FileState, type FileWords } from "@/components/files/file-state";
import { usePolledFiles } from "@/components/files/use-polled-files";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { cancelCollectionFileAction, requestCollectionFileAction } from "@/lib/actions/chart-collections";
import type { CollectionFailure, CollectionFormat } from "@/lib/schemas/chart-collection";
import type { CollectionFileView } from "@/lib/views/chart-collection";
import type { GeneratedFileView } from "@/lib/views/generated-file";

interface CollectionFileListProps {
  /** With their day in words; `asOf` for an earlier day. */
  readonly first: readonly (CollectionFileView & { readonly about: string; readonly asOf: string | null })[];
  /** Visitors share their files, so they cannot cancel one. */
  readonly canCancel: boolean;
  readonly words: FileWords & { readonly retry: string; readonly formats: Readonly<Record<CollectionFormat, string>> };
  readonly formWords: ActionFormWords;
}

type File = CollectionFileListProps["first"][number];

/** Unchanged if it has expired or the server does not answer. */
async function readState(file: File): Promise<File> {
  const response = await fetch(`/targets/charts/files/${file.id}/state`);
  return response.ok ? { ...file, ...((await response.json()) as GeneratedFileView<CollectionFailure>) } : file;
}

function Retry({ file, label, formWords }: { file: File; label: string; formWords: ActionFormWords }) {
  return (
    <ActionForm action={requestCollectionFileAction} words={{ ...formWords, done: undefined }}>
      <input type="hidden" name="query" value={file.query} />
      <input type="hidden" name="format" value={file.format} />
      <input type="hidden" name="lang" value={file.lang} />
      {file.asOf !== null && <input type="hidden" name="asOf" value={file.asOf} />}
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </ActionForm>
  );
}

/** The requested files, the latest first: progress, download, and another attempt at a failed one. */
export function CollectionFileList({ first, canCancel, words, formWords }: CollectionFileListProps) {
  const files = usePolledFiles(first, (known) =>
    Promise.all(known.map((file) => (file.state === "ready" || file.state === "failed" ? file : readState(file)))),
  );
  return (
    <ul className="divide-y">
      {files
        .filter(({ state }) => state !== "cancelled")
        .map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-60 max-w-prose">
              {file.title}
              <span className="block text-sm text-ink-soft">
                {[words.formats[file.format], file.about, file.conditions].filter(Boolean).join(" · ")}
              </span>
            </span>
            <FileState
              file={file}
              href={`/targets/charts/files/${file.id}`}
              cancel={canCancel ? cancelCollectionFileAction : undefined}
              words={words}
              formWords={formWords}
            />
            {file.state === "failed" && <Retry file={file} label={words.retry} formWords={formWords} />}
          </li>
        ))}
    </ul>
  );
}
