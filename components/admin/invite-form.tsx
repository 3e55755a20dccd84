"use client";
import { useState } from "react";
import { ActionForm, type ActionFormWords, SelectField, Submit, TextField } from "@/components/ui/action-form";
import { type InviteAnswer, invite } from "@/lib/actions/admin";
import { type Answer, IDLE } from "@/lib/actions/answer";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface InviteFormProps {
  readonly words: ActionFormWords;
  readonly labels: Readonly<
    Record<"name" | "email" | "officeRole" | "department" | "role" | "submit" | "link", string>
  >;
  readonly officeRoles: readonly Option[];
  readonly departments: readonly Option[];
  readonly roles: readonly Option[];
}

/** A new account, and the one link by which its owner sets a password. */
export function InviteForm({ words, labels, officeRoles, departments, roles }: InviteFormProps) {
  const [link, setLink] = useState<string | null>(null);
  const send = async (_before: Answer, form: FormData): Promise<Answer> => {
    const before: InviteAnswer = { ...IDLE, link: null };
    const answer = await invite(before, form);
    setLink(answer.link);
    return answer;
  };
  return (
    <ActionForm action={send} words={words} label={labels.submit}>
      <div className="grid gap-3 md:grid-cols-2">
        <TextField name="name" label={labels.name} />
        <TextField name="email" label={labels.email} />
        <SelectField name="officeRole" label={labels.officeRole} options={officeRoles} />
        <SelectField name="department" label={labels.department} options={departments} />
        <SelectField name="role" label={labels.role} options={roles} />
      </div>
      <Submit>{labels.submit}</Submit>
      {link !== null && (
        <label className="grid gap-1 font-bold">
          {labels.link}
          <input
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
            className="w-full border bg-surface px-2 py-2 font-normal"
          />
        </label>
      )}
    </ActionForm>
  );
}
