"use client";
import { useState } from "react";
import { doneWords, OneTimeLinkNote, type OneTimeLinkWords } from "@/components/admin/one-time-link";
import { ActionForm, type ActionFormWords, Submit } from "@/components/forms/action-form";
import { type HandedLink, sendPasswordLink } from "@/lib/actions/admin";
import { type Answer, IDLE } from "@/lib/actions/answer";

interface PasswordLinkFormProps {
  readonly userId: string;
  readonly words: ActionFormWords;
  readonly linkWords: OneTimeLinkWords;
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
      <div role="status">{handed !== null && <OneTimeLinkNote handed={handed} words={linkWords} />}</div>
    </ActionForm>
  );
}
