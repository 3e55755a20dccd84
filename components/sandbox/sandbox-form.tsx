"use client";
import { type ReactNode, useState } from "react";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { SubmitButton } from "@/components/forms/form-fields";
import { type ActionState, IDLE, invalid } from "@/lib/actions/action-state";
import type { SandboxState } from "@/lib/actions/sandbox";
import { MAX_SHEET_BYTES } from "@/lib/schemas/import";

interface SandboxFormProps {
  /** Passed by the page, so that the page's bundle has the components of the result. */
  readonly action: (before: SandboxState, form: FormData) => Promise<SandboxState>;
  readonly words: ActionFormWords;
  readonly texts: Readonly<Record<"label" | "file" | "hint" | "read", string>>;
}

/** Sends a table and shows what it would become, below the form. */
export function SandboxForm({ action, words, texts }: SandboxFormProps) {
  const [result, setResult] = useState<ReactNode>(null);
  const send = async (_before: ActionState, form: FormData): Promise<ActionState> => {
    const file = form.get("file");
    if (file instanceof File && file.size > MAX_SHEET_BYTES) return invalid({ file: "sheet-too-large" });
    const { result: read = null, ...answer } = await action(IDLE, form);
    setResult(read);
    return answer;
  };
  return (
    <>
      <div className="max-w-xl">
        <ActionForm action={send} words={words} label={texts.label}>
          <FileField
            name="file"
            label={texts.file}
            hint={texts.hint}
            endings={["xlsx", "xls", "ods", "csv"]}
            onFile={() => setResult(null)}
          />
          <SubmitButton>{texts.read}</SubmitButton>
        </ActionForm>
      </div>
      {result}
    </>
  );
}
