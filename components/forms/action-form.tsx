"use client";
// A form around a server action: typed text survives a rejection, and each error is shown at its field. A page on which
// the reader has no such form does not load its script.
import { lazy, type ReactNode } from "react";
import type { Messages } from "use-intl";
import type { AnswerWords } from "@/components/forms/answer-message";
import type { ActionState } from "@/lib/actions/action-state";

export type ActionFormWords = AnswerWords & Pick<Messages["form"], "working">;

export interface ActionFormProps {
  readonly action: (before: ActionState, form: FormData) => Promise<ActionState>;
  readonly words: ActionFormWords;
  /** For fields that are elsewhere on the page. */
  readonly id?: string;
  /** The confirmation before an irreversible action. */
  readonly confirmation?: string | undefined;
  /** The success message as a toast, for a form that disappears with its entry. */
  readonly toast?: string;
  readonly label?: string;
  /** A preview of the form: next to it on a desk, below its button and answer on a phone. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Not in a Suspense boundary: the server would send the content of a large one hidden, for a script to show. next/dynamic
 * would load more script than it saves.
 */
const ActionFormBody = lazy(async () => {
  const { ActionFormBody: component } = await import("@/components/forms/action-form-body");
  return { default: component };
});

export function ActionForm(props: ActionFormProps) {
  return <ActionFormBody {...props} />;
}
