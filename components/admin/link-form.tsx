"use client";
// A form that creates a one-time link: an invitation or a password reset.
import type { ReactNode } from "react";
import { OneTimeLinkNote, type OneTimeLinkWords } from "@/components/admin/one-time-link";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { useSubmitContext } from "@/components/forms/submit-context";
import type { ActionState } from "@/lib/actions/action-state";
import type { LinkState } from "@/lib/actions/admin";

interface LinkFormProps {
  readonly action: (before: LinkState, form: FormData) => Promise<LinkState>;
  readonly words: ActionFormWords;
  readonly linkWords: OneTimeLinkWords;
  readonly label: string;
  readonly confirmation?: string | undefined;
  readonly children: ReactNode;
}

const isLinkState = (answer: ActionState): answer is LinkState => "link" in answer;

function CreatedLink({ words }: { readonly words: OneTimeLinkWords }) {
  const { answer } = useSubmitContext();
  const link = isLinkState(answer) ? answer.link : undefined;
  return <div role="status">{link !== undefined && <OneTimeLinkNote link={link} words={words} />}</div>;
}

/** Without a message of success: the note states the result, and the mail may not have been sent. */
export function LinkForm({ words, linkWords, children, ...form }: LinkFormProps) {
  return (
    <ActionForm {...form} words={{ ...words, done: undefined }}>
      {children}
      <CreatedLink words={linkWords} />
    </ActionForm>
  );
}
