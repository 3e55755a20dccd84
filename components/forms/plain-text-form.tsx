"use client";
import { useRef } from "react";
import { PlainForm, type PlainFormProps } from "@/components/forms/plain-form";
import { useStoredText } from "@/components/forms/use-stored-text";

/** A PlainForm with text, which is stored for an answer that shows the same form again. */
export function PlainTextForm(props: Omit<PlainFormProps, "ref" | "onInput" | "onSend" | "store">) {
  const ref = useRef<HTMLFormElement>(null);
  const { store, handleInput } = useStoredText(ref);
  return <PlainForm {...props} ref={ref} onInput={handleInput} onSend={store} store={store} />;
}
