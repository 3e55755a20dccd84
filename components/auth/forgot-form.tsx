"use client";
import { useState } from "react";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { requestResetLinkAction } from "@/lib/actions/account";
import type { ActionState } from "@/lib/actions/action-state";

interface ForgotFormProps {
  readonly words: ActionFormWords;
  readonly labels: Readonly<Record<"email" | "submit" | "sent", string>>;
}

/** Requests a link to set a new password. The answer does not reveal whether the account exists. */
export function ForgotForm({ words, labels }: ForgotFormProps) {
  const [isSent, setSent] = useState(false);
  const send = async (before: ActionState, form: FormData): Promise<ActionState> => {
    const answer = await requestResetLinkAction(before, form);
    setSent(answer.status === "done");
    return answer;
  };
  return (
    <ActionForm action={send} words={{ ...words, done: labels.sent }}>
      <TextField type="email" name="email" label={labels.email} autoComplete="username" />
      {!isSent && <SubmitButton>{labels.submit}</SubmitButton>}
    </ActionForm>
  );
}
