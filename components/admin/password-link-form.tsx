"use client";
import { useState } from "react";
import { doneWords, OneTimeLinkNote, type OneTimeLinkWords } from "@/components/admin/one-time-link";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { type ActionState, IDLE } from "@/lib/actions/action-state";
import { createPasswordLinkAction, type LinkDelivery } from "@/lib/actions/admin";

interface PasswordLinkFormProps {
  readonly userId: string;
  readonly words: ActionFormWords;
  readonly linkWords: OneTimeLinkWords;
  readonly submit: string;
  readonly confirmation: string | undefined;
}

/** A new one-time link for an account: its invitation again, or a password reset. */
export function PasswordLinkForm({ userId, words, linkWords, submit, confirmation }: PasswordLinkFormProps) {
  const [link, setLink] = useState<LinkDelivery>();
  const send = async (_before: ActionState, form: FormData): Promise<ActionState> => {
    const answer = await createPasswordLinkAction(IDLE, form);
    setLink(answer.link);
    return answer;
  };
  return (
    <ActionForm
      action={send}
      words={doneWords(words, link)}
      label={submit}
      {...(confirmation !== undefined && { confirmation })}
    >
      <input type="hidden" name="userId" value={userId} />
      <SubmitButton variant="secondary">{submit}</SubmitButton>
      <div role="status">{link !== undefined && <OneTimeLinkNote link={link} words={linkWords} />}</div>
    </ActionForm>
  );
}
