"use client";
// The context of all forms: the author of their text, and the texts for failed requests and conflicts.
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { Messages } from "use-intl";
import { listenForSignOut, removeStoredTextOfOthers } from "@/components/forms/stored-text";
import { ToastProvider } from "@/components/ui/toast";

export interface FormSupport {
  /** The id of the signed-in user; null for visitors. */
  readonly person: string | null;
  readonly words: Messages["form"]["support"];
}

const SupportContext = createContext<FormSupport | null>(null);

export function useFormSupport(): FormSupport {
  const support = useContext(SupportContext);
  if (support === null) throw new Error("a form is outside of FormSupportProvider");
  return support;
}

export function FormSupportProvider({ person, words, children }: FormSupport & { readonly children: ReactNode }) {
  useEffect(() => listenForSignOut(), []);
  useEffect(() => {
    if (person !== null) removeStoredTextOfOthers(person);
  }, [person]);
  return (
    <SupportContext value={{ person, words }}>
      <ToastProvider close={words.close}>{children}</ToastProvider>
    </SupportContext>
  );
}
