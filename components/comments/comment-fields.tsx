"use client";
import { useRouter } from "next/navigation";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { AreaField, SubmitButton } from "@/components/forms/form-fields";
import { type ActionState, IDLE, invalid, SIGNED_OUT } from "@/lib/actions/action-state";
import { FILE_ENDINGS, MAX_FILE_BYTES } from "@/lib/domain/evidence/file-kinds";

export interface CommentFormProps {
  readonly code: string;
  /** Includes the messages of files among its errors. */
  readonly words: ActionFormWords;
  readonly labels: Readonly<Record<"write" | "body" | "hint" | "files" | "filesHint" | "send", string>>;
}

interface Refused {
  readonly errors?: readonly { readonly name: string; readonly message: string }[];
}

function sizeOf(form: FormData): number {
  return form.getAll("file").reduce((sum, one) => sum + (one instanceof File ? one.size : 0), 0);
}

async function post(code: string, form: FormData): Promise<ActionState> {
  if (sizeOf(form) > MAX_FILE_BYTES) return invalid({ file: "all-too-large" });
  const response = await fetch(`/targets/${encodeURIComponent(code)}/comments`, { method: "POST", body: form });
  if (response.ok) return { ...IDLE, status: "done" };
  if (response.status === 401) return SIGNED_OUT;
  if (response.status === 403 || response.status === 404) return { ...IDLE, status: "forbidden" };
  const { errors = [] } = (await response.json()) as Refused;
  if (errors.length === 0) throw new Error(`refused with status ${response.status}`);
  return invalid(Object.fromEntries(errors.map(({ name, message }) => [name, message])));
}

/** A comment and its files, sent together; both survive a rejection. */
export function CommentFields({ code, words, labels }: CommentFormProps) {
  const router = useRouter();
  const send = async (_before: ActionState, form: FormData) => {
    const answer = await post(code, form);
    if (answer.status === "done") router.refresh();
    return answer;
  };
  return (
    <ActionForm action={send} words={words} label={labels.write}>
      <AreaField name="body" label={labels.body} hint={labels.hint} />
      <FileField name="file" label={labels.files} hint={labels.filesHint} endings={FILE_ENDINGS} multiple />
      <SubmitButton>{labels.send}</SubmitButton>
    </ActionForm>
  );
}
