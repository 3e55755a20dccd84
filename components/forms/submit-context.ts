"use client";
import { createContext, useContext } from "react";
import type { ActionFormWords } from "@/components/forms/action-form";
import type { ActionState } from "@/lib/actions/action-state";

interface SubmitState {
  readonly formId: string;
  readonly answer: ActionState;
  readonly words: ActionFormWords;
  readonly isBusy: boolean;
  /** A row of fields was removed: the errors of later rows move with their row. */
  readonly dropRow: (prefix: string, row: number) => void;
}

export const SubmitContext = createContext<SubmitState | null>(null);

export function useSubmitContext(): SubmitState {
  const state = useContext(SubmitContext);
  if (state === null) throw new Error("a form field is rendered outside an ActionForm");
  return state;
}
