"use client";
// A line a format: ask for it, see how far it is, stop it, take it.
import { useEffect, useState } from "react";
import { ActionForm, type ActionFormWords, Submit } from "@/components/forms/action-form";
import { cancelFileAction, requestFileAction } from "@/lib/actions/bulletins";
import { formatBytes } from "@/lib/i18n/format-bytes";
import type { Language } from "@/lib/i18n/languages";

interface FileState {
  readonly id: string;
  readonly format: string;
  readonly lang: Language;
  readonly state: "waiting" | "making" | "ready" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number;
  readonly size: number | null;
}

interface Words {
  readonly make: string;
  readonly download: string;
  readonly cancel: string;
  readonly failed: string;
  readonly waiting: string;
  /** With {done} and {total}. */
  readonly drawn: string;
  readonly formats: Readonly<Record<string, string>>;
}

interface BulletinFileListProps {
  readonly id: string;
  readonly lang: Language;
  readonly formats: readonly string[];
  readonly first: readonly FileState[];
  readonly mayMake: boolean;
  readonly words: Words;
  readonly formWords: ActionFormWords;
}

const isUnfinished = ({ state }: FileState) => state === "waiting" || state === "making";

const POLL_MS = 1000;

/** What the server last said, asked for again while something is being made. */
function useFiles(id: string, lang: Language, first: readonly FileState[]): readonly FileState[] {
  const [files, setFiles] = useState(first);
  // The page comes again after every action: what it says is the newest.
  useEffect(() => setFiles(first), [first]);
  const isMaking = files.some(isUnfinished);
  useEffect(() => {
    if (!isMaking) return;
    const timer = setInterval(async () => {
      const response = await fetch(`/bulletins/${id}/files`).catch(() => null);
      if (!response?.ok) return;
      const answer = (await response.json()) as { files: FileState[] };
      setFiles(answer.files.filter((file) => file.lang === lang));
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [id, lang, isMaking]);
  return files;
}

function Progress({ file, words }: { readonly file: FileState; readonly words: Words }) {
  const text =
    file.total === 0 || file.done === 0
      ? words.waiting
      : words.drawn.replace("{done}", String(file.done)).replace("{total}", String(file.total));
  return (
    <span role="status" className="flex items-center gap-2">
      <progress max={file.total || 1} value={file.total === 0 ? undefined : file.done} aria-label={text} />
      <span className="text-sm tabular-nums">{text}</span>
    </span>
  );
}

export function BulletinFileList({ id, lang, formats, first, mayMake, words, formWords }: BulletinFileListProps) {
  const files = useFiles(id, lang, first);
  return (
    <ul className="divide-y">
      {formats.map((format) => {
        const file = files.find((one) => one.format === format);
        return (
          <li key={format} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-40">{words.formats[format]}</span>
            {file?.state === "ready" && (
              <a
                href={`/bulletins/${id}/files/${file.id}`}
                className="border border-accent px-4 py-2 font-bold text-accent"
                download
              >
                {words.download} {formatBytes(file.size ?? 0)}
              </a>
            )}
            {file && isUnfinished(file) && (
              <>
                <Progress file={file} words={words} />
                <ActionForm action={cancelFileAction} words={{ ...formWords, done: "" }}>
                  <input type="hidden" name="file" value={file.id} />
                  <Submit tone="plain">{words.cancel}</Submit>
                </ActionForm>
              </>
            )}
            {file?.state === "failed" && <span className="text-notice">{words.failed}</span>}
            {mayMake && !(file && (file.state === "ready" || isUnfinished(file))) && (
              <ActionForm action={requestFileAction} words={{ ...formWords, done: "" }}>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="format" value={format} />
                <input type="hidden" name="lang" value={lang} />
                <Submit tone="plain">{words.make}</Submit>
              </ActionForm>
            )}
          </li>
        );
      })}
    </ul>
  );
}
