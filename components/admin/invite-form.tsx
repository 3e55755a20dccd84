"use client";
import { useState } from "react";
import { doneWords, OneTimeLinkNote, type OneTimeLinkWords } from "@/components/admin/one-time-link";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { ComboboxField, SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { type ActionState, IDLE } from "@/lib/actions/action-state";
import { inviteUserAction, type LinkDelivery } from "@/lib/actions/admin";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface InviteFormProps {
  readonly words: ActionFormWords;
  readonly labels: Readonly<Record<"name" | "email" | "officeRole" | "department" | "role" | "submit", string>>;
  readonly linkWords: OneTimeLinkWords;
  readonly officeRoles: readonly Option[];
  readonly departments: readonly Option[];
  readonly roles: readonly Option[];
}

/** Creates an account and a one-time link with which its user sets a password. */
export function InviteForm({ words, labels, linkWords, officeRoles, departments, roles }: InviteFormProps) {
  const [link, setLink] = useState<LinkDelivery>();
  const send = async (_before: ActionState, form: FormData): Promise<ActionState> => {
    const answer = await inviteUserAction(IDLE, form);
    setLink(answer.link);
    return answer;
  };
  return (
    <ActionForm action={send} words={doneWords(words, link)} label={labels.submit}>
      <div className="grid gap-3 md:grid-cols-2">
        <TextField name="name" label={labels.name} />
        <TextField type="email" name="email" label={labels.email} />
        <SelectField name="officeRole" label={labels.officeRole} options={officeRoles} />
        <ComboboxField name="department" label={labels.department} options={departments} />
        <SelectField name="role" label={labels.role} options={roles} />
      </div>
      <SubmitButton>{labels.submit}</SubmitButton>
      <div role="status">{link !== undefined && <OneTimeLinkNote link={link} words={linkWords} />}</div>
    </ActionForm>
  );
}
