"use client";
// The form of a new document: a chosen file fills in the text, which is stored only when the form is sent.
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { AreaField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type ActionState, IDLE } from "@/lib/actions/action-state";
import { createSourceAction } from "@/lib/actions/sources";
import { MAX_FILE_BYTES } from "@/lib/domain/evidence/file-kinds";
import { type ClientMessage, formatMessage } from "@/lib/i18n/format-message";

type SourceFormWords = Readonly<
  Record<
    | "title"
    | "file"
    | "fileHint"
    | "reading"
    | "documentTitle"
    | "publisher"
    | "publishedOn"
    | "publishedOnHint"
    | "address"
    | "text"
    | "textHint"
    | "add"
    | "failed",
    string
  >
> & { readonly read: ClientMessage };

interface SourceFormProps {
  readonly words: ActionFormWords;
  readonly sourceWords: SourceFormWords;
  readonly today: string;
}

type Reading = { readonly text: string } | { readonly fault: string };

async function readFile(file: File): Promise<Reading> {
  if (file.size > MAX_FILE_BYTES) return { fault: "document-too-large" };
  const form = new FormData();
  form.append("file", file);
  const response = await fetch("/sources/read", { method: "POST", body: form }).catch(() => null);
  if (response === null) return { fault: "failed" };
  const answer = (await response.json().catch(() => ({}))) as {
    readonly text?: string;
    readonly errors?: readonly { readonly message: string }[];
  };
  if (response.ok && answer.text !== undefined) return { text: answer.text };
  const fault = answer.errors?.[0]?.message ?? "failed";
  return { fault: fault === "too-large" ? "document-too-large" : fault };
}

const LONGEST_TITLE = 60;

/** As if it were typed, so that it is stored with the form. */
function fillIn(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function SourceForm({ words, sourceWords: t, today }: SourceFormProps) {
  const id = useId();
  const router = useRouter();
  const [fault, setFault] = useState<string | null>(null);
  const [status, setStatus] = useState("");

  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    const form = input.form;
    if (file === undefined || form === null) return;
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
    setStatus("");
    if (field("text").value.trim() !== "") {
      setFault("text-there");
      input.value = "";
      return;
    }
    setFault(null);
    setStatus(t.reading);
    const reading = await readFile(file);
    if ("fault" in reading) {
      setStatus("");
      setFault(reading.fault);
      return;
    }
    fillIn(field("text"), reading.text);
    const [first = ""] = reading.text.split("\n");
    if (field("title").value === "" && first.length <= LONGEST_TITLE) fillIn(field("title"), first.trim());
    setStatus(formatMessage(t.read, { count: reading.text.length }));
  };

  const send = async (_before: ActionState, form: FormData): Promise<ActionState> => {
    const answer = await createSourceAction(IDLE, form);
    if (answer.created !== undefined) router.push(`/sources/${answer.created}/proposals`);
    return answer;
  };

  return (
    <ActionForm action={send} words={words} label={t.title}>
      <Field
        id={`${id}-file`}
        label={t.file}
        hint={t.fileHint}
        error={fault === null ? undefined : fault === "failed" ? t.failed : (words.errors[fault] ?? fault)}
      >
        {(control) => (
          <Input
            {...control}
            type="file"
            accept=".docx,.pdf,.html,.htm,.txt"
            onChange={(event) => void choose(event.currentTarget)}
          />
        )}
      </Field>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {status}
      </p>
      <TextField name="title" label={t.documentTitle} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField name="publisher" label={t.publisher} />
        <TextField name="publishedOn" type="date" label={t.publishedOn} hint={t.publishedOnHint} value={today} />
      </div>
      <TextField name="address" label={t.address} />
      <AreaField name="text" label={t.text} hint={t.textHint} rows={14} />
      <SubmitButton>{t.add}</SubmitButton>
    </ActionForm>
  );
}
