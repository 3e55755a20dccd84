"use client";
import { useState } from "react";
import { doneWords, HandedLinkNote, type HandedLinkWords } from "@/components/admin/handed-link";
import { ActionForm, type ActionFormWords, Submit } from "@/components/ui/action-form";
import { type HandedLink, sendPasswordLink } from "@/lib/actions/admin";
import { type Answer, IDLE } from "@/lib/actions/answer";

interface PasswordLinkFormProps {
  readonly userId: string;
  readonly words: ActionFormWords;
  readonly linkWords: HandedLinkWords;
  readonly submit: string;
  readonly confirmation: string | undefined;
}

/** A new one-time link for an account: its invitation again, or one that replaces the password. */
export function PasswordLinkForm({ userId, words, linkWords, submit, confirmation }: PasswordLinkFormProps) {
  const [handed, setHanded] = useState<HandedLink | null>(null);
  const send = async (_before: Answer, form: FormData): Promise<Answer> => {
    const answer = await sendPasswordLink({ ...IDLE, handed: null }, form);
    setHanded(answer.handed);
    return answer;
  };
  return (
    <ActionForm
      action={send}
      words={doneWords(words, handed)}
      label={submit}
      {...(confirmation !== undefined && { confirmation })}
    >
      <input type="hidden" name="userId" value={userId} />
      <Submit tone="plain">{submit}</Submit>
      <div role="status">{handed !== null && <HandedLinkNote handed={handed} words={linkWords} />}</div>
    </ActionForm>
  );
}
