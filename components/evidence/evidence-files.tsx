"use client";
import { type ChangeEvent, useId, useState } from "react";
import { FILE_ENDINGS, MAX_FILE_BYTES } from "@/lib/domain/evidence/file-kinds";
import { formatBytes } from "@/lib/i18n/format-bytes";

export interface EvidenceEntry {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

export interface EvidenceWords {
  readonly title: string;
  readonly hint: string;
  readonly add: string;
  readonly remove: string;
  readonly working: string;
  readonly failed: string;
  readonly errors: Readonly<Record<string, string>>;
}

interface EvidenceFilesProps {
  readonly start: readonly EvidenceEntry[];
  readonly words: EvidenceWords;
  /** What the form found wrong, as a key. */
  readonly error: string | undefined;
  /** The draft the files hang on, made if need be; null when the form cannot be saved as it stands. */
  readonly draft: () => Promise<string | null>;
}

interface Refused {
  readonly errors?: readonly { readonly name: string; readonly message: string }[];
}

async function upload(updateId: string, file: File): Promise<EvidenceEntry | string> {
  const form = new FormData();
  form.append("file", file);
  const response = await fetch(`/updates/${updateId}/evidence`, { method: "POST", body: form });
  if (response.ok) return (await response.json()) as EvidenceEntry;
  const refused = (await response.json().catch(() => ({}))) as Refused;
  return refused.errors?.[0]?.message ?? "failed";
}

/** Files of a report while it is a draft: added one after the other, taken away again. */
export function EvidenceFiles({ start, words, error, draft }: EvidenceFilesProps) {
  const id = useId();
  const [files, setFiles] = useState(start);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const chosen = [...(input.files ?? [])];
    setFault(null);
    setBusy(true);
    try {
      for (const file of chosen) {
        const updateId = file.size > MAX_FILE_BYTES ? null : await draft();
        const kept =
          updateId === null ? (file.size > MAX_FILE_BYTES ? "too-large" : "no-draft") : await upload(updateId, file);
        if (typeof kept === "string") setFault(`${file.name}: ${words.errors[kept] ?? words.failed}`);
        else setFiles((before) => [...before, kept]);
      }
    } catch {
      setFault(words.failed);
    } finally {
      setBusy(false);
      input.value = "";
    }
  };

  const remove = async (file: EvidenceEntry) => {
    const response = await fetch(`/evidence/${file.fileId}`, { method: "DELETE" }).catch(() => null);
    if (response?.ok) setFiles((before) => before.filter((one) => one.fileId !== file.fileId));
    else setFault(words.failed);
  };

  const shown = fault ?? (error === "file-required" && files.length === 0 ? (words.errors[error] ?? error) : null);
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-bold">
        {words.title}
      </label>
      <ul>
        {files.map((file) => (
          <li key={file.fileId} className="flex items-center gap-3">
            <a href={`/evidence/${file.fileId}`} download className="py-1 break-all underline">
              {file.name}
            </a>
            <span className="text-sm text-ink-soft tabular-nums">{formatBytes(file.size)}</span>
            <button
              type="button"
              onClick={() => remove(file)}
              aria-label={words.remove.replace("{name}", file.name)}
              className="min-h-6 min-w-6 border px-2"
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <input
        id={id}
        type="file"
        multiple
        disabled={isBusy}
        accept={FILE_ENDINGS.map((ending) => `.${ending}`).join(",")}
        onChange={add}
        aria-describedby={`${id}-hint`}
        className="w-full border bg-surface px-2 py-2"
      />
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {words.hint}
      </p>
      <p role="status" className="text-sm text-notice empty:hidden">
        {isBusy ? words.working : shown}
      </p>
    </div>
  );
}
