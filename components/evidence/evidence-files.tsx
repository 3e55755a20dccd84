"use client";
import { type ChangeEvent, type Dispatch, type SetStateAction, useId, useState } from "react";
import type { Messages } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FILE_ENDINGS, MAX_FILE_BYTES } from "@/lib/domain/evidence/file-kinds";
import type { Visibility } from "@/lib/domain/targets/types";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";

export interface EvidenceEntry {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly visibility: Visibility;
}

export type EvidenceWords = WithCompiled<Omit<Messages["report"]["form"]["files"], "errors">, "remove"> & {
  readonly errors: Readonly<Record<string, string>>;
};

interface EvidenceFilesProps {
  readonly files: readonly EvidenceEntry[];
  readonly setFiles: Dispatch<SetStateAction<readonly EvidenceEntry[]>>;
  /** Whether they belong to the draft; until then they are those of an earlier report, which are taken over. */
  readonly isStored: boolean;
  readonly words: EvidenceWords;
  /** The mark of an optional field; empty if a file is required. */
  readonly optional: string;
  /** The form's error for the files, as a message key. */
  readonly error: string | undefined;
  /** The id of the draft of the files, created if necessary; null if the form cannot be saved. */
  readonly draft: () => Promise<string | null>;
}

interface RejectedUpload {
  readonly errors?: readonly { readonly name: string; readonly message: string }[];
}

async function upload(updateId: string, file: File, visibility: Visibility): Promise<EvidenceEntry | string> {
  const form = new FormData();
  form.append("file", file);
  form.append("visibility", visibility);
  const response = await fetch(`/updates/${updateId}/evidence`, { method: "POST", body: form });
  if (response.ok) return (await response.json()) as EvidenceEntry;
  const rejected = (await response.json().catch(() => ({}))) as RejectedUpload;
  return rejected.errors?.[0]?.message ?? "failed";
}

/** The files of a draft report: uploaded one after the other, and removable. */
export function EvidenceFiles(props: EvidenceFilesProps) {
  const { files, setFiles, isStored, words, optional, error, draft } = props;
  const id = useId();
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isPublic, setPublic] = useState(false);

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const chosen = [...(input.files ?? [])];
    setFailure(null);
    setBusy(true);
    try {
      for (const file of chosen) {
        const updateId = file.size > MAX_FILE_BYTES ? null : await draft();
        const added =
          updateId === null
            ? file.size > MAX_FILE_BYTES
              ? "too-large"
              : "no-draft"
            : await upload(updateId, file, isPublic ? "public" : "internal");
        if (typeof added === "string") setFailure(`${file.name}: ${words.errors[added] ?? words.failed}`);
        else setFiles((before) => [...before, added]);
      }
    } catch {
      setFailure(words.failed);
    } finally {
      setBusy(false);
      input.value = "";
    }
  };

  const remove = async (file: EvidenceEntry) => {
    const response = !isStored
      ? { ok: true }
      : await fetch(`/evidence/${file.fileId}`, { method: "DELETE" }).catch(() => null);
    if (response?.ok) setFiles((before) => before.filter((one) => one.fileId !== file.fileId));
    else setFailure(words.failed);
  };

  const shown = failure ?? (error === "file-required" && files.length === 0 ? (words.errors[error] ?? error) : null);
  return (
    <Field id={id} label={`${words.title}${optional}`} hint={words.hint}>
      {(control) => (
        <>
          {!isStored && files.length > 0 && <p className="text-sm text-ink-soft">{words.takenOver}</p>}
          <ul>
            {files.map((file) => (
              <li key={file.fileId} className="flex items-center gap-3">
                <a href={`/evidence/${file.fileId}`} download className="py-1 break-all underline">
                  {file.name}
                </a>
                <span className="text-sm text-ink-soft tabular-nums">
                  {formatBytes(file.size)}
                  {file.visibility === "public" && ` · ${words.isPublic}`}
                </span>
                <Button
                  size="sm"
                  onClick={() => remove(file)}
                  aria-label={formatMessage(words.remove, { name: file.name })}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
          <Checkbox checked={isPublic} onChange={(event) => setPublic(event.currentTarget.checked)}>
            {words.public}
          </Checkbox>
          <Input
            {...control}
            type="file"
            multiple
            disabled={isBusy}
            accept={FILE_ENDINGS.map((ending) => `.${ending}`).join(",")}
            onChange={add}
          />
          {/* On a phone: the camera at once. The field above offers files, photos and the camera. */}
          <label className={`${buttonClass()} relative hidden focus-within:outline-2 pointer-coarse:inline-flex`}>
            {words.camera}
            <input
              type="file"
              accept="image/jpeg,image/png"
              capture="environment"
              disabled={isBusy}
              onChange={add}
              className="sr-only"
            />
          </label>
          <p role="status" className="text-sm text-notice empty:hidden">
            {isBusy ? words.working : shown}
          </p>
        </>
      )}
    </Field>
  );
}
