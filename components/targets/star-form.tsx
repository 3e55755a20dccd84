"use client";
// The form of all stars on a page: their buttons refer to it, so that they can be in static markup.
import { useEffect, useRef } from "react";
import { PlainForm } from "@/components/forms/plain-form";
import { STAR_FORM } from "@/components/targets/star-button";
import { starTargetAction } from "@/lib/actions/saved-views";

/** @param starred changes with the stars: the pressed button, which the new markup replaced, gets the focus back */
export function StarForm({ label, starred }: { readonly label: string; readonly starred: string }) {
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    const code = pressed.current;
    pressed.current = null;
    if (code === null || starred === null) return;
    document.querySelector<HTMLElement>(`button[form=${STAR_FORM}][value="${CSS.escape(code)}"]`)?.focus();
  }, [starred]);
  return (
    <div
      onSubmitCapture={({ nativeEvent }) => {
        const { submitter } = nativeEvent as SubmitEvent;
        pressed.current = submitter instanceof HTMLButtonElement ? submitter.value : null;
      }}
    >
      <PlainForm id={STAR_FORM} action={starTargetAction} aria-label={label} />
    </div>
  );
}
